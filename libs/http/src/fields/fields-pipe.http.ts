import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { invalidRequest } from '../problems/rejection-exception.js';
import { fieldErrors } from './field-errors.http.js';

/**
 * Makes an instance of the handler's DTO class out of body, query or path, without converting anything that the class
 * does not ask for. Refuses what the class does not allow, unknown fields included.
 */
@Injectable()
export class FieldsPipe implements PipeTransform<unknown, Promise<unknown>> {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || !isDto(metatype)) return value;
    const dto = plainToInstance(metatype, { ...(value as object) }) as object;
    const found = await validate(dto, {
      whitelist: true,
      // A path has the parameters of its route; a DTO that names only some of them is right to.
      forbidNonWhitelisted: type !== 'param',
      forbidUnknownValues: false,
      validationError: { target: false },
    });
    if (found.length > 0) throw invalidRequest(...fieldErrors(found, type));
    return dto;
  }
}

const builtIn = new Set<unknown>([undefined, String, Number, Boolean, Array, Object]);

function isDto(metatype: Type | undefined): metatype is Type {
  return !builtIn.has(metatype);
}
