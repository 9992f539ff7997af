import { hasIn } from '../base/persistent-map.ts';
import { attendanceOf, tallyOf } from '../domain/attendance/attendance.ts';
import { presentIn, sumOf } from '../domain/attendance/figure.ts';
import {
  type Ballot,
  type Ballots,
  baseOf,
  type Counts,
  handsKey,
  handsOf,
  hasPassed,
  neededToPass,
  noAnswers,
  quorumOf,
  sumOfCounts,
} from '../domain/ballots/ballot.ts';
import { type Bridge, bridgesInOrder } from '../domain/bridges/bridge.ts';
import { speechesOnFloor } from '../domain/floor/floor.ts';
import type { ConferenceState } from '../domain/state.ts';

export interface ResultRow {
  readonly option: string;
  readonly count: number;
  /** In tenths of a per cent of the base, rounded; null where there is no base. */
  readonly tenths: number | null;
}

export interface BallotResult {
  readonly rows: readonly ResultRow[];
  readonly base: { readonly kind: Ballot['base']; readonly people: number };
  /** Of the base, who gave none of the answers. */
  readonly silent: Omit<ResultRow, 'option'>;
  readonly answered: number;
  /** More answers than people at the opening: so many came later. */
  readonly later: number;
  /** How many answers the first option needs. */
  readonly needed: number;
  readonly passed: boolean;
  /** The rounded shares do not add up to 100.0: nobody is told that they do. */
  readonly rounded: boolean;
}

/** The result of a ballot that was closed; null before, and for whom it is not published. */
export function ballotResult(ballot: Ballot): BallotResult | null {
  const { stage } = ballot;
  if (stage.status !== 'closed' || stage.counts === null) return null;
  const { counts, electorate } = stage;
  const people = baseOf(ballot, electorate, counts);
  const answered = sumOfCounts(counts);
  const atOpening = ballot.base === 'expected' ? electorate.expected : electorate.present;
  const rows = ballot.options.map((option, index) => ({ option, ...shareOf(counts[index] ?? 0, people) }));
  const silent = shareOf(people - answered, people);
  const sum = [...rows, silent].reduce((all, { tenths }) => all + (tenths ?? 0), 0);
  return {
    rows,
    base: { kind: ballot.base, people },
    silent,
    answered,
    later: ballot.base === 'cast' ? 0 : Math.max(0, answered - atOpening),
    needed: neededToPass(ballot, people),
    passed: hasPassed(ballot, electorate, counts),
    rounded: people > 0 && sum !== WHOLE,
  };
}

const WHOLE = 1_000;

const shareOf = (count: number, people: number) => ({
  count,
  tenths: people === 0 ? null : Math.round((count * WHOLE) / people),
});

/** How far an open ballot has come. */
export interface BallotProgress {
  readonly answered: number;
  /** The answers so far; null of a secret ballot, and of one whose answers this audience is not told. */
  readonly counts: Counts | null;
  /** Halls that have counted hands, and those that have people and have not; null: answers come by phone. */
  readonly halls: { readonly counted: number; readonly all: number; readonly missing: readonly Bridge[] } | null;
}

export function ballotProgress({ ballots, bridges, attendance }: ConferenceState, ballot: Ballot): BallotProgress {
  if (ballot.manner !== 'hands') return byPhone(ballots, ballot);
  const counts = handsOf(ballots, ballot);
  const halls = bridgesInOrder(bridges);
  const has = ({ bridgeId }: Bridge): boolean => hasIn(ballots.hands, handsKey(ballot.ballotId, bridgeId));
  const counted = halls.filter(has).length;
  const missing = halls.filter(
    (hall) => !has(hall) && presentIn(sumOf(tallyOf(attendanceOf(attendance, hall.bridgeId)))) > 0,
  );
  return { answered: sumOfCounts(counts), counts, halls: { counted, all: counted + missing.length, missing } };
}

function byPhone({ cast }: Ballots, ballot: Ballot): BallotProgress {
  const so = cast[ballot.ballotId] ?? noAnswers(ballot);
  return { answered: sumOfCounts(so), counts: ballot.manner === 'open' ? so : null, halls: null };
}

export interface Quorum {
  readonly present: number;
  readonly expected: number;
  readonly needed: number;
  readonly reached: boolean;
  /** Nobody is said to be there: hands would be more than people, and no phone's answer is taken. */
  readonly nobody: boolean;
}

/** Whether it could be opened now, by those who are there now. */
export function quorumNow({ attendance }: Pick<ConferenceState, 'attendance'>, ballot: Ballot): Quorum {
  const figure = sumOf(attendance.totals);
  const present = presentIn(figure);
  const needed = quorumOf(ballot, figure.expected);
  return { present, expected: figure.expected, needed, reached: present >= needed, nobody: present === 0 };
}

/** So long a published result stays on the walls, unless it is hidden; then they show the program again. */
export const WALL_RESULT_MS = 3 * 60_000;

type OnWall = Pick<ConferenceState, 'ballots' | 'floor'>;

/**
 * What walls show: a question that is open, the latest first, else the result that was published last. Who has the
 * floor is seen: a result that was published before the call is over.
 */
export function ballotOnWall({ ballots: { list }, floor }: OnWall, now: number): Ballot | null {
  const open = list.findLast(({ stage }) => stage.status === 'open');
  if (open !== undefined) return open;
  const called = Math.max(0, ...speechesOnFloor(floor).map(({ stage }) => ('calledAt' in stage ? stage.calledAt : 0)));
  const shown = list.filter(
    ({ publishedAt }) => publishedAt !== null && publishedAt >= called && now < publishedAt + WALL_RESULT_MS,
  );
  return shown.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0)).at(-1) ?? null;
}
