import { useState } from 'react';
import { type TimedItem, takesSpeeches } from '../../../shared/domain/agenda/agenda.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { isOver } from '../../../shared/domain/conference/conference.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import type { NoteSubject } from '../../../shared/domain/records/minutes.ts';
import type { CoursePart, CourseSpeech } from '../../../shared/views/minutes-course.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { personLines, personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { NoteField } from './notes/note-field.tsx';
import { useNote } from './notes/notes-provider.tsx';

const words = () => text.minutes.course;

interface CourseSectionProps {
  readonly part: CoursePart;
  readonly live: SpeechId | null;
  readonly readOnly: boolean;
}

/** An item of the programme as it came, and what was said in it. */
export function CourseSection({ part, live, readOnly }: CourseSectionProps) {
  const { item, status, speeches } = part;
  const over = useConference(({ conference }) => isOver(conference));
  return (
    <section className="course-part" data-status={status}>
      <header className="course-part-head">
        <h3>{item?.plan.title ?? words().outside}</h3>
        <span className="course-times">{timesWords(part, over)}</span>
        {status === 'live' ? <StateMark tone="live" word={words().liveItem} /> : null}
      </header>
      {item === null ? null : <ItemNote item={item} begun={part.from !== null} readOnly={readOnly} />}
      <ol className="course-speeches">
        {speeches.map((one) => (
          <SpeechLine key={one.speech.speechId} one={one} isLive={one.speech.speechId === live} readOnly={readOnly} />
        ))}
      </ol>
    </section>
  );
}

function timesWords({ item, status, from, to }: CoursePart, over: boolean): string {
  if (item === null) return '';
  if (from === null && status === 'skipped') return words().skipped;
  if (from === null) return over ? words().unheld : words().waiting;
  return to === null ? words().since(formatTime(from)) : words().between(formatTime(from), formatTime(to));
}

interface ItemNoteProps {
  readonly item: TimedItem;
  readonly begun: boolean;
  readonly readOnly: boolean;
}

/** Where halls speak in turn, what is written stands under the speeches; a note on the whole is asked for. */
function ItemNote({ item, begun, readOnly }: ItemNoteProps) {
  const [wanted, want] = useState(false);
  const about: NoteSubject = { kind: 'item', itemId: item.itemId };
  const { typed } = useNote(about);
  const isUsual = begun && !takesSpeeches(item.plan);
  if (wanted || isUsual || typed !== '') {
    return <NoteField about={about} label={words().itemNote(item.plan.title)} readOnly={readOnly} rows={1} />;
  }
  return readOnly ? null : (
    <button type="button" className="button course-add" data-tone="quiet" onClick={() => want(true)}>
      {words().addItemNote}
    </button>
  );
}

interface SpeechLineProps {
  readonly one: CourseSpeech;
  readonly isLive: boolean;
  readonly readOnly: boolean;
}

function SpeechLine({ one, isLive, readOnly }: SpeechLineProps) {
  const { speech, number, outcome, from, to } = one;
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.name ?? '');
  const { head, rest } = personLines(speech.speaker);
  return (
    <li className="course-speech" data-speech={speech.speechId} data-live={isLive || undefined}>
      <div className="course-speaker">
        <span className="course-number">{number ?? '–'}</span>
        <div>
          <p className="course-name">
            <strong>{head}</strong>
            {rest === '' ? null : <span>{`, ${rest}`}</span>}
          </p>
          <p className="course-bridge">{`${bridge}. ${speech.subject}`}</p>
        </div>
        <div className="course-when">
          <span className="course-times">{speechTimes(from, to)}</span>
          <OutcomeMark one={one} />
        </div>
      </div>
      {outcome === 'unheard' ? null : (
        <NoteField
          about={{ kind: 'speech', speechId: speech.speechId }}
          label={words().speechNote(personWords(speech.speaker))}
          readOnly={readOnly}
          rows={isLive ? 4 : 2}
        />
      )}
    </li>
  );
}

function speechTimes(from: number | null, to: number | null): string {
  if (from === null) return '';
  return to === null ? words().since(formatTime(from)) : words().between(formatTime(from), formatTime(to));
}

function OutcomeMark({ one: { outcome, speech } }: { readonly one: CourseSpeech }) {
  switch (outcome) {
    case 'onFloor':
      return speech.stage.status === 'called' ? (
        <StateMark tone="next" word={words().called} />
      ) : (
        <StateMark tone="air" word={words().live} />
      );
    case 'unheard':
      return <StateMark tone="off" word={words().unheard} />;
    case 'handedInWriting':
      return <StateMark tone="done" word={words().inWriting} />;
    case 'spoken':
      return null;
  }
}
