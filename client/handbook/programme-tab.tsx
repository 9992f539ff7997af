import type { HandbookRow } from '../../shared/protocol/handbook.ts';
import { personWords } from '../parts/person-words.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { timeOfDay } from '../text/time-of-day.ts';
import { useWords, type Words } from './words.ts';

const MINUTE_MS = 60_000;
const TONES = { waiting: 'next', live: 'live', finished: 'done', skipped: 'off' } as const;

export function ProgrammeTab({ rows }: { readonly rows: readonly HandbookRow[] }) {
  const words = useWords().programme;
  if (rows.length === 0) return <p className="book-empty">{words.none}</p>;
  return (
    <ol className="book-list">
      {rows.map((row) =>
        row.row === 'item' ? (
          <Item key={row.itemId} row={row} />
        ) : (
          <li key={row.itemId} className="book-row" data-row={row.row}>
            <p className={row.row === 'group' ? 'book-strong' : 'book-quiet'}>{row.title}</p>
          </li>
        ),
      )}
    </ol>
  );
}

type ItemRow = Extract<HandbookRow, { row: 'item' }>;

function Item({ row }: { readonly row: ItemRow }) {
  const words = useWords().programme;
  const { title, presenter, status, announced } = row;
  const times = timesInWords(row, words);
  return (
    <li className="book-row" data-status={status} aria-current={status === 'live' ? 'step' : undefined}>
      <p className="book-time">{timeOfDay(announced.start)}</p>
      <div>
        <p className="book-strong">{title}</p>
        {presenter === null ? null : <p>{personWords(presenter)}</p>}
        {status === 'waiting' && times === '' ? null : (
          <p className="book-quiet book-status">
            {status === 'waiting' ? null : <StateMark tone={TONES[status]} word={words.status[status]} />}
            {times === '' ? null : <span>{times}</span>}
          </p>
        )}
      </div>
    </li>
  );
}

/** What was announced counts as the plan; only what differs from it by a minute and more is said. */
function timesInWords({ status, announced, expected }: ItemRow, words: Words['programme']): string {
  switch (status) {
    case 'skipped':
      return '';
    case 'finished':
      return words.actual(expected.start, expected.end);
    case 'live':
      return words.until(expected.end);
    case 'waiting':
      return Math.abs(expected.start - announced.start) >= MINUTE_MS
        ? words.expected(expected.start, expected.end)
        : '';
  }
}
