import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** LiveKit refreshes a removed guest's token for ten minutes: longer than that whoever was shut out is kept out. */
export const DENIED_MS = 15 * 60_000;

const linesSchema = z.array(z.tuple([z.string(), z.int()]));

/**
 * Who is kept out of a conference's rooms, and until when. Written down before anything else is done: a server that is
 * restarted in the middle must not let in again whom it has just thrown out.
 */
export class DenyList {
  readonly #file: string | null;
  readonly #now: () => number;
  readonly #until: Map<string, number>;

  /** Without a file it lives as long as the server. */
  constructor(file: string | null, now: () => number) {
    this.#file = file;
    this.#now = now;
    this.#until = new Map(file === null ? [] : kept(file));
  }

  add(conference: string, identity: string): void {
    this.#until.set(key(conference, identity), this.#now() + DENIED_MS);
    this.#keep();
  }

  lift(conference: string, identity: string): void {
    if (this.#until.delete(key(conference, identity))) this.#keep();
  }

  has(conference: string, identity: string): boolean {
    return (this.#until.get(key(conference, identity)) ?? 0) > this.#now();
  }

  #keep(): void {
    for (const [one, until] of this.#until) if (until <= this.#now()) this.#until.delete(one);
    if (this.#file === null) return;
    const draft = `${this.#file}.draft`;
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeSync(descriptor, JSON.stringify([...this.#until]));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, this.#file);
  }
}

const key = (conference: string, identity: string): string => `${conference} ${identity}`;

/** A file that cannot be read is worth no more than none: whoever is in it needs a sign-in too. */
function kept(file: string): readonly (readonly [string, number])[] {
  try {
    return linesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
