import { PostgresEventStore } from '#libs/event-store';
import { sampleAppend } from '../sample-append.js';
import { load } from '../stats.js';

// A process of its own, told to append so many events by so many callers, again and again.
const [url = '', name = ''] = process.argv.slice(2);
const store = new PostgresEventStore({ connection: url });
let serial = 0;

process.on('message', ({ callers, calls }: { callers: number; calls: number }) => {
  const append = () => store.append(sampleAppend((serial += 1), `followUp-${name}.${serial}`));
  void load(callers, calls, append).then((measured) => process.send?.(measured));
});
process.on('disconnect', () => void store.close());
