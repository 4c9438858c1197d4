import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '#libs/proof';

interface Slot {
  readonly at: number;
  readonly capacity: number;
  readonly bytes: number;
  /** SHA-256 (hex). */
  readonly digest: string;
}

const smallestSlot = 512;

/**
 * Texts by key in a temporary file, for what does not fit into memory. A text that is written again takes its former
 * place, or one that another has left, so that the file stays within a few times what is in it.
 */
export class SpillFile {
  private readonly folder = mkdtempSync(join(tmpdir(), 'paragraf-'));
  private readonly file: number;
  private readonly slots = new Map<string, Slot>();
  /** Places that are free, by their capacity. */
  private readonly free = new Map<number, number[]>();
  private end = 0;

  constructor() {
    this.file = openSync(join(this.folder, 'spilled'), 'w+', 0o600);
    // Whatever ends the process, nothing is left. Windows keeps the name of an open file until it is closed.
    if (process.platform !== 'win32') rmSync(this.folder, { recursive: true });
  }

  has(key: string): boolean {
    return this.slots.has(key);
  }

  write(key: string, content: Uint8Array): void {
    const { at, capacity } = this.placeFor(key, content.length);
    for (let done = 0; done < content.length;) {
      done += writeSync(this.file, content, done, content.length - done, at + done);
    }
    this.slots.set(key, { at, capacity, bytes: content.length, digest: sha256Hex(content) });
  }

  /** SHA-256 (hex) of what was written for the key last. */
  digest(key: string): string {
    return this.slotOf(key).digest;
  }

  read(key: string): string {
    const slot = this.slotOf(key);
    const content = Buffer.allocUnsafe(slot.bytes);
    for (let done = 0; done < slot.bytes;) {
      const read = readSync(this.file, content, done, slot.bytes - done, slot.at + done);
      if (read === 0) throw new RangeError(`The temporary file ends within what was written for ${key}.`);
      done += read;
    }
    return content.toString();
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private slotOf(key: string): Slot {
    const slot = this.slots.get(key);
    if (!slot) throw new RangeError(`Nothing has been written for ${key}.`);
    return slot;
  }

  private placeFor(key: string, bytes: number): { readonly at: number; readonly capacity: number } {
    const former = this.slots.get(key);
    if (former && former.capacity >= bytes) return former;
    if (former) this.freeOf(former.capacity).push(former.at);
    let capacity = smallestSlot;
    while (capacity < bytes) capacity *= 2;
    const at = this.freeOf(capacity).pop() ?? this.end;
    if (at === this.end) this.end += capacity;
    return { at, capacity };
  }

  private freeOf(capacity: number): number[] {
    const places = this.free.get(capacity) ?? [];
    this.free.set(capacity, places);
    return places;
  }
}
