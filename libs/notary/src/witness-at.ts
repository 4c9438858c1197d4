import { keyTypes, parseVerifierKey, VerifierKeyError, type VerifierKey } from '#libs/proof';

/** A witness, and where it answers. */
export interface WitnessAt {
  readonly key: VerifierKey;
  /** Without a slash at its end; the path of a request is put behind it. */
  readonly url: string;
}

/** What is wrong with one of the witnesses that were named. */
export type WitnessAtFault = 'malformed' | 'key-malformed' | 'key-of-a-log' | 'url-malformed' | 'named-twice';

export class WitnessesError extends Error {
  constructor(
    readonly fault: WitnessAtFault,
    /** Which of them, from 1. */
    readonly place: number,
  ) {
    super(`Witness ${place}: ${fault}`);
    this.name = 'WitnessesError';
  }
}

/** A URL does not begin with an equals sign, so those that a key ends in are its own. */
const pattern = /^([^+]+\+[0-9a-f]+\+[A-Za-z0-9+/]+={0,2})=([^=].*)$/;

/**
 * Reads `{verifier key}={URL}`, any number of them with white space or commas between. Throws {@link WitnessesError} at
 * the first that is none.
 */
export function parseWitnesses(text: string): readonly WitnessAt[] {
  const witnesses: WitnessAt[] = [];
  for (const part of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const place = witnesses.length + 1;
    const witness = parseWitness(part, place);
    const isNamed = witnesses.some(({ key }) => key.name === witness.key.name && key.id === witness.key.id);
    if (isNamed) throw new WitnessesError('named-twice', place);
    witnesses.push(witness);
  }
  if (witnesses.length === 0) throw new WitnessesError('malformed', 1);
  return witnesses;
}

function parseWitness(text: string, place: number): WitnessAt {
  const [, keyText, urlText] = pattern.exec(text) ?? [];
  if (keyText === undefined || urlText === undefined) throw new WitnessesError('malformed', place);
  const key = parseKey(keyText, place);
  if (key.type !== keyTypes.cosignature) throw new WitnessesError('key-of-a-log', place);
  return { key, url: parseUrl(urlText, place) };
}

function parseKey(text: string, place: number): VerifierKey {
  try {
    return parseVerifierKey(text);
  } catch (error) {
    if (error instanceof VerifierKeyError) throw new WitnessesError('key-malformed', place);
    throw error;
  }
}

function parseUrl(text: string, place: number): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  const isBare = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!url || !isHttp || !isBare) throw new WitnessesError('url-malformed', place);
  return url.href.replace(/\/+$/, '');
}
