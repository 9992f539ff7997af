import fc from 'fast-check';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Decided } from '../../shared/domain/decision.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import {
  anGiang,
  CLOSED,
  central,
  communes,
  DRAFT,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  NOW,
  PREPARING,
  quangBinh,
  speechId,
} from './builders.ts';
import {
  actorOf,
  attendanceTryArbitrary,
  floorTryArbitrary,
  recordsTryArbitrary,
  type Try,
  technicalTryArbitrary,
  tryArbitrary,
} from './random.ts';
import { commandOf } from './random-commands.ts';
import { paper } from './speech-builders.ts';
import { TestRolls } from './test-rolls.ts';

/** A conference as random people held it: how it began, and what they tried. */
export interface Conduct {
  readonly start: keyof typeof STARTS;
  readonly tries: readonly Try[];
}

const STARTS: Readonly<
  Record<'nothing' | 'draft' | 'live' | 'discussion' | 'country' | 'closed', readonly ConferenceEvent[]>
> = {
  nothing: [],
  draft: DRAFT,
  live: LIVE,
  discussion: [
    ...LIVE,
    itemAdded(itemId('thao-luan'), { kind: 'discussion' }),
    itemAdded(itemId('tra-loi'), { kind: 'answers' }),
    itemStarted(itemId('thao-luan')),
    ...Array.from({ length: 8 }, (_, index) =>
      paper(speechId(`bai-${index}`), [anGiang, quangBinh][index % 2] ?? central),
    ),
  ],
  country: [...PREPARING, communes],
  closed: CLOSED,
};

export const conductArbitrary = (maxTries: number): fc.Arbitrary<Conduct> =>
  fc.record({
    start: fc.constantFrom('live', 'live', 'live', 'live', 'live', 'draft', 'draft', 'nothing', 'closed'),
    tries: fc.array(tryArbitrary, { minLength: Math.ceil(maxTries / 4), maxLength: maxTries, size: 'max' }),
  });

/** A live discussion in which people try nothing but what concerns the floor. */
export const floorConductArbitrary = (maxTries: number): fc.Arbitrary<Conduct> =>
  fc.record({
    start: fc.constant('discussion' as const),
    tries: fc.array(floorTryArbitrary, { minLength: Math.ceil(maxTries / 2), maxLength: maxTries, size: 'max' }),
  });

/** A live discussion in which people try nothing but what concerns lines, messages, documents and the picture. */
export const technicalConductArbitrary = (maxTries: number): fc.Arbitrary<Conduct> =>
  fc.record({
    start: fc.constant('discussion' as const),
    tries: fc.array(technicalTryArbitrary, { minLength: Math.ceil(maxTries / 2), maxLength: maxTries, size: 'max' }),
  });

/** A live discussion in which people write the record, hand documents out and put questions to the vote. */
export const recordsConductArbitrary = (maxTries: number): fc.Arbitrary<Conduct> =>
  fc.record({
    start: fc.constantFrom(...Array.from({ length: 8 }, () => 'discussion' as const), 'closed', 'closed', 'nothing'),
    tries: fc.array(recordsTryArbitrary, { minLength: Math.ceil(maxTries / 2), maxLength: maxTries, size: 'max' }),
  });

/** A country of three tiers and more, before and after the opening, in which people try nothing but what is counted. */
export const attendanceConductArbitrary = (maxTries: number): fc.Arbitrary<Conduct> =>
  fc.record({
    start: fc.constant('country' as const),
    tries: fc.array(attendanceTryArbitrary, { minLength: Math.ceil(maxTries / 2), maxLength: maxTries, size: 'max' }),
  });

export interface Tried {
  readonly command: Command;
  readonly now: number;
}

export interface Witness {
  /** A fact, the state that it met and the state that it left. */
  readonly onEvent?: (before: ConferenceState, event: ConferenceEvent, after: ConferenceState) => void;
  /** What a command led to, the state after all of it, and the rows as the store would keep them. */
  readonly onAccepted?: (events: readonly ConferenceEvent[], after: ConferenceState, rolls: TestRolls) => void;
  readonly onDecided?: (state: ConferenceState, decided: Decided | 'not-permitted', tried: Tried) => void;
}

export interface Held {
  readonly history: readonly ConferenceEvent[];
  readonly state: ConferenceState;
  readonly refusals: ReadonlySet<RejectionCode>;
}

/** Mostly a second passes; now and then so long that what was lost is lost for good. */
const secondsAfter = ({ who }: Try): number => (who % 11 === 0 ? 45 : 1);

/** Holds the conference through the very functions of the desk. */
export function hold({ start, tries }: Conduct, { onEvent, onAccepted, onDecided }: Witness = {}): Held {
  const history: ConferenceEvent[] = [];
  const refusals = new Set<RejectionCode>();
  const rolls = new TestRolls();
  let state = initialState;
  let last = 0;
  const happen = (event: ConferenceEvent): void => {
    const before = state;
    state = evolve(before, event);
    history.push(event);
    onEvent?.(before, event, state);
  };
  STARTS[start].forEach(happen);
  let now = NOW;
  for (const one of tries) {
    now += secondsAfter(one) * 1_000;
    const command = commandSchema.parse(commandOf(one, state, rolls));
    const actor = actorOf(one, state, command);
    if (!mayIssue(actor, command, state)) {
      onDecided?.(state, 'not-permitted', { command, now });
      continue;
    }
    const moment = { now, newId: () => `n${++last}`, position: history.length, actor };
    const decided = decide(state, command, moment, rolls);
    onDecided?.(state, decided, { command, now });
    if (decided.ok) {
      decided.value.events.forEach(happen);
      rolls.apply(decided.value.delegates);
      onAccepted?.(decided.value.events, state, rolls);
    } else refusals.add(decided.error.code);
  }
  return { history, state, refusals };
}
