import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { HandbookView } from '../../shared/protocol/handbook.ts';
import { StateMark } from '../parts/state-mark.tsx';
import type { HandbookAddress } from './address.ts';
import type { Book } from './book.ts';
import type { BookState } from './book-state.ts';
import { changeSentence } from './changes.ts';
import { NowCard } from './now-card.tsx';
import { ProgrammeTab } from './programme-tab.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { usePolling } from './use-polling.ts';
import { otherLanguage, switchLanguage, useWords } from './words.ts';

/** What is behind the first look comes after it, in one piece. */
const later = () => import('./later.ts');
const DocumentsTab = lazy(async () => ({ default: (await later()).DocumentsTab }));
const BallotsTab = lazy(async () => ({ default: (await later()).BallotsTab }));
const OwnTab = lazy(async () => ({ default: (await later()).OwnTab }));
const EntryForm = lazy(async () => ({ default: (await later()).EntryForm }));

interface HandbookPageProps {
  readonly book: Book;
  readonly address: HandbookAddress;
}

export function HandbookPage({ book, address }: HandbookPageProps) {
  const words = useWords();
  const state = useSyncExternalStore(book.subscribe, book.state);
  usePolling(book);
  const { standing, view, isOffline } = state;
  if (standing === 'gone' || standing === 'shut')
    return (
      <Suspense>
        <EntryForm problem={standing === 'gone' ? words.entry.unknown : null} />
      </Suspense>
    );
  if (view === null) {
    const sentence = standing === 'forgotten' ? words.entry.forgotten : isOffline ? words.entry.offline : words.loading;
    return (
      <main className="opening" aria-busy={standing === 'opening' && !isOffline}>
        <h1>{words.name}</h1>
        <p role="status">{sentence}</p>
      </main>
    );
  }
  return <Open book={book} address={address} state={state} view={view} />;
}

interface OpenProps extends HandbookPageProps {
  readonly state: BookState;
  readonly view: HandbookView;
}

function Open({ book, address, state, view }: OpenProps) {
  const words = useWords();
  const [tab, setTab] = useState<Tab>('programme');
  const { own, keptAt } = state;
  const waiting = view.ballots.filter(
    ({ stage, manner, ballotId }) =>
      stage === 'open' && manner !== 'hands' && own !== null && !own.voted.includes(ballotId),
  );
  return (
    <div className="book">
      <Head view={view} />
      {keptAt === null ? null : (
        <p className="book-notice" role="status">
          <StateMark tone="look" word={words.kept(keptAt)} />
        </p>
      )}
      <Announcer view={view} />
      <main>
        <Stage view={view} waiting={waiting} onVote={() => setTab('ballots')} />
        <Tabs tab={tab} onChoose={setTab} waiting={waiting.length}>
          {{
            programme: <ProgrammeTab rows={view.programme} />,
            documents: <DocumentsTab documents={view.documents} pages={book.pages} />,
            ballots: <BallotsTab book={book} ballots={view.ballots} own={own} />,
            own: <OwnTab book={book} own={own} hasBadge={address.badge !== null} />,
          }}
        </Tabs>
      </main>
    </div>
  );
}

function Head({ view: { title, organiser, date, phase } }: { readonly view: HandbookView }) {
  const words = useWords();
  const other = otherLanguage();
  return (
    <header className="book-head">
      <div className="book-first">
        <p className="book-quiet">
          {organiser} · {words.date(date)}
        </p>
        <button
          type="button"
          className="press"
          data-tone="quiet"
          lang={other.code}
          onClick={() => void switchLanguage()}
        >
          {other.own}
        </button>
      </div>
      <h1>{title}</h1>
      {phase === 'live' ? null : <StateMark tone="off" word={words.phases[phase]} />}
    </header>
  );
}

interface StageProps {
  readonly view: HandbookView;
  readonly waiting: HandbookView['ballots'];
  readonly onVote: () => void;
}

/** What everybody must see whichever part is open. */
function Stage({ view, waiting, onVote }: StageProps) {
  const words = useWords();
  if (view.classified !== null) {
    const { since, until } = view.classified;
    return (
      <p className="book-notice" role="status">
        <StateMark tone="look" word={words.classified(since, until)} />
      </p>
    );
  }
  return (
    <>
      {view.notices.map((notice) => (
        <p className="book-notice" key={notice.kind}>
          <StateMark tone={notice.kind === 'delay' ? 'look' : 'pause'} word={words.notice(notice)} />
        </p>
      ))}
      {waiting.length === 0 ? null : (
        <button type="button" className="press book-vote-now" data-tone="primary" onClick={onVote}>
          {words.ballots.stages.open}: {waiting[0]?.question}
        </button>
      )}
      <NowCard view={view} />
    </>
  );
}

/** Says once what changed, and nothing when the page opens. */
function Announcer({ view }: { readonly view: HandbookView }) {
  const words = useWords();
  const before = useRef(view);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    const said = changeSentence(before.current, view, words);
    before.current = view;
    if (said !== null) setSentence(said);
  }, [view, words]);
  return (
    <p className="unseen" aria-live="polite">
      {sentence}
    </p>
  );
}
