import { type BridgeAttendance, hasReported, tallyOf } from '../../../shared/domain/attendance/attendance.ts';
import { presentIn, sumOf } from '../../../shared/domain/attendance/figure.ts';
import type { Counts } from '../../../shared/domain/ballots/ballot.ts';

const MOST = 100_000;

/** Digits as people type them ("4.012", "4 012"); null when they are no count. */
export function handsIn(typed: string): number | null {
  const digits = typed.replace(/[\s.]/gu, '');
  if (!/^\d{1,6}$/u.test(digits)) return null;
  const count = Number(digits);
  return count <= MOST ? count : null;
}

/** One more or one less than what is typed; an empty field begins at nothing, and nothing is below it. */
export const stepped = (typed: string, by: 1 | -1): string =>
  String(Math.min(MOST, Math.max(0, (handsIn(typed) ?? 0) + by)));

export type HandsDraft = readonly string[];

export const draftOf = (standing: Counts | null, options: readonly string[]): HandsDraft =>
  standing === null ? options.map(() => '') : standing.map(String);

export const withHands = (draft: HandsDraft, index: number, typed: string): HandsDraft => draft.with(index, typed);

export const sumOfDraft = (draft: HandsDraft): number => draft.reduce((sum, typed) => sum + (handsIn(typed) ?? 0), 0);

export type HandsProblem = 'empty' | 'tooMany' | 'unreported';

/** Who is there; that a hall has said nothing yet is not that nobody came. */
export type HallPresent = number | 'unreported';

export const presentOf = (one: BridgeAttendance): HallPresent =>
  hasReported(one) ? presentIn(sumOf(tallyOf(one))) : 'unreported';

/** What keeps it from being sent. `present` null: not known here, the server knows. */
export function handsProblem(draft: HandsDraft, present: HallPresent | null): HandsProblem | null {
  const sum = sumOfDraft(draft);
  if (present === 'unreported' && sum > 0) return 'unreported';
  if (typeof present === 'number' && sum > present) return 'tooMany';
  return draft.some((typed) => handsIn(typed) === null) ? 'empty' : null;
}
