import { Readable } from 'node:stream';
import type { LogAnswer } from '../log/log-answer.js';

/**
 * A log as newline-delimited JSON, an event a line, from its first page on. A page is asked for when the one before it
 * has been taken, and none when the client has gone. Where a page cannot be had, the stream breaks off, and with it the
 * connection: it never ends as if all had been given.
 */
export function logLines(first: LogAnswer, more: (after: string) => Promise<LogAnswer>): Readable {
  return Readable.from(pages(first, more), { objectMode: false });
}

async function* pages(
  first: LogAnswer,
  more: (after: string) => Promise<LogAnswer>,
): AsyncGenerator<Buffer, void, void> {
  for (let page = first; ;) {
    if (page.items.length > 0) yield linesOf(page);
    if (page.atEnd || page.next === null) return;
    page = await more(page.next);
  }
}

function linesOf({ items }: LogAnswer): Buffer {
  return Buffer.from(items.map((event) => `${JSON.stringify(event)}\n`).join(''));
}
