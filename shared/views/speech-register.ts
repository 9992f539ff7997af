import { entriesOf } from '../base/persistent-map.ts';
import { itemOf } from '../domain/agenda/agenda.ts';
import { bridgeOf } from '../domain/bridges/bridge.ts';
import { isInLine, type Speech } from '../domain/floor/floor.ts';
import type { SpeechKind } from '../domain/floor/rules.ts';
import type { SpeechId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { type Pause, type Run, ranMs } from '../domain/run.ts';
import type { ConferenceState } from '../domain/state.ts';

/** What became of an entry; `unheard`: it was called and never spoke. */
export type RegisterOutcome =
  | 'spoken'
  | 'unheard'
  | 'onFloor'
  | 'waiting'
  | 'handedInWriting'
  | 'withdrawn'
  | 'declined'
  | 'lapsed';

export interface RegisterRow {
  /** From 1, in the order of the register. */
  readonly number: number;
  readonly speechId: SpeechId;
  readonly bridge: string;
  readonly speaker: Person;
  readonly kind: SpeechKind;
  /** Title of the agenda item; null: of the conference as a whole. */
  readonly item: string | null;
  readonly subject: string;
  readonly allottedMs: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  /** null while it is not over. */
  readonly endedAt: number | null;
  /** Closed ones, in their order; the one that is on has no end yet and is not here. */
  readonly pauses: readonly Pause[];
  readonly pausedMs: number;
  /** null until it is over. */
  readonly spokenMs: number | null;
  readonly outcome: RegisterOutcome;
  /** The number of the speech that it continues. */
  readonly calledBackOf: number | null;
}

type Course = Pick<RegisterRow, 'calledAt' | 'startedAt' | 'endedAt' | 'pauses' | 'pausedMs' | 'spokenMs' | 'outcome'>;

/** Every entry of the conference: who was called in the order of the calls, then who waits, then who never was. */
export function speechRegister(state: ConferenceState): readonly RegisterRow[] {
  const speeches = inOrder(state);
  const numbers = new Map(speeches.map(({ speechId }, index) => [speechId, index + 1]));
  return speeches.map((speech, index) => {
    const { speechId, bridgeId, speaker, kind, itemId, subject, allottedMs, callbackOf } = speech;
    return {
      number: index + 1,
      speechId,
      bridge: bridgeOf(state.bridges, bridgeId)?.name ?? '',
      speaker,
      kind,
      item: itemId === null ? null : (itemOf(state.agenda, itemId)?.plan.title ?? null),
      subject,
      allottedMs,
      ...courseOf(speech),
      calledBackOf: callbackOf === null ? null : (numbers.get(callbackOf) ?? null),
    };
  });
}

function inOrder({ floor }: ConferenceState): readonly Speech[] {
  const all = entriesOf(floor.speeches).map(([, speech]) => speech);
  const places = new Map(floor.queue.map((id, index) => [id, index]));
  const keyOf = (speech: Speech): readonly [number, number] => {
    const { stage, speechId } = speech;
    if ('calledAt' in stage) return [0, stage.calledAt];
    return isInLine(speech) ? [1, places.get(speechId) ?? 0] : [2, 'at' in stage ? stage.at : 0];
  };
  return all
    .map((speech) => ({ speech, key: keyOf(speech) }))
    .toSorted(({ key: [a, at] }, { key: [b, bt] }) => a - b || at - bt)
    .map(({ speech }) => speech);
}

const UNCALLED = { calledAt: null, startedAt: null, endedAt: null, pauses: [], pausedMs: 0, spokenMs: null } as const;

function courseOf(speech: Speech): Course {
  const { stage } = speech;
  switch (stage.status) {
    case 'called':
      return { ...UNCALLED, calledAt: stage.calledAt, outcome: 'onFloor' };
    case 'speaking':
    case 'paused':
      return { ...running(stage.run), calledAt: stage.calledAt, outcome: 'onFloor' };
    case 'spoken':
      return { ...over(stage.run, stage.endedAt), calledAt: stage.calledAt };
    case 'withdrawn':
    case 'declined':
    case 'lapsed':
    case 'handedInWriting':
      return { ...UNCALLED, outcome: stage.status };
    default:
      return { ...UNCALLED, outcome: 'waiting' };
  }
}

const running = ({ startedAt, pauses }: Run) => ({
  startedAt,
  endedAt: null,
  pauses,
  pausedMs: sumOf(pauses),
  spokenMs: null,
});

/** The pause in which a speech ended (a line that did not come back) lasts until its end. */
function over(run: Run | null, endedAt: number): Omit<Course, 'calledAt'> {
  if (run === null) return { ...UNCALLED, endedAt, spokenMs: 0, outcome: 'unheard' };
  const last = run.held === null ? [] : [{ from: run.held.since, to: endedAt, cause: run.held.cause }];
  const pauses = [...run.pauses, ...last];
  return {
    startedAt: run.startedAt,
    endedAt,
    pauses,
    pausedMs: sumOf(pauses),
    spokenMs: ranMs(run, endedAt),
    outcome: 'spoken',
  };
}

const sumOf = (pauses: readonly Pause[]): number => pauses.reduce((sum, { from, to }) => sum + (to - from), 0);
