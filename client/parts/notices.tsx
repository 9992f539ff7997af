import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { type Cell, createCell } from '../sync/cell.ts';
import { useReadable } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import { Shape } from './shape.tsx';

export interface Notice {
  /** `look`: something needs a person; `ok`: it is done. */
  readonly tone: 'look' | 'ok';
  readonly sentence: string;
  /** What it is about: a later notice about the same replaces it, for its way back leads to what is no longer so. */
  readonly about?: string | undefined;
  /** Offered as "Hoàn tác" while the notice stands. */
  readonly undo?: (() => void) | undefined;
}

interface Shown extends Notice {
  readonly id: number;
}

interface NoticeBoard {
  readonly show: (notice: Notice) => void;
  readonly dismiss: (id: number) => void;
  readonly shown: Cell<readonly Shown[]>;
}

const STANDS_MS = { ok: 5_000, look: 12_000, undo: 10_000 };
const AT_MOST = 4;

function createBoard(): NoticeBoard {
  const shown = createCell<readonly Shown[]>([]);
  let count = 0;
  return {
    shown,
    show: (notice) => {
      count += 1;
      // The same sentence again replaces the old one: it is not two pieces of news.
      const others = shown
        .get()
        .filter(
          ({ sentence, about }) => sentence !== notice.sentence && (about === undefined || about !== notice.about),
        );
      shown.set([...others.slice(1 - AT_MOST), { ...notice, id: count }]);
    },
    dismiss: (id) => shown.set(shown.get().filter((one) => one.id !== id)),
  };
}

const NoticesContext = createContext<NoticeBoard | null>(null);

/** Stands once, around the whole page. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const board = useMemo(createBoard, []);
  return <NoticesContext value={board}>{children}</NoticesContext>;
}

function useBoard(): NoticeBoard {
  const board = useContext(NoticesContext);
  if (board === null) throw new Error('used outside a NoticesProvider');
  return board;
}

export function useNotices(): Pick<NoticeBoard, 'show'> {
  return useBoard();
}

/** Where the notices stand; read out politely, once. */
export function Notices() {
  const board = useBoard();
  const shown = useReadable(board.shown);
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onDone={() => board.dismiss(notice.id)} />
      ))}
    </div>
  );
}

function NoticeLine({ notice, onDone }: { readonly notice: Shown; readonly onDone: () => void }) {
  const { id, tone, sentence, undo } = notice;
  const board = useBoard();
  useEffect(() => {
    const timer = setTimeout(() => board.dismiss(id), undo === undefined ? STANDS_MS[tone] : STANDS_MS.undo);
    return () => clearTimeout(timer);
  }, [board, id, tone, undo]);
  return (
    <p className="notice" data-tone={tone}>
      <Shape name={tone === 'look' ? 'look' : 'done'} className="notice-sign" />
      <span className="notice-sentence">{sentence}</span>
      {undo === undefined ? null : (
        <button
          type="button"
          className="button"
          data-tone="plain"
          onClick={() => {
            undo();
            onDone();
          }}
        >
          {text.common.undo}
        </button>
      )}
      <button type="button" className="button notice-close" data-tone="quiet" onClick={onDone}>
        <Shape name="close" />
        <span className="unseen">{text.common.close}</span>
      </button>
    </p>
  );
}
