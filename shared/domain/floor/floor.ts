import { z } from 'zod';
import { emptyMap, getFrom, type PersistentMap, valuesOf } from '../../base/persistent-map.ts';
import {
  type AgendaItemId,
  agendaItemIdSchema,
  type BridgeId,
  bridgeIdSchema,
  type SpeechId,
  speechIdSchema,
} from '../ids.ts';
import { duration } from '../instant.ts';
import { personSchema } from '../person.ts';
import { type Run, ranMs } from '../run.ts';
import { line } from '../text.ts';
import { DEFAULT_RULES, type FloorRules, type ListTimes, speechKindSchema } from './rules.ts';

/** Why a closed list or an empty chair did not stop this entry: the secretariat said so, and is on record with it. */
export const overrideSchema = z.strictObject({ reason: line(300).nullable() });

export const speechFactsSchema = z.strictObject({
  speechId: speechIdSchema,
  bridgeId: bridgeIdSchema,
  kind: speechKindSchema,
  subject: line(300),
  speaker: personSchema,
  allottedMs: duration,
  /** The agenda item whose list it stands on; null: the list of the conference as a whole. */
  itemId: agendaItemIdSchema.nullable(),
  /** Of a procedural request: its place among the ranked categories of the rules. */
  category: line(80).nullable(),
  /** The speech it continues, when its speaker was called back. */
  callbackOf: speechIdSchema.nullable(),
  override: overrideSchema.nullable(),
});
export type SpeechFacts = z.infer<typeof speechFactsSchema>;

/** Where an entry stood when it was taken out: there it goes back, if that was a slip. */
export interface Place {
  readonly status: 'registered' | 'accepted' | 'queued';
  /** Since when. */
  readonly at: number;
  /** Whom it stood before; null: nobody. */
  readonly before: SpeechId | null;
}

/** Exactly one situation at a time. The clock runs from the first sound, not from the call. */
export type Stage =
  | { readonly status: 'registered'; readonly at: number }
  /** Admitted, and not yet in line. */
  | { readonly status: 'accepted'; readonly at: number }
  | { readonly status: 'queued' }
  /** Told to be ready: the next in line while somebody speaks. */
  | { readonly status: 'standby'; readonly since: number }
  | { readonly status: 'called'; readonly calledAt: number }
  | { readonly status: 'speaking'; readonly calledAt: number; readonly run: Run }
  | { readonly status: 'paused'; readonly calledAt: number; readonly run: Run }
  /** `run` is null of a speech that was called and never heard. */
  | {
      readonly status: 'spoken';
      readonly calledAt: number;
      readonly run: Run | null;
      readonly endedAt: number;
      readonly cause: EndCause;
    }
  | { readonly status: 'withdrawn'; readonly at: number }
  | { readonly status: 'declined'; readonly at: number; readonly was: Place }
  /** Cleared away, or never reached when its item ended. */
  | { readonly status: 'lapsed'; readonly at: number; readonly was: Place }
  | { readonly status: 'handedInWriting'; readonly at: number };

/** What ended a speech: the moderator, its own speaker, the next call, an override, or a line that did not come back. */
export const endCauseSchema = z.enum(['moderator', 'handedBack', 'nextCalled', 'overridden', 'lineLost']);
export type EndCause = z.infer<typeof endCauseSchema>;

export interface Speech extends SpeechFacts {
  readonly stage: Stage;
  /** Who put it by hand where it stands; null: it stands by the rule. */
  readonly movedBy: string | null;
  readonly understudy: z.infer<typeof personSchema> | null;
  /** The last gentle mark on the speaker's clock. */
  readonly remindedAt: number | null;
}

/** Speakers of one agenda item: whether it takes new entries, and its own speaking times. */
export interface SpeakersList {
  readonly open: boolean;
  /** From then on it takes no more; null: until somebody closes it. */
  readonly closesAt: number | null;
  readonly times: ListTimes;
}

/** Speaking time used by a bridge. */
export interface Account {
  readonly chargedMs: number;
  /** Given (positive) or taken by hand. */
  readonly correctedMs: number;
}

export interface Floor {
  readonly speeches: PersistentMap<Speech>;
  /** Entries in line, of all lists, in speaking order. */
  readonly queue: readonly SpeechId[];
  /** Main speeches that are called, speaking or paused, in the order of their calls: one, or up to N in open mode. */
  readonly onFloor: readonly SpeechId[];
  /** The question that holds the main speeches back. */
  readonly interposed: SpeechId | null;
  /** The chair's microphone beside a remote speaker: a reserve outside of N, closed by the next call, never overridden. */
  readonly reserveOpen: boolean;
  readonly rules: FloorRules;
  /** By list (`listOf`); a list that is not there is open. */
  readonly lists: Readonly<Record<string, SpeakersList>>;
  /** By bridge. */
  readonly ledger: PersistentMap<Account>;
}

