import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { holdsIdentityNumber } from '#libs/kernel';
import { field } from './field.http.js';

export interface TextOptions {
  /** Most characters (Unicode code points). */
  readonly max: number;
  /** Whether line breaks are allowed. */
  readonly multiline?: boolean;
}

/** Control characters, separators that pass for line breaks, and marks that turn the reading direction around. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const unprintableButLineBreaks = /[\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u;

/**
 * Text with at least one visible character. White space around it is dropped; line breaks become `\n`. No personal
 * identity number enters the log through it, since nothing that is recorded is taken away.
 */
export function IsText({ max, multiline = false }: TextOptions): PropertyDecorator {
  const refused = multiline ? unprintableButLineBreaks : unprintable;
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value)),
    field('malformed-text', (value) => typeof value === 'string' && value.length > 0 && !refused.test(value)),
    field('text-too-long', (value) => !isLonger(value, max), `Skriv högst ${max} tecken.`),
    field('personal-identity-number', (value) => !namesSomebody(value)),
    ApiProperty({ type: String, minLength: 1, maxLength: max }),
  );
}

/** A list of texts of one line each, 1 to `items` of them. White space around them is dropped. */
export function ListOfTexts({
  max,
  items,
}: {
  readonly max: number;
  readonly items: number;
}): PropertyDecorator {
  const isText = (value: unknown) =>
    typeof value === 'string' && value.length > 0 && !unprintable.test(value);
  const every = (value: unknown, isSound: (item: unknown) => boolean) =>
    !Array.isArray(value) || (value as unknown[]).every(isSound);
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(tidy) : value)),
    field('not-a-list', Array.isArray),
    field('malformed-text', (value) => every(value, isText)),
    field(
      'text-too-long',
      (value) => every(value, (item) => !isLonger(item, max)),
      `Skriv högst ${max} tecken.`,
    ),
    field('personal-identity-number', (value) => every(value, (item) => !namesSomebody(item))),
    field('too-few-items', (value) => !Array.isArray(value) || value.length > 0),
    field(
      'too-many-items',
      (value) => !Array.isArray(value) || value.length <= items,
      `Listan får ha högst ${items} poster.`,
    ),
    ApiProperty({ type: [String], minItems: 1, maxItems: items }),
  );
}

function tidy(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value;
}

function namesSomebody(value: unknown): boolean {
  return typeof value === 'string' && holdsIdentityNumber(value);
}

function isLonger(value: unknown, max: number): boolean {
  return typeof value === 'string' && Array.from(value).length > max;
}
