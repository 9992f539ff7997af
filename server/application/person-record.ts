import { valuesOf } from '../../shared/base/persistent-map.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { bridgeOf, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { spokenMs } from '../../shared/domain/floor/floor.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { PersonTraces } from '../store/people.ts';

/** Everything that is stored about one person, in a form that can be handed over. */
export interface PersonRecord {
  readonly conference: { readonly title: string; readonly date: string; readonly keptDays: number | null };
  readonly delegate: DelegateRow;
  readonly bridge: string | null;
  /** Where else in the conference the person is named. */
  readonly offices: readonly string[];
  readonly speeches: readonly {
    readonly subject: string;
    readonly status: string;
    readonly calledAt: number | null;
    readonly spokenMs: number;
  }[];
  readonly awards: readonly { readonly name: string; readonly as: 'recipient' | 'presenter' }[];
  /** Questions that were answered; the answers are not part of it. */
  readonly votes: readonly string[];
  readonly feedback: readonly string[];
  /** Lines of the journal that name the delegate by id. They hold no name, and stay when the name is erased. */
  readonly lines: PersonTraces['lines'];
}

export function personRecord(state: ConferenceState, { row, people, lines, ballots }: PersonTraces): PersonRecord {
  const ids = new Set<PersonId>([row.personId, ...people.map(({ personId }) => personId)]);
  const is = (person: { readonly personId: PersonId } | null): boolean => person !== null && ids.has(person.personId);
  const { title, date } = state.conference;
  return {
    conference: { title, date, keptDays: state.records.peopleKeptDays },
    delegate: row,
    bridge: bridgeOf(state.bridges, row.bridgeId)?.name ?? null,
    offices: officesOf(state, is),
    speeches: [...valuesOf(state.floor.speeches)]
      .filter(({ speaker, understudy }) => is(speaker) || is(understudy))
      .map((speech) => ({
        subject: speech.subject,
        status: speech.stage.status,
        calledAt: 'calledAt' in speech.stage ? speech.stage.calledAt : null,
        spokenMs: spokenMs(speech, state.conference.closedAt ?? 0),
      })),
    awards: state.records.awards.flatMap(({ name, presenter, recipients }) => [
      ...(recipients.kind === 'person' && is(recipients.person) ? [{ name, as: 'recipient' as const }] : []),
      ...(is(presenter) ? [{ name, as: 'presenter' as const }] : []),
    ]),
    votes: state.ballots.list.filter(({ ballotId }) => ballots.includes(ballotId)).map(({ question }) => question),
    feedback: state.records.feedback.filter(({ delegateId }) => delegateId === row.delegateId).map(({ text }) => text),
    lines,
  };
}

type IsThePerson = (person: { readonly personId: PersonId } | null) => boolean;

/** By stable codes: the screen words them. */
function officesOf({ bridges, agenda, records }: ConferenceState, is: IsThePerson): readonly string[] {
  return [
    ...bridgesInOrder(bridges).flatMap(({ name, chairs, technician }) => [
      ...(chairs.some(is) ? [`chair ${name}`] : []),
      ...(is(technician) ? [`technician ${name}`] : []),
    ]),
    ...agenda.items.filter(({ presenter }) => is(presenter)).map(({ plan }) => `presenter ${plan.title}`),
    ...records.minutes.officials.filter(({ person }) => is(person)).flatMap(({ offices }) => offices),
    ...records.tasks.filter(({ assigner }) => is(assigner)).map(({ text }) => `assigner ${text}`),
  ];
}
