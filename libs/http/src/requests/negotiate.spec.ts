import { RejectionException } from '../problems/rejection-exception.js';
import { negotiate } from './negotiate.http.js';

const offered = ['application/json', 'application/x-ndjson', 'text/plain'] as const;

describe('which form a client gets', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['APPLICATION/X-NDJSON', 'application/x-ndjson'],
    ['application/json;q=0.2, application/x-ndjson;q=0.5', 'application/x-ndjson'],
    ['text/plain;q=0.9, */*;q=0.1', 'text/plain'],
    ['application/json;q=0, */*', 'application/x-ndjson'],
  ])('is by Accept: %s', (accept, type) => {
    expect(negotiate(accept, offered)).toBe(type);
  });

  it.each(['text/html', 'application/json;q=0', 'application', ''])('is none by Accept: %j', (accept) => {
    expect(() => negotiate(accept, offered)).toThrow(
      expect.objectContaining<Partial<RejectionException>>({
        rejection: { code: 'not-acceptable', facts: { accept, offered } },
      }) as Error,
    );
  });
});
