export type FileKind = 'pdf' | 'mp4' | 'webm' | 'jpeg' | 'png' | 'webp' | 'zip' | 'ole';

/** A PDF may begin behind a little of something else; the other kinds begin at once. */
export const HEAD_BYTES = 1_024;

const SIGNATURES: readonly (readonly [FileKind, Buffer])[] = [
  ['webm', Buffer.from('1a45dfa3', 'hex')],
  ['jpeg', Buffer.from('ffd8ff', 'hex')],
  ['png', Buffer.from('89504e470d0a1a0a', 'hex')],
  /** The new office formats; which of them, and whether it is one, shows its inside. */
  ['zip', Buffer.from('504b0304', 'hex')],
  /** The old office formats, and the new ones with a password. */
  ['ole', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
];

/** What a file is by its own signature, whatever its name says; null: nothing that is taken. */
export function kindOfHead(head: Buffer): FileKind | null {
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'mp4';
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP') {
    return 'webp';
  }
  const signed = SIGNATURES.find(([, signature]) => head.subarray(0, signature.length).equals(signature));
  if (signed !== undefined) return signed[0];
  return head.subarray(0, HEAD_BYTES).includes('%PDF-') ? 'pdf' : null;
}
