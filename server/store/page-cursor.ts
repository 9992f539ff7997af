/** Cursors are opaque to whoever holds them: a letter for the kind of list, and where its page ended. */
export type CursorKind = 'protocol' | 'entry' | 'search' | 'export';

export const cursorText = (kind: CursorKind, place: unknown): string =>
  Buffer.from(JSON.stringify([kind, place])).toString('base64url');

/** null: it is no cursor of this kind. */
export function cursorPlace(kind: CursorKind, text: string | null): unknown {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(read) && read[0] === kind ? read[1] : null;
  } catch {
    return null;
  }
}
