import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { type NoteSubject, noteKey } from '../../../../shared/domain/records/minutes.ts';
import { formatCount, formatTime } from '../../../parts/clock-text.ts';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { type NoteView, STUCK } from './note-desk.ts';
import { MAX_NOTE } from './note-draft.ts';
import { useNote, useNotes } from './notes-provider.tsx';

const words = () => text.minutes.note;

interface NoteFieldProps {
  readonly about: NoteSubject;
  /** Names the field; drawn by what stands above it. */
  readonly label: string;
  readonly readOnly: boolean;
  readonly rows?: number;
}

/** One written part. It grows with its text, saves itself and says so. */
export function NoteField({ about, label, readOnly, rows = 2 }: NoteFieldProps) {
  const desk = useNotes();
  const view = useNote(about);
  const stateId = useId();
  const area = useGrowing(view.typed);
  const isStuck = STUCK.has(view.status);
  const sentence = statusWords(view);
  return (
    <div className="note" data-status={view.status}>
      <textarea
        ref={area}
        data-note={noteKey(about)}
        rows={rows}
        aria-label={label}
        aria-describedby={stateId}
        readOnly={readOnly}
        value={view.typed}
        onChange={({ target }) => desk.type(about, target.value)}
        onCompositionStart={() => desk.compose(about, true)}
        onCompositionEnd={() => desk.compose(about, false)}
        onBlur={() => desk.rest(about)}
      />
      {view.theirs === null ? null : <Theirs about={about} theirs={view.theirs} />}
      <p className="note-state" id={stateId} data-look={isStuck || undefined}>
        {isStuck ? <Shape name="look" /> : null} {isStuck ? null : sentence}
        {/* Said aloud only when somebody must know: saving by itself is not news. */}
        <span role="status">{isStuck ? sentence : null}</span>
      </p>
    </div>
  );
}

function statusWords({ status, savedAt, refusal }: NoteView): string {
  switch (status) {
    case 'empty':
      return '';
    case 'saved':
      return savedAt === null ? '' : words().saved(formatTime(savedAt));
    case 'tooLong':
      return words().tooLong(formatCount(MAX_NOTE));
    case 'refused':
      return words().refused(refusal === null ? '' : text.refusals.sentence(refusal.code, refusal.params));
    default:
      return words()[status];
  }
}

/** What somebody else wrote, beside the own text; both stand until one of them was chosen. */
function Theirs({ about, theirs }: { readonly about: NoteSubject; readonly theirs: string }) {
  const desk = useNotes();
  return (
    <div className="note-theirs" role="group" aria-label={words().theirs}>
      <p className="note-theirs-head">{words().theirs}</p>
      <p className="note-theirs-text">{theirs === '' ? words().theirsEmpty : theirs}</p>
      <div className="note-theirs-presses">
        <button type="button" className="button" data-tone="primary" onClick={() => desk.keepOwn(about)}>
          {words().keepOwn}
        </button>
        <button type="button" className="button" data-tone="plain" onClick={() => desk.takeTheirs(about)}>
          {words().takeTheirs}
        </button>
      </div>
    </div>
  );
}

/** A field is as high as its text: a summary is read whole, and the list scrolls instead of each field. */
function useGrowing(typed: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is what makes it grow
  useLayoutEffect(() => grow(area.current), [typed]);
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    let width = element.offsetWidth;
    // A narrower field has more lines; its own growing is no news.
    const observer = new ResizeObserver(() => {
      if (element.offsetWidth === width) return;
      width = element.offsetWidth;
      grow(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return area;
}

function grow(area: HTMLTextAreaElement | null): void {
  if (area === null) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
