import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveKey } from '../archive/archive-key.ts';
import { type Anchor, type AnchorLine, type ReadAnchors, readAnchors, signedText } from './anchor-lines.ts';

export const ANCHORS = 'anchors';

/** What the file says, and how many lines it has. */
export async function readAnchorFile(folder: string, publicKey: string): Promise<ReadAnchors> {
  return readAnchors(await textOf(join(folder, ANCHORS)), publicKey);
}

/** `anchors` in the data folder, one line for each time that a journal was anchored. It only grows. */
export class AnchorFile {
  readonly found: ReadAnchors;
  readonly #path: string;
  readonly #key: ArchiveKey;
  #lines: number;
  #signature: string;

  private constructor(path: string, key: ArchiveKey, text: string) {
    this.#path = path;
    this.#key = key;
    this.found = readAnchors(text, key.publicKey);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
    this.#lines = whole.length - 1;
    this.#signature = signatureOf(whole.at(-2) ?? '');
  }

  static async open(dataDir: string, key: ArchiveKey): Promise<AnchorFile> {
    const path = join(dataDir, ANCHORS);
    return new AnchorFile(path, key, await textOf(path));
  }

  get head(): { readonly lines: number; readonly signature: string } {
    return { lines: this.#lines, signature: this.#signature };
  }

  /** On the disk when it resolves. */
  async add(anchors: readonly Anchor[]): Promise<void> {
    let signature = this.#signature;
    const lines = anchors.map((anchor): AnchorLine => {
      signature = this.#key.sign(signedText(signature, anchor)).signature;
      return { ...anchor, signature };
    });
    await appendSynced(this.#path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    this.#signature = signature;
    this.#lines += lines.length;
  }
}

/** What a power cut left of a line is no line, and the next must not be written behind it. */
async function appendSynced(path: string, text: string): Promise<void> {
  const before = await textOf(path);
  const file = await open(path, 'a', 0o600);
  try {
    const whole = Buffer.byteLength(before.slice(0, before.lastIndexOf('\n') + 1));
    if (whole < Buffer.byteLength(before)) await file.truncate(whole);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function signatureOf(text: string): string {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null && 'signature' in line ? String(line.signature) : '';
  } catch {
    return '';
  }
}

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  });
