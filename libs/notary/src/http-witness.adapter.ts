import { parseNote, printAddCheckpoint, type NoteSignature } from '#libs/proof';
import type { Cosigned, Cosigner, CosigningRequest } from './cosigner.js';
import { nextStep, signatureIn, type WitnessAnswer } from './witness-answer.js';
import type { WitnessAt } from './witness-at.js';

export interface HttpWitnessOptions {
  /** How long it may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A witness whose logs others ask for as well may have gone on between two questions. */
const mostQuestions = 4;
/** Many more than a size or a few signatures. */
const maxBodyBytes = 16 * 1_024;

/** A witness that is asked over HTTP (C2SP tlog-witness). Nothing that it answers is taken unverified. */
export class HttpWitness implements Cosigner {
  readonly name: string;
  private readonly timeoutMs: number;
  /** Of each municipality's log, the size that it has signed last as far as this process knows. */
  private readonly lastSizes = new Map<string, number>();

  constructor(
    private readonly witness: WitnessAt,
    { timeoutMs = 10_000 }: HttpWitnessOptions = {},
  ) {
    this.name = `${witness.key.name}+${witness.key.id}`;
    this.timeoutMs = timeoutMs;
  }

  async cosign(request: CosigningRequest, signal: AbortSignal): Promise<Cosigned> {
    const { tenant, size } = request.checkpoint;
    for (let question = 0; question < mostQuestions; question += 1) {
      const asked = { oldSize: Math.min(this.lastSizes.get(tenant) ?? 0, size), size };
      const answer = await this.ask(request, asked.oldSize, signal);
      const next = nextStep(answer, asked);
      if (next.step === 'give-up') throw new Error(next.reason);
      if (next.step === 'contradicted') return { contradiction: next.contradiction };
      if (next.step === 'verify') return { signature: this.verified(request, answer.body) };
      this.lastSizes.set(tenant, next.oldSize);
    }
    throw new Error(`it named another size each time, ${mostQuestions} times`);
  }

  private verified({ checkpoint }: CosigningRequest, body: string): NoteSignature {
    const signature = signatureIn(body, parseNote(checkpoint.note).text, this.witness.key);
    if (!signature) throw new Error('it answered no signature of its own that holds');
    this.lastSizes.set(checkpoint.tenant, checkpoint.size);
    return signature;
  }

  private async ask(
    { checkpoint, consistencyFrom }: CosigningRequest,
    oldSize: number,
    signal: AbortSignal,
  ): Promise<WitnessAnswer> {
    const proof = await consistencyFrom(oldSize);
    const body = printAddCheckpoint({ oldSize, proof, note: checkpoint.note });
    const timeout = AbortSignal.timeout(this.timeoutMs);
    try {
      return await post(`${this.witness.url}/add-checkpoint`, body, AbortSignal.any([signal, timeout]));
    } catch (cause) {
      const reason = timeout.aborted ? `no answer within ${this.timeoutMs / 1_000} s` : reasonOf(cause);
      throw new Error(reason, { cause });
    }
  }
}

async function post(url: string, body: string, signal: AbortSignal): Promise<WitnessAnswer> {
  const response = await fetch(url, { method: 'POST', body, signal, redirect: 'manual' });
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  return { status: response.status, contentType, body: await textOf(response) };
}

/** Reads no further than an answer can be long. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error(`it answered more than ${maxBodyBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** What `fetch` fails with tells why in its cause, where that has a message, or else a code. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { readonly cause?: Partial<NodeJS.ErrnoException> };
  return cause?.message || cause?.code || message;
}
