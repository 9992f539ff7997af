import { createHash } from 'node:crypto';

/** A journal line as it is hashed: the columns in this order, joined by newlines, which none of them contains. */
export interface Line {
  readonly conference: string;
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly type: string;
  readonly version: number;
  readonly body: string;
}

export const FIRST_HASH = Buffer.alloc(32);

/** Each line's hash covers the one before: whoever changes a line must change all that follow. */
export function chainHash(previous: Uint8Array, { conference, seq, at, actor, type, version, body }: Line): Buffer {
  return createHash('sha256')
    .update(previous)
    .update([conference, seq, at, actor, type, version, body].join('\n'))
    .digest();
}
