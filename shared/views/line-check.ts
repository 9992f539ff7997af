import type { BridgeId } from '../domain/ids.ts';
import {
  CHECK_POINTS,
  CHECK_SIDES,
  type CheckAnswers,
  type CheckPoint,
  type CheckSide,
  isFlawless,
  type VERDICTS,
} from '../domain/lines/line.ts';

export type Verdict = (typeof VERDICTS)[number];

export interface CheckProgress {
  /** How many of the points each side has answered. */
  readonly answered: Readonly<Record<CheckSide, number>>;
  /** Points about which one side says yes and the other no. */
  readonly disputed: readonly CheckPoint[];
  /** Points that somebody denies. */
  readonly denied: readonly CheckPoint[];
  /** What the answers come to; null: something has not been answered yet. */
  readonly verdict: Verdict | null;
}

/** Without these nobody can be seen or heard, whatever else is in order. */
const ESSENTIAL: ReadonlySet<CheckPoint> = new Set(['seesUs', 'hearsUs', 'isSeen', 'isHeard']);

export function checkProgress(answers: CheckAnswers): CheckProgress {
  const said = (side: CheckSide) => CHECK_POINTS.filter((point) => answers[point][side] !== null).length;
  const answered = { bridge: said('bridge'), centre: said('centre') };
  const denied = CHECK_POINTS.filter((point) => CHECK_SIDES.some((side) => answers[point][side] === false));
  const disputed = denied.filter((point) => CHECK_SIDES.some((side) => answers[point][side] === true));
  return { answered, disputed, denied, verdict: verdictOf(answers, answered, denied) };
}

/** An essential point that is denied fails the test at once; for anything else all has to be answered first. */
function verdictOf(
  answers: CheckAnswers,
  answered: CheckProgress['answered'],
  denied: readonly CheckPoint[],
): Verdict | null {
  if (denied.some((point) => ESSENTIAL.has(point))) return 'fail';
  if (CHECK_SIDES.some((side) => answered[side] < CHECK_POINTS.length)) return null;
  return isFlawless(answers) ? 'pass' : 'passWithRemark';
}

/** The first point that the side has not answered. */
export const nextPoint = (answers: CheckAnswers, side: CheckSide): CheckPoint | null =>
  CHECK_POINTS.find((point) => answers[point][side] === null) ?? null;

const DIGITS = 10_000;

/**
 * Four digits on the sample page that the bridge sees, and beside the question at the centre: whoever reads them back
 * has the page before the eyes. The same test gives the same number on both sides.
 */
export function sampleNumber(bridgeId: BridgeId, startedAt: number): string {
  let mixed = startedAt % 1_000_003;
  for (const letter of bridgeId) mixed = (mixed * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return String(mixed % DIGITS).padStart(4, '0');
}
