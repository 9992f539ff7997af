import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import {
  type BallotId,
  type ConferenceId,
  type DelegateId,
  type PersonId,
  personIdSchema,
} from '../../shared/domain/ids.ts';

/** Everything that the tables hold of a delegate. */
export interface PersonTraces {
  readonly row: DelegateRow;
  /** Entries of the journal's people that are the same person: the same id, or the same name with a post in common. */
  readonly people: readonly { readonly personId: PersonId; readonly values: Readonly<Record<string, unknown>> }[];
  /** Lines of the journal that name the delegate by id, the oldest first. */
  readonly lines: readonly { readonly seq: number; readonly at: number; readonly type: string }[];
  /** Ballots that the delegate has answered; never how. */
  readonly ballots: readonly BallotId[];
}

/** Where a person stands: in lists, and among the people of journals, with whose ids halls and tasks are copied. */
export interface PersonCopies {
  readonly rows: readonly DelegateRow[];
  readonly people: readonly PersonId[];
}

/** Names, titles and phones, which may be asked for and erased. Counts and marks are not touched by it. */
export interface PeopleStore {
  traces(conference: ConferenceId, delegateId: DelegateId): Promise<PersonTraces | null>;
  /** Where the person of these rows and entries stands in a conference. */
  copiesOf(conference: ConferenceId, person: PersonCopies): Promise<PersonCopies>;
  /** Answers how many entries that were. */
  eraseCopies(conference: ConferenceId, copies: PersonCopies): Promise<number>;
  /** A part of the list; `next` null: all of it is done. */
  eraseDelegates(
    conference: ConferenceId,
    after: number,
  ): Promise<{ readonly erased: number; readonly next: number | null }>;
  /** Everybody in the journal's people, and what imports and snapshots still held of anybody. */
  eraseRest(conference: ConferenceId): Promise<number>;
  /** Whether anybody is still named. */
  isSomebodyLeft(conference: ConferenceId): Promise<boolean>;
  /** Takes what was erased out of the file as well; answers whether more is left to do. */
  scrub(): Promise<boolean>;
  /** Writes the file anew, since pages that were given up long ago may still hold a name. Nothing else is written meanwhile. */
  compact(): Promise<void>;
}

/**
 * Names and phones leave the event before it is hashed: the body keeps `{ personId }`, the values go to a table of
 * their own. Erasing a person there changes no hash; an erased person is read back as nobody.
 */
type Json = unknown;
type Values = Readonly<Record<string, Json>>;

const NOBODY: Values = { fullName: null, positions: [] };

export function takePeopleOut(value: Json, taken: (id: PersonId, values: Values) => void): Json {
  if (Array.isArray(value)) return value.map((one) => takePeopleOut(one, taken));
  if (!isObject(value)) return value;
  if ('personId' in value) {
    const { personId, ...values } = value;
    taken(personIdSchema.parse(personId), values);
    return { personId };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, takePeopleOut(one, taken)]));
}

export function putPeopleBack(value: Json, find: (id: PersonId) => Values | undefined): Json {
  if (Array.isArray(value)) return value.map((one) => putPeopleBack(one, find));
  if (!isObject(value)) return value;
  if ('personId' in value) {
    const personId = personIdSchema.parse(value['personId']);
    return { personId, ...(find(personId) ?? NOBODY) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, putPeopleBack(one, find)]));
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null;
