/** Why a witness does not work, for whoever runs it. */
export type WitnessFaultFacts =
  | { readonly code: 'folder-in-use'; readonly pid: number; readonly host: string; readonly lock: string }
  | { readonly code: 'folder-unusable'; readonly folder: string; readonly reason: string }
  /** A witness that lost its key is another witness. */
  | { readonly code: 'key-missing'; readonly file: string }
  | { readonly code: 'key-malformed'; readonly file: string }
  | { readonly code: 'name-differs'; readonly name: string; readonly given: string }
  | { readonly code: 'no-witness'; readonly folder: string }
  | { readonly code: 'no-logs' }
  | { readonly code: 'log-name-too-long'; readonly origin: string }
  /** What was signed cannot be read, or is less than what was signed before. */
  | { readonly code: 'memory-damaged'; readonly file: string; readonly reason: string }
  | { readonly code: 'address-in-use'; readonly address: string }
  | { readonly code: 'address-unusable'; readonly address: string; readonly reason: string };

export class WitnessFault extends Error {
  constructor(
    readonly facts: WitnessFaultFacts,
    options?: ErrorOptions,
  ) {
    super(`The witness does not work: ${JSON.stringify(facts)}`, options);
    this.name = 'WitnessFault';
  }
}