export const MAX_WAITING = 1_000;
/** Of one bridge at a time: a hall that presses without end does not fill the list. */
export const MAX_WAITING_OF_BRIDGE = 5;

/** A hall that asks and withdraws, or asks and is heard, again and again: so often in `RECENT_MS`, then it waits. */
export const MAX_RECENT_OF_BRIDGE = 30;
export const RECENT_MS = 10 * 60_000;

export const emptyFloor: Floor = {
  speeches: emptyMap(),
  queue: [],
  onFloor: [],
  interposed: null,
  reserveOpen: false,
  rules: DEFAULT_RULES,
  lists: {},
  ledger: emptyMap(),
};

export const speechOf = ({ speeches }: Floor, id: SpeechId): Speech | undefined => getFrom(speeches, id);

/** Who is seen and heard before all others: the interposed question, else whoever was called last. */
export function speechOnFloor(floor: Floor): Speech | undefined {
  const id = floor.interposed ?? floor.onFloor.at(-1);
  return id === undefined ? undefined : speechOf(floor, id);
}

/** Main speeches, the one that has spoken longest first. */
export const longestFirst = (floor: Floor, now: number): readonly Speech[] =>
  floor.onFloor.flatMap((id) => speechOf(floor, id) ?? []).toSorted((a, b) => spokenMs(b, now) - spokenMs(a, now));

/** Everybody who has the floor, the question first. */
export function speechesOnFloor(floor: Floor): readonly Speech[] {
  const ids = floor.interposed === null ? floor.onFloor : [floor.interposed, ...floor.onFloor];
  return ids.flatMap((id) => speechOf(floor, id) ?? []);
}

export const queuedSpeeches = (floor: Floor): readonly Speech[] =>
  floor.queue.flatMap((id) => speechOf(floor, id) ?? []);

/** Requests that nobody has answered yet, the oldest first. */
export function registeredSpeeches({ speeches }: Floor): readonly Speech[] {
  const at = ({ stage }: Speech) => (stage.status === 'registered' ? stage.at : 0);
  return [...valuesOf(speeches)].filter(({ stage }) => stage.status === 'registered').toSorted((a, b) => at(a) - at(b));
}

export const isInLine = ({ stage }: Speech): boolean => stage.status === 'queued' || stage.status === 'standby';

export const isWaiting = (speech: Speech): boolean =>
  isInLine(speech) || speech.stage.status === 'registered' || speech.stage.status === 'accepted';

export const hasFloor = ({ stage }: Speech): boolean =>
  stage.status === 'called' || stage.status === 'speaking' || stage.status === 'paused';

export const waitingOf = ({ speeches }: Floor, bridgeId: BridgeId): readonly Speech[] =>
  [...valuesOf(speeches)].filter((speech) => speech.bridgeId === bridgeId && isWaiting(speech));

/** When an entry was over; null: it waits, or has the floor. */
function overAt({ stage }: Speech): number | null {
  switch (stage.status) {
    case 'spoken':
      return stage.endedAt;
    case 'withdrawn':
    case 'declined':
    case 'lapsed':
    case 'handedInWriting':
      return stage.at;
    default:
      return null;
  }
}

/** Entries of a bridge that were over a short time ago. */
export const recentOf = ({ speeches }: Floor, bridgeId: BridgeId, now: number): readonly Speech[] =>
  [...valuesOf(speeches)].filter(
    (speech) => speech.bridgeId === bridgeId && (overAt(speech) ?? Number.NEGATIVE_INFINITY) > now - RECENT_MS,
  );

/** The name of the list on which entries of this item stand. */
export const listOf = (itemId: AgendaItemId | null): string => itemId ?? 'general';

const OPEN_LIST: SpeakersList = { open: true, closesAt: null, times: {} };
export const speakersList = ({ lists }: Floor, itemId: AgendaItemId | null): SpeakersList =>
  lists[listOf(itemId)] ?? OPEN_LIST;

export const isListOpen = (floor: Floor, itemId: AgendaItemId | null, now: number): boolean => {
  const { open, closesAt } = speakersList(floor, itemId);
  return open && (closesAt === null || now < closesAt);
};

/** Milliseconds that a new entry of the kind gets on this list. */
export const allottedTo = (floor: Floor, itemId: AgendaItemId | null, kind: SpeechFacts['kind']): number =>
  speakersList(floor, itemId).times[kind] ?? floor.rules.times[kind];

const NOTHING_SPOKEN: Account = { chargedMs: 0, correctedMs: 0 };
export const accountOf = ({ ledger }: Floor, bridgeId: BridgeId): Account =>
  getFrom(ledger, bridgeId) ?? NOTHING_SPOKEN;

/** Milliseconds that somebody has really spoken up to `now`, pauses left out. */
export function spokenMs({ stage }: Speech, now: number): number {
  if (stage.status === 'speaking' || stage.status === 'paused') return ranMs(stage.run, now);
  return stage.status === 'spoken' && stage.run !== null ? ranMs(stage.run, stage.endedAt) : 0;
}
