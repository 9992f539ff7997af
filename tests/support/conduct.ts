import fc from 'fast-check';
import { commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Decided } from '../../shared/domain/decision.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { CLOSED, DRAFT, LIVE, NOW } from './builders.ts';
import { actorOf, applyRows, type Rows, type Try, tryArbitrary } from './random.ts';
import { commandOf } from './random-commands.ts';

/** A conference as random people held it: how it began, and what they tried. */
export interface Conduct {
  readonly start: keyof typeof STARTS;
  readonly tries: readonly Try[];
}

const STARTS: Readonly<Record<'nothing' | 'draft' | 'live' | 'closed', readonly ConferenceEvent[]>> = {
  nothing: [],
  draft: DRAFT,
  live: LIVE,
  closed: CLOSED,
};

export const conductArbitrary = (maxTries: number): fc.Arbitrary<Conduct> =>
  fc.record({
    start: fc.constantFrom('live', 'live', 'live', 'live', 'live', 'draft', 'draft', 'nothing', 'closed'),
    tries: fc.array(tryArbitrary, { minLength: Math.ceil(maxTries / 4), maxLength: maxTries, size: 'max' }),
  });

export interface Witness {
  /** A fact, the state that it met and the state that it left. */
  readonly onEvent?: (before: ConferenceState, event: ConferenceEvent, after: ConferenceState) => void;
  readonly onDecided?: (state: ConferenceState, decided: Decided | 'not-permitted') => void;
}

export interface Held {
  readonly history: readonly ConferenceEvent[];
  readonly state: ConferenceState;
  readonly refusals: ReadonlySet<RejectionCode>;
}

/** Holds the conference through the very functions of the desk. */
export function hold({ start, tries }: Conduct, { onEvent, onDecided }: Witness = {}): Held {
  const history: ConferenceEvent[] = [];
  const refusals = new Set<RejectionCode>();
  const rows: Rows = new Map();
  let state = initialState;
  let last = 0;
  const happen = (event: ConferenceEvent): void => {
    const before = state;
    state = evolve(before, event);
    history.push(event);
    onEvent?.(before, event, state);
  };
  STARTS[start].forEach(happen);
  for (const [index, one] of tries.entries()) {
    const command = commandSchema.parse(commandOf(one, state, rows));
    if (!mayIssue(actorOf(one, state), command, state)) {
      onDecided?.(state, 'not-permitted');
      continue;
    }
    const moment = { now: NOW + index * 1_000, newId: () => `n${++last}` };
    const decided = decide(state, command, moment, (id) => rows.get(id));
    onDecided?.(state, decided);
    if (decided.ok) {
      decided.value.events.forEach(happen);
      applyRows(rows, decided.value.delegates);
    } else refusals.add(decided.error.code);
  }
  return { history, state, refusals };
}
