import { expect } from 'vitest';
import type { Actor } from '../../shared/domain/actor.ts';
import type { DelegateChange, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import { voteKey } from '../../shared/domain/attendance/wants.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Decided } from '../../shared/domain/decision.ts';
import { type ConferenceEvent, eventSchema } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import type { Rejection, RejectionCode } from '../../shared/domain/rejection.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { moderator, NOW } from './builders.ts';

export interface Circumstances {
  /** The server's clock; `NOW` if nothing is said. */
  readonly at?: number;
  /** The rows of delegates that the desk has looked up. */
  readonly rows?: readonly DelegateRow[];
  /** What the store has read of files. */
  readonly staged?: readonly StagedImport[];
  /** The last event of the journal. */
  readonly position?: number;
  /** Whose hand it is; the moderator's if nothing is said. Rights are not asked here. */
  /** By `voteKey`: who has voted. */
  readonly voted?: readonly string[];
  /** Secret answers so far. */
  readonly secret?: readonly number[];
  readonly by?: Actor;
}

/** Ids that the command makes: `new-1`, `new-2` and so on. */
const counting = (): (() => string) => {
  let last = 0;
  return () => `new-${++last}`;
};

/** The conference after this history; a history that no conference could have had is a mistake in the test. */
export function given(...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]) {
  const events = history.flat();
  const state = events.reduce((folded, event) => evolve(folded, eventSchema.parse(event)), initialState);
  expect(faultsOf(state)).toEqual([]);
  return givenState(state);
}

/** For states that take too long to tell as a history. */
export const givenState = (state: ConferenceState) => ({
  state,
  when: (command: Command, circumstances: Circumstances = {}) => outcomeOf(state, command, circumstances),
});

function decidedOf(
  state: ConferenceState,
  command: Command,
  { at = NOW, rows = [], staged = [], voted = [], secret = [], position = 0, by = moderator }: Circumstances,
): Decided {
  const moment = { now: at, newId: counting(), position, actor: by };
  return decide(state, command, moment, {
    row: (id) => rows.find(({ delegateId }) => delegateId === id),
    staged: (id) => staged.find(({ importId }) => importId === id),
    hasVoted: (ballotId, delegateId) => voted.includes(voteKey({ ballotId, delegateId })),
    secretCounts: () => secret,
  });
}

function outcomeOf(state: ConferenceState, command: Command, circumstances: Circumstances) {
  expect(commandSchema.parse(command)).toEqual(command);
  const decided = decidedOf(state, command, circumstances);
  return {
    decided,
    /** Exactly these facts, in this order; answers the state after them. */
    emits: (...expected: readonly ConferenceEvent[]): ConferenceState => {
      expect(decided).toMatchObject({ ok: true, value: { events: expected } });
      expect(eventsOf(decided)).toEqual(expected);
      return after(state, decided);
    },
    /** For facts that are not the test's concern. */
    happens: (): ConferenceState => {
      expect(decided).toMatchObject({ ok: true });
      return after(state, decided);
    },
    /** Exactly these changes of the table of delegates. */
    writes: (...expected: readonly DelegateChange[]): void => {
      expect(decided.ok && decided.value.delegates).toEqual(expected);
    },
    refuses: (code: RejectionCode, params: Rejection['params'] = {}): void => {
      expect(decided).toEqual({ ok: false, error: { code, params } });
    },
  };
}

const eventsOf = (decided: Decided): readonly ConferenceEvent[] => (decided.ok ? decided.value.events : []);

/** Every fact can be read back as it was written, and the conference stays in health. */
function after(before: ConferenceState, decided: Decided): ConferenceState {
  return eventsOf(decided).reduce((state, event) => {
    expect(eventSchema.parse(event)).toEqual(event);
    const next = evolve(state, event);
    expect(faultsOf(next)).toEqual([]);
    return next;
  }, before);
}
