import { randomUUID } from 'node:crypto';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { AppendAnswer, CorrelatedAnswer } from './append-answer.js';
import { appendMessages, type ExactAppend } from './append-request.js';

interface Waiting {
  readonly resolve: (answer: AppendAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One call that carries many appends, each told apart by an id of its own. The server takes them up in the order in
 * which they are sent. When the call ends, nobody knows what became of those that are not answered.
 */
export class AppendCall {
  private readonly waiting = new Map<string, Waiting>();
  private ended: Error | undefined;

  constructor(private readonly call: ClientDuplexStream<Buffer, CorrelatedAnswer>) {
    call.on('data', ({ correlationId, answer }: CorrelatedAnswer) => {
      this.waiting.get(correlationId)?.resolve(answer);
      this.waiting.delete(correlationId);
    });
    call.on('error', (error: Error) => this.end(error));
    call.on('end', () => this.end(new Error('The server has ended the call.')));
  }

  get isOpen(): boolean {
    return this.ended === undefined;
  }

  /** Sends at once. Rejects where the call ends before the answer comes. */
  append(append: ExactAppend): Promise<AppendAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<AppendAnswer>();
    if (this.ended) {
      reject(this.ended);
      return promise;
    }
    const correlationId = randomUUID();
    this.waiting.set(correlationId, { resolve, reject });
    for (const message of appendMessages(correlationId, append)) this.call.write(message);
    return promise;
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
