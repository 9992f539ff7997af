import { useEffect, useRef, useState } from 'react';
import type { HandbookDocument } from '../../shared/protocol/handbook.ts';
import { FilePress } from './file-press.tsx';
import type { Pages, ShownPage } from './pages.ts';
import { useWords } from './words.ts';

interface DocumentReaderProps {
  readonly document: HandbookDocument;
  readonly pages: Pages;
  readonly onLeave: () => void;
}

export function DocumentReader({ document, pages, onLeave }: DocumentReaderProps) {
  const words = useWords().documents;
  const [page, setPage] = useState(1);
  const head = useRef<HTMLHeadingElement>(null);
  const count = document.pages ?? 1;
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    let isLeft = false;
    void pages.keepAhead(document, () => isLeft);
    return () => {
      isLeft = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the document of another edition of the view is the same
  }, [document.documentId, pages]);
  return (
    <article className="book-reader">
      <button type="button" className="press" data-tone="quiet" onClick={onLeave}>
        {words.back}
      </button>
      <h2 tabIndex={-1} ref={head}>
        {document.title}
      </h2>
      <PagePicture document={document} pages={pages} page={page} />
      {count < 2 ? null : (
        <nav className="book-turn" aria-label={words.page(page, count)}>
          <p aria-live="polite">{words.page(page, count)}</p>
          <button type="button" className="press" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {words.before}
          </button>
          <button type="button" className="press" disabled={page === count} onClick={() => setPage(page + 1)}>
            {words.after}
          </button>
        </nav>
      )}
      <FilePress document={document} pages={pages} />
    </article>
  );
}

interface PagePictureProps {
  readonly document: HandbookDocument;
  readonly pages: Pages;
  readonly page: number;
}

function PagePicture({ document, pages, page }: PagePictureProps) {
  const words = useWords().documents;
  const shown = usePage(document, pages, page);
  if (shown === null) {
    return (
      <p className="book-empty" role="status" aria-busy="true">
        {words.loading}
      </p>
    );
  }
  if (shown.kind !== 'url') {
    const code = shown.kind === 'refused' ? shown.code : null;
    const sentence =
      code === null
        ? document.keeps
          ? words.offline
          : words.needsNetwork
        : code === 'too-many-readers' || code === 'too-many-tries'
          ? words.busy
          : words.refused;
    return (
      <p className="book-empty" role="status">
        {sentence}
      </p>
    );
  }
  return <img className="book-page" src={shown.url} alt={words.picture(document.title, page)} />;
}

type Drawn = Exclude<ShownPage, { kind: 'page' }> | { readonly kind: 'url'; readonly url: string };

function usePage(document: HandbookDocument, pages: Pages, page: number): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isLeft = false;
    let url: string | null = null;
    setDrawn(null);
    void pages.page(document, page).then((shown) => {
      if (isLeft) return;
      if (shown.kind !== 'page') return setDrawn(shown);
      url = URL.createObjectURL(shown.blob);
      setDrawn({ kind: 'url', url });
    });
    return () => {
      isLeft = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the document of another edition of the view is the same
  }, [document.documentId, page, pages]);
  return drawn;
}
