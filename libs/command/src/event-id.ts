import { v5 as uuidv5 } from 'uuid';

/** The id of a command's nth event (from 0): the same for every retry of the command, in every process. */
export function eventIdOf(commandId: string, n: number): string {
  return uuidv5(`event ${n}`, commandId);
}

/** The id of the command that an idempotency key stands for, within its municipality. */
export function commandIdOf(tenant: string, idempotencyKey: string): string {
  return uuidv5(`${tenant} ${idempotencyKey}`, commandNamespace);
}

/** A fixed random UUID, so that ids derived here never meet ids derived elsewhere. */
const commandNamespace = '6f1f2f0a-8a52-4bb8-9d0b-0c7c5f3a1e77';
