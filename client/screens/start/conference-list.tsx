import { useState } from 'react';
import { scopeOf } from '../../../shared/domain/policy.ts';
import type { ConferenceSummary, Session } from '../../../shared/protocol/http.ts';
import { formatCount, formatDate } from '../../parts/clock-text.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { type Fetched, getConferences } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import { AfterClosing } from './after-closing.tsx';
import { CreateConference } from './create-conference.tsx';
import { screensFor } from './screens-for.ts';
import { usePolled } from './use-polled.ts';
import { type ConferenceWithRehearsals, withRehearsals } from './with-rehearsals.ts';

const words = () => text.start;
const LIST_MS = 15_000;

const MARKS: Readonly<Record<ConferenceSummary['phase'], MarkTone>> = {
  draft: 'off',
  preparing: 'next',
  live: 'live',
  adjourned: 'look',
  closed: 'done',
  archived: 'done',
};

export function ConferenceList({ session }: { readonly session: Session }) {
  const { value: fetched } = usePolled(getConferences, LIST_MS);
  const [creating, setCreating] = useState(false);
  const mayCreate = scopeOf(session.seat, 'createConference') !== null && session.conference === null;
  return (
    <section>
      <div className="start-list-head">
        <h1>{words().heading}</h1>
        {mayCreate ? (
          <button type="button" className="button" data-tone="primary" onClick={() => setCreating(true)}>
            {words().create}
          </button>
        ) : null}
      </div>
      <Answer fetched={fetched} session={session} mayCreate={mayCreate} />
      {creating ? <CreateConference onClose={() => setCreating(false)} /> : null}
    </section>
  );
}

interface AnswerProps {
  readonly fetched: Fetched<readonly ConferenceSummary[]> | null;
  readonly session: Session;
  readonly mayCreate: boolean;
}

function Answer({ fetched, session, mayCreate }: AnswerProps) {
  if (fetched === null) return <p aria-busy="true">{words().loading}</p>;
  if (fetched.kind === 'ok') return <Rows conferences={fetched.value} session={session} mayCreate={mayCreate} />;
  const sentence =
    fetched.kind === 'offline' ? words().unreachable : text.refusals.sentence(fetched.code, fetched.params);
  return <p role="alert">{sentence}</p>;
}

interface RowsProps {
  readonly conferences: readonly ConferenceSummary[];
  readonly session: Session;
  readonly mayCreate: boolean;
}

function Rows({ conferences, session, mayCreate }: RowsProps) {
  if (conferences.length === 0) {
    return <p className="start-empty">{mayCreate ? words().noConferences : words().noConferencesForSeat}</p>;
  }
  return (
    <ul className="start-list">
      {withRehearsals(conferences).map((shown) => (
        <li key={shown.conference.id}>
          <ConferenceCard shown={shown} session={session} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly shown: ConferenceWithRehearsals;
  readonly session: Session;
}

function ConferenceCard({ shown: { conference, rehearsals }, session }: CardProps) {
  const { title, organiser, date, phase, bridges, form, rehearsalOf } = conference;
  return (
    <article className="start-card">
      <h2>{rehearsalOf === null ? title : words().ofRehearsal(title)}</h2>
      <p className="start-quiet">{organiser}</p>
      <p className="start-facts">
        <StateMark tone={MARKS[phase]} word={text.common.phases[phase]} />
        <span>{words().onDay(formatDate(date))}</span>
        <span>{words().forms[form]}</span>
        <span>{words().bridges(formatCount(bridges))}</span>
      </p>
      <OpenButtons conference={conference} session={session} />
      <AfterClosing conference={conference} session={session} />
      {rehearsals.length === 0 ? null : <Rehearsals rehearsals={rehearsals} session={session} />}
    </article>
  );
}

interface OpenButtonsProps {
  readonly conference: ConferenceSummary;
  readonly session: Session;
}

function OpenButtons({ conference: { id, title, rehearsalOf }, session }: OpenButtonsProps) {
  const named = rehearsalOf === null ? title : words().ofRehearsal(title);
  return (
    <p className="start-open">
      {screensFor(session, id).map(({ screen, path }, i) => (
        <a
          key={path}
          className="button"
          data-tone={i === 0 && rehearsalOf === null ? 'primary' : 'plain'}
          href={path}
          aria-label={words().openNamed(words().open[screen], named)}
        >
          {words().open[screen]}
        </a>
      ))}
    </p>
  );
}

interface RehearsalsProps {
  readonly rehearsals: readonly ConferenceSummary[];
  readonly session: Session;
}

function Rehearsals({ rehearsals, session }: RehearsalsProps) {
  return (
    <section>
      <h3>{words().rehearsals}</h3>
      <ul className="start-rehearsals" aria-label={words().rehearsals}>
        {rehearsals.map((rehearsal, i) => (
          <li key={rehearsal.id}>
            <strong>{words().rehearsalNumber(i + 1)}</strong>{' '}
            <StateMark tone={MARKS[rehearsal.phase]} word={text.common.phases[rehearsal.phase]} />
            <OpenButtons conference={rehearsal} session={session} />
          </li>
        ))}
      </ul>
    </section>
  );
}
