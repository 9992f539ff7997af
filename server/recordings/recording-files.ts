import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConferenceId, RecordingId } from '../../shared/domain/ids.ts';
import type { recordingPartSchema } from '../../shared/protocol/technical.ts';
import { type FreeBytes, freeBytes, KEPT_FREE_BYTES, NoRoomLeft } from '../disk-room.ts';

export interface RecordingAddress {
  readonly conference: ConferenceId;
  readonly recording: RecordingId;
}
export interface PartAddress extends RecordingAddress {
  readonly part: number;
}
export interface PieceAddress extends PartAddress {
  readonly piece: number;
}

export interface PieceFile {
  readonly path: string;
  readonly bytes: number;
  /** The instant of its last picture. */
  readonly until: number;
}

/** More parts than crashes of a day: a page that reloads without end must not fill the folder with names. */
export const MAX_PARTS = 2_000;

const headSchema = z.object({ kind: z.string(), startedAt: z.int() });
type Head = z.infer<typeof headSchema>;
type Part = z.infer<typeof recordingPartSchema>;

const HEAD = 'part.json';
const PIECE = /^(\d{6})\.piece$/;
const nameOfPart = (part: number): string => String(part).padStart(4, '0');
const nameOfPiece = (piece: number): string => `${String(piece).padStart(6, '0')}.piece`;

/**
 * Recordings on the disk: a folder a part, a file a piece. A piece has its name only once all of it is durable, and
 * no name is ever given twice: whatever dies in between leaves a part that plays up to the last piece that was
 * acknowledged.
 */
export class RecordingFiles {
  readonly #folder: string;
  readonly #freeBytes: FreeBytes;
  /** The last number of each part that is being written, so that a piece costs no listing of the folder. */
  readonly #last = new Map<string, number>();

  constructor(folder: string, free: FreeBytes = freeBytes) {
    this.#folder = folder;
    this.#freeBytes = free;
  }

  /** The next free number; of two pages that ask at once each gets its own. */
  async openPart(address: RecordingAddress, head: Head): Promise<PartAddress | null> {
    const folder = this.#folderOf(address);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let part = 1 + ((await this.#partNumbers(address)).at(-1) ?? 0); part <= MAX_PARTS; part++) {
      if (!(await madeAnew(join(folder, nameOfPart(part))))) continue;
      const opened = { ...address, part };
      await this.#write(opened, HEAD, Buffer.from(JSON.stringify(head)));
      for (const one of [folder, join(folder, '..'), this.#folder]) await syncFolder(one);
      return opened;
    }
    return null;
  }

  /** How many pieces the part has; null: there is no such part. */
  async lastPiece(address: PartAddress): Promise<number | null> {
    const folder = this.#partFolder(address);
    const known = this.#last.get(folder);
    if (known !== undefined) return known;
    if ((await this.#head(address)) === null) return null;
    const last = (await this.#pieceNumbers(address)).at(-1) ?? 0;
    this.#last.set(folder, last);
    return last;
  }

  /** Resolves when the piece is on the disk, with its name. `false`: that number was given before. */
  async keepPiece(address: PieceAddress, body: Buffer, until: number): Promise<boolean> {
    const kept = await this.#write(address, nameOfPiece(address.piece), body, until);
    const folder = this.#partFolder(address);
    this.#last.set(folder, Math.max(this.#last.get(folder) ?? 0, address.piece));
    return kept;
  }

  async sizeOfPiece(address: PieceAddress): Promise<number> {
    return (await stat(join(this.#partFolder(address), nameOfPiece(address.piece)))).size;
  }

  /** The pieces of a part in their order, up to the first that is missing. */
  async pieces(address: PartAddress): Promise<readonly PieceFile[]> {
    const folder = this.#partFolder(address);
    const numbers = await this.#pieceNumbers(address);
    const whole = numbers.filter((piece, index) => piece === index + 1);
    return Promise.all(
      whole.map(async (piece) => {
        const path = join(folder, nameOfPiece(piece));
        const { size, mtimeMs } = await stat(path);
        return { path, bytes: size, until: Math.round(mtimeMs) };
      }),
    );
  }

  /** The parts in which something was kept. */
  async parts(address: RecordingAddress): Promise<readonly Part[]> {
    const numbers = await this.#partNumbers(address);
    const parts = await Promise.all(numbers.map((part) => this.#partOf({ ...address, part })));
    return parts.flatMap((part) => part ?? []);
  }

  async kindOf(address: PartAddress): Promise<string | null> {
    return (await this.#head(address))?.kind ?? null;
  }

  async erase(address: RecordingAddress): Promise<void> {
    const folder = this.#folderOf(address);
    await rm(folder, { recursive: true, force: true });
    for (const key of this.#last.keys()) if (key.startsWith(`${folder}/`)) this.#last.delete(key);
  }

  async #partOf(address: PartAddress): Promise<Part | null> {
    const head = await this.#head(address);
    const pieces = await this.pieces(address);
    const last = pieces.at(-1);
    if (head === null || last === undefined) return null;
    const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0);
    return { part: address.part, startedAt: head.startedAt, endedAt: last.until, bytes, kind: head.kind };
  }

  /** Written under a name of its own, made durable, and only then given its name, which must be free. */
  async #write(address: PartAddress, name: string, body: Buffer, until?: number): Promise<boolean> {
    const folder = this.#partFolder(address);
    const draft = join(folder, `${randomUUID()}.draft`);
    try {
      // A recording that goes on for hours must not end the conference that it records.
      if ((await this.#freeBytes(folder)) - body.length < KEPT_FREE_BYTES) throw new NoRoomLeft();
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(body);
        if (until !== undefined) await file.utimes(until / 1_000, until / 1_000);
        await file.sync();
      } finally {
        await file.close();
      }
      return await named(draft, join(folder, name));
    } finally {
      await unlink(draft).catch(() => undefined);
      await syncFolder(folder);
    }
  }

  async #head(address: PartAddress): Promise<Head | null> {
    const text = await readFile(join(this.#partFolder(address), HEAD), 'utf8').catch(absent);
    return text === null ? null : (headSchema.safeParse(JSON.parse(text)).data ?? null);
  }

  async #partNumbers(address: RecordingAddress): Promise<readonly number[]> {
    return numbersIn(await namesIn(this.#folderOf(address)), /^(\d{4})$/);
  }

  async #pieceNumbers(address: PartAddress): Promise<readonly number[]> {
    return numbersIn(await namesIn(this.#partFolder(address)), PIECE);
  }

  #folderOf({ conference, recording }: RecordingAddress): string {
    return join(this.#folder, conference, recording);
  }

  #partFolder(address: PartAddress): string {
    return join(this.#folderOf(address), nameOfPart(address.part));
  }
}

const numbersIn = (names: readonly string[], pattern: RegExp): readonly number[] =>
  names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);

const namesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder).catch(absent)) ?? [];

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : undefined);

function absent(cause: unknown): null {
  if (codeOf(cause) !== 'ENOENT') throw cause;
  return null;
}

async function madeAnew(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function named(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Without it a name may be lost with the power, although the file under it was synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
