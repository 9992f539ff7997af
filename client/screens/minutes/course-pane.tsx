import { useMemo, useRef } from 'react';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { type CourseSource, liveSpeech, minutesCourse, writtenCount } from '../../../shared/views/minutes-course.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CourseSection } from './course-section.tsx';
import { NoteField } from './notes/note-field.tsx';
import { useCourseKeys } from './use-course-keys.ts';
import { useFollowLive } from './use-follow-live.ts';

const words = () => text.minutes.course;

interface CoursePaneProps {
  readonly readOnly: string | null;
  readonly onForm: (form: 'officials' | 'head') => void;
}

/** The conference as it happened, with a field under each speech. */
export function CoursePane({ readOnly, onForm }: CoursePaneProps) {
  const pane = useRef<HTMLElement>(null);
  const source = useConference(sourceOf);
  const course = useMemo(() => minutesCourse(source), [source]);
  const live = liveSpeech(course)?.speech.speechId ?? null;
  const toLive = useFollowLive(pane, live);
  useCourseKeys(pane, toLive);
  const count = writtenCount(source, course);
  return (
    <section className="course" ref={pane} aria-label={words().label}>
      <header className="course-head">
        <h2>{words().heading}</h2>
        <span className="course-count">{words().written(count.written, count.held)}</span>
        <button type="button" className="button" onClick={() => onForm('officials')}>
          {text.minutes.officials}
        </button>
        <button type="button" className="button" onClick={() => onForm('head')}>
          {text.minutes.head}
        </button>
      </header>
      {readOnly === null ? null : <p className="course-shut">{readOnly}</p>}
      <div className="course-list">
        <Whole kind="opening" hint={words().openingHint} readOnly={readOnly !== null} />
        {course.length === 0 ? <p className="course-empty">{words().noItems}</p> : null}
        {course.map((part) => (
          <CourseSection key={part.item?.itemId ?? 'outside'} part={part} live={live} readOnly={readOnly !== null} />
        ))}
        <Whole kind="conclusion" readOnly={readOnly !== null} />
      </div>
      <footer className="course-keys">
        <span>{words().keys}</span>
        {live === null ? null : (
          <button type="button" className="button" data-tone="quiet" onClick={toLive}>
            {words().toLive}
          </button>
        )}
      </footer>
    </section>
  );
}

const sourceOf = ({ agenda, floor, records }: ConferenceState): CourseSource => ({ agenda, floor, records });

interface WholeProps {
  readonly kind: 'opening' | 'conclusion';
  readonly hint?: string;
  readonly readOnly: boolean;
}

/** What stands before and behind the course. */
function Whole({ kind, hint, readOnly }: WholeProps) {
  return (
    <section className="course-part">
      <h3>{words()[kind]}</h3>
      {hint === undefined ? null : <p className="course-hint">{hint}</p>}
      <NoteField about={{ kind }} label={words()[kind]} readOnly={readOnly} rows={kind === 'conclusion' ? 4 : 1} />
    </section>
  );
}
