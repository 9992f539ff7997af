import type { HandbookOwn } from '../../shared/protocol/handbook.ts';
import { groupedBadge, phoneText } from '../parts/badge-text.ts';
import { personLines } from '../parts/person-words.ts';

import { StateMark } from '../parts/state-mark.tsx';
import { BadgePicture } from './badge-picture.tsx';
import type { Book } from './book.ts';
import { EntryFields } from './entry-form.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import { useWords } from './words.ts';

interface OwnTabProps {
  readonly book: Book;
  readonly own: HandbookOwn | null;
  readonly hasBadge: boolean;
}

/** Seat, hall and badge of whoever holds the phone, and a word to the secretariat. */
export function OwnTab({ book, own, hasBadge }: OwnTabProps) {
  const words = useWords().own;
  if (own === null) {
    return hasBadge ? (
      <p className="book-empty" role="status">
        {words.loading}
      </p>
    ) : (
      <div className="book-row book-own">
        <p>{words.seatOnly}</p>
        <EntryFields problem={null} />
      </div>
    );
  }
  return (
    <>
      <div className="book-row book-own">
        <Who own={own} />
        <BadgePicture text={phoneText(own.badge)} label={words.qr} />
        <p className="book-code">{groupedBadge(own.badge)}</p>
        <p className="book-quiet">{words.how}</p>
      </div>
      <FeedbackForm book={book} left={own.feedbackLeft} />
    </>
  );
}

function Who({ own }: { readonly own: HandbookOwn }) {
  const words = useWords().own;
  const { head, rest } = personLines(own);
  const { seat, bridge, homeUnit, delegation, present } = own;
  const facts = [
    [words.seat, seat],
    [words.bridge, bridge.name],
    [words.room, bridge.room],
    [words.unit, homeUnit],
    [words.delegation, delegation === homeUnit ? null : delegation],
  ] as const;
  return (
    <>
      <h2>{head === '' ? words.delegate : head}</h2>
      {rest === '' ? null : <p>{rest}</p>}
      <p>
        <StateMark tone={present ? 'done' : 'off'} word={present ? words.present : words.notPresent} />
      </p>
      <dl className="book-facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
