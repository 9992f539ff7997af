import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../desk/seeded-chance.ts';
import type { DiskCall } from './read-trace.ts';

/** What a disk does with what nobody has synced when the power goes. */
export const LOSSES = ['dropped', 'kept', 'prefix', 'subset', 'torn'] as const;
export type Loss = (typeof LOSSES)[number];

type Change = Extract<DiskCall, { kind: 'write' | 'truncate' }>;
type Naming = { readonly name: string; readonly file: StoredFile | null };

const SECTOR = 512;
const ROOM = 1 << 16;

/** One file under whatever name: what is safe of it, and what is on its way. */
class StoredFile {
  #room: Buffer;
  #length: number;
  pending: Change[] = [];

  constructor(bytes: Buffer) {
    this.#room = Buffer.from(bytes);
    this.#length = bytes.length;
  }

  sync(): void {
    for (const change of this.pending) this.#apply(change);
    this.pending = [];
  }

  /** As it is found after the cut. */
  after(chosen: readonly Change[], chance: Chance | null): Buffer {
    const file = new StoredFile(this.#room.subarray(0, this.#length));
    for (const change of chosen) file.#apply(change, chance);
    return file.#room.subarray(0, file.#length);
  }

  #apply(change: Change, tearing: Chance | null = null): void {
    if (change.kind === 'truncate') this.#resize(change.length);
    else if (tearing === null) this.#put(change.bytes, change.at);
    else {
      for (let from = 0; from < change.bytes.length; from += SECTOR) {
        if (tearing.next() < 0.5) this.#put(change.bytes.subarray(from, from + SECTOR), change.at + from);
      }
    }
  }

  #put(bytes: Buffer, at: number): void {
    if (at + bytes.length > this.#length) this.#resize(at + bytes.length);
    bytes.copy(this.#room, at);
  }

  #resize(length: number): void {
    if (length > this.#room.length) {
      const room = Buffer.alloc(length + ROOM);
      this.#room.copy(room, 0, 0, this.#length);
      this.#room = room;
    }
    if (length > this.#length) this.#room.fill(0, this.#length, length);
    this.#length = length;
  }
}

/**
 * A disk that keeps only what it was told to keep: bytes at the sync of their file, names at the sync of the folder.
 * What is on its way when the power goes is dropped, kept, or kept in part, down to single sectors.
 */
export class CutDisk {
  readonly #files = new Map<string, StoredFile>();
  /** Names as they are found after a cut. */
  readonly #kept = new Map<string, StoredFile>();
  #namings: Naming[] = [];

  constructor(before: string) {
    for (const name of readdirSync(before)) {
      if (name.endsWith('-shm')) continue;
      const file = new StoredFile(readFileSync(join(before, name)));
      this.#files.set(name, file);
      this.#kept.set(name, file);
    }
  }

  do(call: DiskCall): void {
    switch (call.kind) {
      case 'create':
        if (!this.#files.has(call.name)) this.#name(call.name, new StoredFile(Buffer.alloc(0)));
        return;
      case 'unlink':
        return this.#name(call.name, null);
      case 'write':
      case 'truncate':
        return void this.#fileOf(call.name).pending.push(call);
      case 'sync':
        return this.#fileOf(call.name).sync();
      case 'syncFolder':
        this.#keepNames(this.#namings.length);
        this.#namings = [];
        return;
      case 'ack':
        return;
      default:
        return call satisfies never;
    }
  }

  /** Writes what is left after a cut at this moment. */
  cut(loss: Loss, chance: Chance, into: string): void {
    const names = new Map(this.#kept);
    const namings = this.#namings.slice(0, namesKept(loss, chance, this.#namings.length));
    for (const { name, file } of namings) {
      if (file === null) names.delete(name);
      else names.set(name, file);
    }
    for (const [name, file] of names) {
      const chosen = choose(file.pending, loss, chance);
      writeFileSync(join(into, name), file.after(chosen, loss === 'torn' ? chance : null), { mode: 0o600 });
    }
  }

  #name(name: string, file: StoredFile | null): void {
    if (file === null) this.#files.delete(name);
    else this.#files.set(name, file);
    this.#namings.push({ name, file });
  }

  #keepNames(count: number): void {
    for (const { name, file } of this.#namings.slice(0, count)) {
      if (file === null) this.#kept.delete(name);
      else this.#kept.set(name, file);
    }
  }

  #fileOf(name: string): StoredFile {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`${name} was written before it was made`);
    return file;
  }
}

/** Names come in their order: a file system keeps a journal of them. */
function namesKept(loss: Loss, chance: Chance, count: number): number {
  if (loss === 'dropped') return 0;
  return loss === 'kept' ? count : chance.between(0, count);
}

function choose(pending: readonly Change[], loss: Loss, chance: Chance): readonly Change[] {
  switch (loss) {
    case 'dropped':
      return [];
    case 'kept':
    case 'torn':
      return pending;
    case 'prefix':
      return pending.slice(0, chance.between(0, pending.length));
    case 'subset':
      return pending.filter(() => chance.next() < 0.5);
    default:
      return loss satisfies never;
  }
}
