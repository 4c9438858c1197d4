import { Injectable } from '@nestjs/common';
import { CommandExecutor } from '#libs/command';
import { ErasureRegister, EventStore, type Erasure, type LogHead } from '#libs/event-store';
import { parseStreamId, parseStreamName } from '#libs/kernel';
import { ProjectionRunner } from '#libs/read-model';
import { CarriedOut } from './carried-out.adapter.js';

/**
 * What there is to do once something has been decided to be erased. Every process destroys the contents, whoever did
 * so before, and forgets what it remembers of their streams; one of them then builds anew the read models that had
 * folded them. Every step can be taken again, so a crash anywhere leaves only work to be begun once more.
 */
@Injectable()
export class ErasureWork {
  /** By municipality: its last decision that this process has done its part of. */
  private readonly destroyed = new Map<string, number>();
  private readonly looked = new Map<string, string>();
  /** The municipalities whose read models may hold what has been destroyed. */
  private readonly unfinished = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly register: ErasureRegister,
    private readonly commands: CommandExecutor,
    private readonly readModels: ProjectionRunner,
    private readonly carriedOut: CarriedOut,
  ) {}

  get isFinished(): boolean {
    return this.unfinished.size === 0;
  }

  /** Destroys what any municipality has decided on since the last look. */
  async destroyAll(): Promise<void> {
    for (const { tenant, position } of await this.store.heads()) await this.lookAt({ tenant, position });
  }

  async destroy(tenant: string): Promise<void> {
    const { all } = await this.register.of(tenant);
    if (all.length === 0) return;
    const from = this.destroyed.get(tenant) ?? (await this.carriedOut.upTo(tenant));
    const due = all.filter(({ revision }) => revision > from);
    for (const { events } of due) {
      await this.store.erase(
        tenant,
        events.map(({ id }) => id),
      );
    }
    // Not before the contents are gone: otherwise they would be read and remembered again.
    if (due.length > 0) this.commands.forget(streamsOf(due).map(parseStreamId));
    if (due.length > 0) this.unfinished.add(tenant);
    this.destroyed.set(tenant, due.at(-1)?.revision ?? from);
  }

  /** Rebuilds what has folded the destroyed contents. False where another process is at it. */
  async finish(signal: AbortSignal): Promise<boolean> {
    return this.carriedOut.alone(async () => {
      const due = await Promise.all([...this.unfinished].map((tenant) => this.toBeFinished(tenant)));
      const contexts = new Set(due.flatMap(({ erasures }) => streamsOf(erasures).map(contextOf)));
      if (contexts.size > 0) await this.readModels.rebuildReading([...contexts], signal);
      for (const { tenant, upTo } of due) {
        await this.carriedOut.advance(tenant, upTo);
        if (upTo === this.destroyed.get(tenant)) this.unfinished.delete(tenant);
      }
    });
  }

  private async lookAt({ tenant, position }: LogHead): Promise<void> {
    if (this.looked.get(tenant) === position) return;
    await this.destroy(tenant);
    this.looked.set(tenant, position);
  }

  private async toBeFinished(tenant: string) {
    const [from, upTo] = [await this.carriedOut.upTo(tenant), this.destroyed.get(tenant) ?? -1];
    const { all } = await this.register.of(tenant);
    const erasures = all.filter(({ revision }) => revision > from && revision <= upTo);
    return { tenant, upTo, erasures };
  }
}

function streamsOf(erasures: readonly Erasure[]): string[] {
  return [...new Set(erasures.flatMap(({ events }) => events.map(({ stream }) => stream)))];
}

function contextOf(stream: string): string {
  return parseStreamName(parseStreamId(stream).name).context;
}
