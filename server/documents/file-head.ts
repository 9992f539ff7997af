export type FileKind = 'pdf' | 'mp4' | 'webm';

/** A PDF may begin behind a little of something else; the other kinds begin at once. */
export const HEAD_BYTES = 1_024;

/** What a file is by its own signature, whatever its name says; null: nothing that is shown. */
export function kindOfHead(head: Buffer): FileKind | null {
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'mp4';
  if (head.length >= 4 && head.readUInt32BE(0) === 0x1a45dfa3) return 'webm';
  return head.subarray(0, HEAD_BYTES).includes('%PDF-') ? 'pdf' : null;
}
