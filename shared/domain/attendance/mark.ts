import { z } from 'zod';

/**
 * Whether a named delegate is there. Nobody has said so yet: `unmarked`, which is not absent. `late` and `left` have
 * come; a `substituted` delegate has handed the summons to somebody else and is counted nowhere.
 */
export const markSchema = z.enum([
  'unmarked',
  'present',
  'late',
  'online',
  'left',
  'absentExcused',
  'absentUnexcused',
  'substituted',
]);
export type Mark = z.infer<typeof markSchema>;

export type MarkCounts = Readonly<Record<Mark, number>>;

export const noMarks: MarkCounts = {
  unmarked: 0,
  present: 0,
  late: 0,
  online: 0,
  left: 0,
  absentExcused: 0,
  absentUnexcused: 0,
  substituted: 0,
};

/** How many more, or below zero fewer, of each mark. */
export const markChangeSchema = z.partialRecord(markSchema, z.int());
export type MarkChange = z.infer<typeof markChangeSchema>;

export const MARKS = markSchema.options;

export const addMarks = (counts: MarkCounts, change: MarkChange): MarkCounts => ({
  unmarked: counts.unmarked + (change.unmarked ?? 0),
  present: counts.present + (change.present ?? 0),
  late: counts.late + (change.late ?? 0),
  online: counts.online + (change.online ?? 0),
  left: counts.left + (change.left ?? 0),
  absentExcused: counts.absentExcused + (change.absentExcused ?? 0),
  absentUnexcused: counts.absentUnexcused + (change.absentUnexcused ?? 0),
  substituted: counts.substituted + (change.substituted ?? 0),
});

/** Said to be in the hall or on the line now. */
export const isThere = (mark: Mark): boolean => mark === 'present' || mark === 'late' || mark === 'online';

/** Who is seen after the opening is late; who was seen at its very instant is not. */
export const isLate = (seenAt: number, openedAt: number | null): boolean => openedAt !== null && seenAt > openedAt;

/** The mark of somebody who comes, or comes back. */
export const arrivalMark = (late: boolean, online: boolean): 'present' | 'late' | 'online' =>
  online ? 'online' : late ? 'late' : 'present';

/** Has come, also when gone again. */
export const hasCome = (mark: Mark): boolean => isThere(mark) || mark === 'left';

export const isEmpty = (counts: MarkCounts): boolean => MARKS.every((mark) => counts[mark] === 0);
