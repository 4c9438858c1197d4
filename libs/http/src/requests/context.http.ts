import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '#libs/command';
import type { ParagrafRequest } from './paragraf-request.http.js';

/** The {@link CommandContext} of a route marked `@Records`. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): CommandContext => {
  const { commandContext } = execution.switchToHttp().getRequest<ParagrafRequest>();
  if (!commandContext) throw new Error('@Context() is given on routes marked @Records only.');
  return commandContext;
});
