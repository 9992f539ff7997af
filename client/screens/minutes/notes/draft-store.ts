import { z } from 'zod';
import type { ConferenceId } from '../../../../shared/domain/ids.ts';
import type { NoteDraft } from './note-draft.ts';

const draftSchema = z.object({
  typed: z.string(),
  base: z.object({ text: z.string(), revision: z.int() }),
  sent: z.string().nullable(),
});

/** Where what was typed waits for the server: it outlives the page, and not the tab. */
export interface DraftStore {
  /** By `noteKey`. */
  readonly all: () => ReadonlyMap<string, NoteDraft>;
  readonly keep: (key: string, draft: NoteDraft) => void;
  readonly forget: (key: string) => void;
}

type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

export function draftStore(conference: ConferenceId, shelf: Shelf = sessionStorage): DraftStore {
  const prefix = `note ${conference} `;
  return {
    all: () => {
      const names = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
      const found = names.filter((name) => name.startsWith(prefix));
      return new Map(
        found.flatMap((name) => {
          const draft = readDraft(shelf.getItem(name));
          return draft === null ? [] : [[name.slice(prefix.length), draft]];
        }),
      );
    },
    keep: (key, draft) => attempt(() => shelf.setItem(prefix + key, JSON.stringify(draft))),
    forget: (key) => attempt(() => shelf.removeItem(prefix + key)),
  };
}

function readDraft(kept: string | null): NoteDraft | null {
  try {
    return draftSchema.parse(JSON.parse(kept ?? 'null'));
  } catch {
    return null;
  }
}

/** A shelf that is full must not stop the writing: the page still holds the words. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
