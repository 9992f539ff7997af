import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendanceOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { anGiang } from '../support/builders.ts';
import { attendanceConductArbitrary, hold } from '../support/conduct.ts';
import { addReport, countersOf, recountOf } from '../support/recount.ts';

const RUNS = { seed: 20260223, numRuns: 60 };
const conduct = attendanceConductArbitrary(160);

/** What a recount is made of, and what the counters say. */
type Look = (state: ConferenceState, rows: readonly DelegateRow[]) => void;
type Reports = Map<BridgeId, EventOf<'headcountReported'>>;

/** Holds random conferences; after every command the lists and the reports are counted by hand. */
const everyCommand = (look: (...args: [...Parameters<Look>, Reports]) => void): void =>
  fc.assert(
    fc.property(conduct, (one) => {
      const reports: Reports = new Map();
      hold(one, {
        onEvent: (_, event) => addReport(reports, event),
        onAccepted: (_, after, rolls) => look(after, [...rolls.rows.values()], reports),
      });
    }),
    RUNS,
  );

describe('whatever random people do to lists, marks, reports and bridges', () => {
  test('[ATT90] the counters are what a recount of lists and reports gives: in all, in each branch, list and delegation', () => {
    everyCommand((state, rows, reports) => {
      expect(countersOf(state)).toEqual(recountOf(state, rows, reports));
    });
  });

  test('[ATT91] the conference is in health after every fact, and its journal gives the same again from its text', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        const { history, state } = hold(one, {
          onEvent: (_, { type }, after) => expect(faultsOf(after), `after ${type}`).toEqual([]),
        });
        const read = history.map((event) => {
          const { type, ...body } = JSON.parse(JSON.stringify(event));
          return readEvent(type, versionOf(event), body);
        });
        expect(isDeepStrictEqual(read.reduce(evolve, initialState), state)).toBe(true);
      }),
      RUNS,
    );
  });

  test('[ATT92] a mark, a move or a report that reached one counter too many is found by the recount', () => {
    const found = { branches: 0, delegations: 0, totals: 0 };
    everyCommand((state, rows, reports) => {
      const paper = recountOf(state, rows, reports);
      const moved = rows.map((row, index) => (index === 0 ? { ...row, bridgeId: anGiang, delegation: 'khác' } : row));
      const other = recountOf(state, moved, reports);
      if (!isDeepStrictEqual(other.branches, paper.branches)) found.branches++;
      if (!isDeepStrictEqual(other.delegations, paper.delegations)) found.delegations++;
      if (!isDeepStrictEqual(recountOf(state, rows.slice(1), reports).totals, paper.totals)) found.totals++;
    });
    expect(Math.min(...Object.values(found))).toBeGreaterThan(100);
  });

  test('[ATT93] they really come late, leave, come back, are replaced, and are counted deep in the tree', () => {
    const seen = new Map<string, number>();
    const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(conduct, (one) => {
        const { history, state } = hold(one);
        for (const event of history) note('mark' in event ? `${event.type} ${event.mark}` : event.type);
        if (attendanceOf(state.attendance, anGiang).below.reported > 1) note('below');
      }),
      RUNS,
    );
    const wanted = [
      'delegateCheckedIn late',
      'delegateCheckedIn online',
      'delegateCameBack late',
      'delegateCameBack present',
      'delegateSubstituted',
      'delegateMoved',
      'allDelegatesMoved',
      'attendanceStruck',
      'importUndone',
      'below',
    ];
    expect(wanted.filter((what) => !seen.has(what))).toEqual([]);
  });
});
