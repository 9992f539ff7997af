import { plain } from '../../../../shared/base/plain-text.ts';

/** A written part as somebody has read it: the server's text and its revision, 0 where nothing is written. */
export interface Reading {
  readonly text: string;
  readonly revision: number;
}

/** What stands in a field, and what it grew from. It lives until the server has what was typed. */
export interface NoteDraft {
  readonly typed: string;
  readonly base: Reading;
  /** On its way to the server, or sent without an answer: by this text the own writing is known again. */
  readonly sent: string | null;
}

export const NOTHING_WRITTEN: Reading = { text: '', revision: 0 };

export const draftOf = (reading: Reading): NoteDraft => ({ typed: reading.text, base: reading, sent: null });

export const MAX_NOTE = 10_000;

/** As the journal keeps it: several lines of visible letters. Tabs and other unseen signs come with what is pasted. */
export const written = (typed: string): string => plain(typed).normalize().trim();

export const isUnsaved = ({ typed, base }: NoteDraft): boolean => written(typed) !== base.text;

export const isTooLong = ({ typed }: NoteDraft): boolean => written(typed).length > MAX_NOTE;

/** What somebody else wrote while this was being typed; null: nothing stands against it. */
export function theirsOf(draft: NoteDraft, reading: Reading): Reading | null {
  const { base } = draft;
  const isOther = reading.revision !== base.revision || reading.text !== base.text;
  return isOther && isUnsaved(draft) ? reading : null;
}

/** The draft after the server's text was read: what is typed is never taken away, what is not typed is taken over. */
export function afterReading(draft: NoteDraft, reading: Reading): NoteDraft {
  const { typed, base, sent } = draft;
  if (reading.revision === base.revision && reading.text === base.text) return draft;
  // The same words; the blank at the end, behind which the next one will be typed, stays.
  if (reading.text === written(typed)) return { typed, base: reading, sent: null };
  // The own writing came back before its answer, and something was typed since.
  if (sent !== null && reading.text === sent) return { typed, base: reading, sent: null };
  return isUnsaved(draft) ? draft : draftOf(reading);
}

/** The draft after the server has taken `sent`; the patch may have been there before the answer. */
export const afterSaving = (draft: NoteDraft, sent: string): NoteDraft =>
  draft.sent === sent
    ? { ...draft, base: { text: sent, revision: sent === '' ? 0 : draft.base.revision + 1 }, sent: null }
    : draft;

/** "Giữ bản này": what is typed here is to replace the other's text, knowingly. */
export const keptOwn = (draft: NoteDraft, theirs: Reading): NoteDraft => ({ ...draft, base: theirs, sent: null });
