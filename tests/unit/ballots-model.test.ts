import { expect, test } from 'vitest';
import { ballotOf, handsOf } from '../../shared/domain/ballots/ballot.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { ballotResult } from '../../shared/views/ballot-result.ts';
import { BALLOT, ballot, count, doing, put, vote } from '../support/ballot-builders.ts';
import {
  anGiang,
  counts,
  delegateId,
  delegateRow,
  LIVE,
  moderator,
  NOW,
  quangBinh,
  reported,
  stateAfter,
} from '../support/builders.ts';
import { TestRolls } from '../support/test-rolls.ts';

const MARKS = ['present', 'late', 'online', 'left', 'unmarked', 'absentExcused'] as const;
const THERE: ReadonlySet<string> = new Set(['present', 'late', 'online']);
const DELEGATES = 12;

/** Chance that is the same at every run (mulberry32). */
function chance(seed: number) {
  let a = seed;
  return (below: number): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const delegateAt = (index: number) => delegateId(`db-${index}`);

function hall(seed: number): TestRolls {
  const below = chance(seed);
  const rolls = new TestRolls();
  const rows = Array.from({ length: DELEGATES }, (_, index) =>
    delegateRow(index % 2 === 0 ? anGiang : quangBinh, `db-${index}`, {
      mark: MARKS[below(MARKS.length)] ?? 'present',
      substituteFor: index === 1 ? delegateAt(0) : null,
    }),
  );
  rolls.apply(rows.map((row) => ({ kind: 'put', row })));
  return rolls;
}

/** One voting, as a person with paper and pencil would count it: whoever is there, has not voted, and names an option. */
class Recount {
  readonly box = new Map<string, number>();

  answer(id: string, option: number, mark: string): boolean {
    const summons = id === delegateAt(1) ? delegateAt(0) : id;
    const first = this.box.has(id) || (id === delegateAt(1) && this.box.has(summons));
    if (!THERE.has(mark) || first || option > 2) return false;
    this.box.set(id, option);
    return true;
  }

  get sums(): number[] {
    return [0, 1, 2].map((option) => [...this.box.values()].filter((one) => one === option).length);
  }
}

function run(state: ConferenceState, command: Parameters<typeof decide>[1], rolls: TestRolls) {
  const moment = { now: NOW, newId: () => 'new', position: 0, actor: moderator };
  const decided = decide(state, command, moment, rolls);
  if (!decided.ok) return { ok: false, state };
  rolls.apply(decided.value.delegates);
  return { ok: true, state: decided.value.events.reduce(evolve, state) };
}

const begin = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]): ConferenceState =>
  stateAfter(LIVE, ...history);

test.each(['open', 'secret'] as const)('[BAL40] any votes in a ballot that is %s are counted as by hand', (manner) => {
  let accepted = 0;
  let refused = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const below = chance(seed * 7_919);
    const rolls = hall(seed);
    const paper = new Recount();
    let state = begin(put({ manner }, { expected: DELEGATES, present: DELEGATES }));
    for (let step = 0; step < 40; step++) {
      const delegate = delegateAt(below(DELEGATES + 1));
      const option = below(4);
      const outcome = run(state, vote(delegate, option), rolls);
      const mark = rolls.row(delegate)?.mark ?? 'unmarked';
      expect(outcome.ok).toBe(paper.answer(delegate, option, mark));
      if (outcome.ok) accepted++;
      else refused++;
      state = outcome.state;
    }
    state = run(state, doing('closeBallot'), rolls).state;
    const stage = ballotOf(state.ballots, BALLOT)?.stage;
    expect(stage).toMatchObject({ status: 'closed', counts: paper.sums });
    expect(faultsOf(state)).toEqual([]);
    // Late votes meet a closed ballot, whoever sends them.
    expect(run(state, vote(delegateAt(3), 0), rolls).ok).toBe(false);
    expect(rolls.secretCounts(BALLOT)).toEqual([]);
  }
  // Both happened often, or nothing was tried.
  expect(Math.min(accepted, refused)).toBeGreaterThan(200);
});

test('[BAL41] hands counted and corrected in any order are the last count of each hall', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const below = chance(seed * 104_729);
    const rolls = new TestRolls();
    const last = new Map<string, number[]>();
    let state = begin(reported(anGiang, counts(30, 30)), reported(quangBinh, counts(12, 9)), put());
    for (let step = 0; step < 25; step++) {
      const where = below(2) === 0 ? anGiang : quangBinh;
      const hands = [below(16), below(9), below(9)];
      const fits = hands.reduce((sum, one) => sum + one, 0) <= (where === anGiang ? 30 : 9);
      const outcome = run(state, count(where, ...hands), rolls);
      expect(outcome.ok).toBe(fits);
      if (fits) last.set(where, hands);
      state = outcome.state;
    }
    const sums = [0, 1, 2].map((option) => [...last.values()].reduce((sum, hands) => sum + (hands[option] ?? 0), 0));
    expect(handsOf(state.ballots, ballot())).toEqual(sums);
    state = run(state, doing('closeBallot'), rolls).state;
    const closed = ballotOf(state.ballots, BALLOT);
    const result = closed === undefined ? null : ballotResult(closed);
    expect(result?.rows.map((row) => row.count)).toEqual(sums);
    expect(result?.passed).toBe((sums[0] ?? 0) > (result?.base.people ?? 0) / 2);
  }
});
