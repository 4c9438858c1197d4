import { parse, type ObjectNode, type ValueNode } from '@humanwhocodes/momoa';
import { fieldError, pointerOf, type FieldError } from '../fields/field-error.js';
import type { FieldProblemCode } from '../fields/field-problems.js';
import type { RequestRejection } from '../problems/request-rejection.js';
import { isExactNumber } from './exact-number.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A body, or why it was not taken. */
export type StrictJson =
  | { readonly value: JsonObject }
  | { readonly rejection: RequestRejection; readonly errors?: readonly FieldError[] };

/** Nested deeper than any request here needs; bounds the recursion of the parser. */
export const maxDepth = 32;

/**
 * Reads a request body so that what is recorded is what was sent: refused are invalid UTF-8, duplicate keys (which
 * `JSON.parse` drops), numbers that a double would change, and lone surrogates. Text is normalised to NFC, so that
 * an Å is one fact however it was typed.
 */
export function parseStrictJson(bytes: Uint8Array): StrictJson {
  const text = decode(bytes);
  if (text === null) return { rejection: { code: 'invalid-utf8', facts: {} } };
  if (depthOf(text) > maxDepth) return { rejection: { code: 'json-too-deep', facts: { maxDepth } } };
  try {
    return objectIn(parse(text, { mode: 'json', ranges: true, allowTrailingCommas: false }).body, text);
  } catch (error) {
    return { rejection: { code: 'malformed-json', facts: placeOf(error) } };
  }
}

function objectIn(body: ValueNode, text: string): StrictJson {
  const errors: FieldError[] = [];
  const reading = { text, path: [], errors };
  if (body.type !== 'Object') refuse(reading, 'not-an-object');
  const value = valueOf(body, reading);
  const rejection = { code: 'invalid-request', facts: {} } as const;
  return errors.length > 0 ? { rejection, errors } : { value: value as JsonObject };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How deep brackets are nested, outside strings. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (inString && char === '\\') i += 1;
    else if (char === '"') inString = !inString;
    else if (!inString && (char === '{' || char === '[')) deepest = Math.max(deepest, (depth += 1));
    else if (!inString && (char === '}' || char === ']')) depth -= 1;
  }
  return deepest;
}

interface Reading {
  readonly text: string;
  readonly path: readonly (string | number)[];
  readonly errors: FieldError[];
}

function valueOf(node: ValueNode, reading: Reading): JsonValue {
  switch (node.type) {
    case 'Object':
      return objectOf(node, reading);
    case 'Array':
      return node.elements.map((element, n) => valueOf(element.value, within(reading, n)));
    case 'Number':
      return numberOf(node, reading);
    case 'String':
      return textOf(node.value, reading);
    case 'Boolean':
      return node.value;
    case 'Null':
      return null;
    default:
      throw new Error(`JSON has no ${node.type}.`);
  }
}

function objectOf(node: ObjectNode, reading: Reading): JsonObject {
  const members = new Map<string, JsonValue>();
  for (const { name, value } of node.members) {
    const key = (name.type === 'String' ? name.value : name.name).normalize('NFC');
    const at = within(reading, key);
    if (members.has(key)) refuse(at, 'duplicate-field');
    if (reservedKeys.has(key)) refuse(at, 'unknown-field');
    members.set(key, valueOf(value, at));
  }
  return Object.fromEntries([...members].filter(([key]) => !reservedKeys.has(key)));
}

/** Names that mean something to JavaScript itself; no field is called so. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

function numberOf(node: Extract<ValueNode, { type: 'Number' }>, reading: Reading): number {
  const [start, end] = node.range ?? [0, 0];
  if (!isExactNumber(reading.text.slice(start, end))) refuse(reading, 'inexact-number');
  // −0 would compare as another fact than 0.
  return node.value === 0 ? 0 : node.value;
}

function textOf(value: string, reading: Reading): string {
  if (/\p{Surrogate}/u.test(value)) refuse(reading, 'malformed-text');
  return value.normalize('NFC');
}

function within(reading: Reading, key: string | number): Reading {
  return { ...reading, path: [...reading.path, key] };
}

function refuse({ path, errors }: Reading, code: FieldProblemCode): void {
  errors.push(fieldError({ pointer: pointerOf(path) }, code));
}

function placeOf(error: unknown): { line: number; column: number } {
  if (!(error instanceof Error)) throw error;
  const { line = 1, column = 1 } = error as Error & { line?: number; column?: number };
  return { line, column };
}
