import type { LogPosition } from './log-position.js';
import { ProtobufReader } from './protobuf-reader.js';

/** What the server says to one append. */
export type AppendAnswer =
  /** `position` of the last event; null where the server does not tell it. */
  | { readonly kind: 'appended'; readonly revision: number; readonly position: LogPosition | null }
  /** The stream's last revision is another one. */
  | { readonly kind: 'wrong-revision' }
  | {
      readonly kind: 'refused';
      /** The server's own word, e.g. `StreamDeleted`. */
      readonly reason: string;
      readonly message: string;
      /** Where it was too much. */
      readonly maxBytes: number;
    };

export interface CorrelatedAnswer {
  readonly correlationId: string;
  readonly answer: AppendAnswer;
}

/** Reads a `BatchAppendResp` of the server's protocol. */
export function readAppendAnswer(bytes: Buffer): CorrelatedAnswer {
  let correlationId = '';
  let answer: AppendAnswer = { kind: 'refused', reason: 'Unknown', message: '', maxBytes: 0 };
  const fields = new ProtobufReader(bytes);
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) correlationId = uuidOf(fields.message());
    else if (field === 2) answer = refusalOf(fields.message());
    else if (field === 3) answer = successOf(fields.message());
    else fields.skip();
  }
  return { correlationId, answer };
}

function successOf(fields: ProtobufReader): AppendAnswer {
  let revision = 0;
  let position: LogPosition | null = null;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) revision = fields.number();
    else if (field === 3) position = positionOf(fields.message());
    else fields.skip();
  }
  return { kind: 'appended', revision, position };
}

function positionOf(fields: ProtobufReader): LogPosition {
  let [commit, prepare] = [0n, 0n];
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) commit = fields.uint64();
    else if (field === 2) prepare = fields.uint64();
    else fields.skip();
  }
  return { commit, prepare };
}

/** From a `google.rpc.Status`, whose details say what kind of refusal it is. */
function refusalOf(fields: ProtobufReader): AppendAnswer {
  let [reason, message, maxBytes] = ['Unknown', '', 0];
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 2) message = fields.text();
    else if (field === 3) [reason, maxBytes] = detailsOf(fields.message());
    else fields.skip();
  }
  if (reason === 'WrongExpectedVersion') return { kind: 'wrong-revision' };
  return { kind: 'refused', reason, message, maxBytes };
}

/** The field that tells how much the server takes. */
const limitFields: Readonly<Record<string, number>> = {
  MaximumAppendSizeExceeded: 1,
  MaximumAppendEventSizeExceeded: 3,
};

function detailsOf(any: ProtobufReader): [reason: string, maxBytes: number] {
  let [reason, maxBytes] = ['Unknown', 0];
  for (let field = any.next(); field !== 0; field = any.next()) {
    if (field === 1) reason = any.text().replace(/^.*\./, '');
    else if (field === 2) maxBytes = numberIn(any.message(), limitFields[reason]);
    else any.skip();
  }
  return [reason, maxBytes];
}

function numberIn(fields: ProtobufReader, wanted: number | undefined): number {
  if (wanted === undefined) return 0;
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === wanted) return fields.number();
    fields.skip();
  }
  return 0;
}

/** As text, though the server may give back two halves of what it was given as text. */
function uuidOf(fields: ProtobufReader): string {
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1) return uuidOfHalves(fields.message());
    if (field === 2) return fields.text();
    fields.skip();
  }
  return '';
}

function uuidOfHalves(fields: ProtobufReader): string {
  const halves = [0n, 0n];
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === 1 || field === 2) halves[field - 1] = fields.uint64();
    else fields.skip();
  }
  const hex = halves.map((half) => half.toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
