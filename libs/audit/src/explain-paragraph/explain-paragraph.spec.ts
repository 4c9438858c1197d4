import { factCited, lent, saved, savedUncited } from '../testing/boxes.js';
import { approved, registered } from '../testing/minutes.js';
import { toldStore } from '../testing/told-store.js';
import { ExplainParagraphQuery, ExplainParagraphQueryHandler } from './explain-paragraph.handler.js';
import { RestingEvents } from './resting-events.adapter.js';

const paragraph = 'SN 2025-04-22, § 33';
const minutes = 'alingsas:minutes-SN.2025';
const amount = (amountOre: number) => ({ kind: 'amount', amountOre });

async function given() {
  const log = toldStore();
  const handler = new ExplainParagraphQueryHandler(new RestingEvents(log.store), log.tellers, log.logs);
  const explain = (citation = paragraph, times = {}) =>
    handler.execute(new ExplainParagraphQuery('alingsas', citation, times));
  return { ...log, explain };
}

const sentences = (facts: readonly { readonly sentence: string | null }[]) =>
  facts.map(({ sentence }) => sentence);

describe('what rests on a paragraph', () => {
  it('is the decision with its own life, and then what was done under it and what that changed', async () => {
    const { record, explain } = await given();
    await record([saved('red', 1, '2025-01-01')]);
    await record([registered('SN 2025-04-22, § 32'), registered(paragraph)], minutes);
    await record([saved('red', 2, paragraph)]);
    await record([approved(paragraph, '2025-05-02')], minutes);
    await record([saved('red', 4, '2025-06-01')]);

    const { citation, decision, groups, citedLater } = await explain();

    expect(citation).toBe(paragraph);
    expect(sentences(decision)).toEqual([`${paragraph} registrerades.`, `${paragraph} justerades.`]);
    expect(decision[1]?.changes).toMatchObject([
      { from: { words: 'registrerad' }, to: { words: 'justerad' } },
    ]);
    expect(groups).toMatchObject([
      {
        context: 'boxes',
        committee: 'SN',
        facts: [
          {
            sentence: 'Nämnden lade 2 öre till 1.',
            changes: [
              { path: 'boxes/red', from: amount(1), to: amount(3) },
              { path: 'facts', from: { words: '1' }, to: { words: '2' } },
            ],
          },
        ],
      },
    ]);
    expect(citedLater).toEqual([]);
  });

  it('is told committee by committee, with what each fact changed at all of them', async () => {
    const { record, explain } = await given();
    await record([registered('KF 2024-11-06, § 149')], 'alingsas:minutes-KF.2024');
    await record([saved('red', 2, 'KF 2024-11-06, § 149')]);
    await record([lent('blue', 'SN', 'KF 2024-11-06, § 149')], 'alingsas:boxes-KF.2025');

    const { decision, groups } = await explain('KF 2024-11-06, § 149');

    expect(sentences(decision)).toEqual(['KF 2024-11-06, § 149 registrerades.']);
    expect(groups.map(({ committee, facts }) => [committee, ...sentences(facts)])).toEqual([
      ['SN', 'Nämnden lade 2 öre till ingenting.'],
      ['KF', 'Lådan lånades ut till SN.'],
    ]);
    expect(groups[1]?.facts[0]?.changes.map(({ path }) => path)).toEqual(['borrowed/blue', 'facts']);
  });

  it('has the facts that were cited afterwards, and who said so when', async () => {
    const { at, record, explain } = await given();
    await record([registered(paragraph)], minutes);
    await record([savedUncited('red', 2, '2025-04-22'), saved('red', 4, '2025-05-01')]);
    at('2026-02-01T00:00:00.000Z');
    await record([factCited(0, paragraph)]);

    const { groups, citedLater } = await explain();

    expect(groups).toEqual([]);
    expect(citedLater).toMatchObject([
      {
        fact: {
          event: { revision: 0, restsOn: { citation: paragraph, isCitedLater: true } },
          sentence: 'Nämnden lade 2 öre till ingenting.',
          changes: [{ to: amount(2) }, { path: 'facts' }],
        },
        saidBy: { type: 'FactCited', recordedAt: '2026-02-01T00:00:00.000Z' },
      },
    ]);
  });

  it('is what held and was known by then', async () => {
    const { at, record, explain } = await given();
    await record([registered(paragraph)], minutes);
    at('2026-02-01T00:00:00.000Z');
    await record([saved('red', 2, paragraph)]);
    await record([approved(paragraph, '2025-05-02')], minutes);

    const known = await explain(paragraph, { knownAt: '2026-01-31T00:00:00.000Z' });
    expect([known.decision.length, known.groups.length]).toEqual([1, 0]);
    expect((await explain(paragraph, { asOf: '2025-05-01' })).decision).toHaveLength(1);
    await expect(explain(paragraph, { asOf: '2025-04-21' })).rejects.toThrow('paragraph-unknown');
  });

  it('tells what has been erased and by which paragraph, and of that paragraph what it erased', async () => {
    const { record, erase, explain } = await given();
    await record([registered(paragraph)], minutes);
    await record([saved('red', 2, paragraph)]);
    await erase('alingsas:boxes-SN.2025', 0);
    await erase(minutes, 0);

    const { decision, groups } = await explain();
    expect(decision).toEqual([]);
    expect(groups.map(({ context, facts }) => [context, ...sentences(facts)])).toEqual([
      ['minutes', 'Uppgifterna är gallrade (SN 2026-01-20, § 3).'],
      ['boxes', 'Uppgifterna är gallrade (SN 2026-01-20, § 3).'],
    ]);

    const erasing = await explain('SN 2026-01-20, § 3');
    const reason = 'Uppgifter om enskilda hade registrerats av misstag.';
    const gone = `1 händelse gallrades. Skäl: ${reason}`;
    expect(erasing.groups).toMatchObject([
      { context: 'audit', committee: null, facts: [{ sentence: gone }, { sentence: gone }] },
    ]);
  });

  it('does not tell which fact an erased event cited', async () => {
    const { record, erase, explain } = await given();
    await record([registered(paragraph)], minutes);
    await record([savedUncited('red', 2, '2025-04-22'), factCited(0, paragraph)]);
    await erase('alingsas:boxes-SN.2025', 1);

    const { groups, citedLater } = await explain();

    expect(citedLater).toEqual([]);
    expect(groups).toMatchObject([{ facts: [{ event: { type: 'FactCited', revision: 1 }, changes: [] }] }]);
  });

  it('cannot be told of one that nobody has registered and nothing rests on', async () => {
    const { explain } = await given();

    await expect(explain('SN 2025-04-22, § 34')).rejects.toMatchObject({
      rejection: { code: 'paragraph-unknown', facts: { citation: 'SN 2025-04-22, § 34' } },
    });
  });

  it('is all there is, however much', async () => {
    const { record, explain } = await given();
    await record(Array.from({ length: 1_001 }, () => saved('red', 1, paragraph)));

    const { groups } = await explain();

    expect(groups[0]?.facts).toHaveLength(1_001);
    expect(groups[0]?.facts.at(-1)?.changes[0]).toMatchObject({ from: amount(1_000), to: amount(1_001) });
  });
});
