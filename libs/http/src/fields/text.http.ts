import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
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

/** Text with at least one visible character. White space around it is dropped; line breaks become `\n`. */
export function IsText({ max, multiline = false }: TextOptions): PropertyDecorator {
  const refused = multiline ? unprintableButLineBreaks : unprintable;
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidy(value) : value)),
    field('malformed-text', (value) => typeof value === 'string' && value.length > 0 && !refused.test(value)),
    field(
      'text-too-long',
      (value) => typeof value !== 'string' || Array.from(value).length <= max,
      `Skriv högst ${max} tecken.`,
    ),
    ApiProperty({ type: String, minLength: 1, maxLength: max }),
  );
}

function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
