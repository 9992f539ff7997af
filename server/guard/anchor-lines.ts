import { z } from 'zod';
import { type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import { isSigned } from '../archive/archive-key.ts';

/** That a journal held this line at that time: whoever cuts or rewrites it later has not the key to say otherwise. */
export interface Anchor {
  readonly conference: ConferenceId;
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

const anchorLine = z.strictObject({
  conference: conferenceIdSchema,
  seq: z.int(),
  hash: z.string().regex(/^[\da-f]{64}$/),
  at: z.int(),
  signature: z.string().regex(/^[\da-f]{128}$/),
});
export type AnchorLine = z.infer<typeof anchorLine>;

export interface ReadAnchors {
  readonly lines: readonly AnchorLine[];
  /** Bytes up to the end of the last whole line: what stands after it was cut off by a power cut. */
  readonly wholeBytes: number;
  /** The first line that this installation has not signed; null: there is none. */
  readonly alteredLine: number | null;
}

/** Each signature covers the one before: no line can be taken out of the middle. */
export const signedText = (before: string, { conference, seq, hash, at }: Anchor): Buffer =>
  Buffer.from([before, conference, seq, hash, at].join('\n'));

/** Lines that were altered anchor nothing; those that are still signed count. */
export function readAnchors(file: string, publicKey: string): ReadAnchors {
  const whole = file.slice(0, file.lastIndexOf('\n') + 1);
  const lines: AnchorLine[] = [];
  let alteredLine: number | null = null;
  let before = '';
  for (const [index, text] of whole.split('\n').slice(0, -1).entries()) {
    const line = parsedLine(text);
    if (line !== null && isOwn(line, before, publicKey)) lines.push(line);
    else alteredLine ??= index + 1;
    before = line?.signature ?? '';
  }
  return { lines, wholeBytes: Buffer.byteLength(whole), alteredLine };
}

const isOwn = (line: AnchorLine, before: string, publicKey: string): boolean =>
  isSigned(signedText(before, line), { algorithm: 'Ed25519', publicKey, fingerprint: '', signature: line.signature });

function parsedLine(text: string): AnchorLine | null {
  try {
    return anchorLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
