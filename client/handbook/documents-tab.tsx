import { useRef, useState } from 'react';
import type { HandbookDocument } from '../../shared/protocol/handbook.ts';
import { DocumentReader } from './document-reader.tsx';
import { FilePress } from './file-press.tsx';
import type { Pages } from './pages.ts';
import { useWords } from './words.ts';

interface DocumentsTabProps {
  readonly documents: readonly HandbookDocument[];
  readonly pages: Pages;
}

export function DocumentsTab({ documents, pages }: DocumentsTabProps) {
  const words = useWords().documents;
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const open = documents.find(({ documentId }) => documentId === openId);
  if (open !== undefined) {
    const leave = () => {
      setOpenId(null);
      // Back to the press that opened it, once the list is drawn again.
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`#open-${open.documentId}`)?.focus());
    };
    return <DocumentReader key={open.documentId} document={open} pages={pages} onLeave={leave} />;
  }
  if (documents.length === 0) return <p className="book-empty">{words.none}</p>;
  return (
    <ul className="book-list" ref={list}>
      {documents.map((one) => (
        <li key={one.documentId} className="book-row book-document">
          <p className="book-strong">{one.title}</p>
          <Facts document={one} />
          {one.pages === null ? (
            <FilePress document={one} pages={pages} />
          ) : (
            <button
              type="button"
              className="press"
              id={`open-${one.documentId}`}
              aria-label={words.openNamed(one.title)}
              onClick={() => setOpenId(one.documentId)}
            >
              {words.open}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({
  document: { kind, pages, bytes, circulation, watermark, keeps },
}: {
  readonly document: HandbookDocument;
}) {
  const words = useWords().documents;
  const facts = [
    circulation,
    words.kinds[kind],
    kind === 'slides' && pages !== null ? words.pages(pages) : words.size(bytes),
    watermark ? words.watermark : null,
  ];
  return (
    <>
      <p className="book-quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      {keeps ? null : <p className="book-quiet">{words.needsNetwork}</p>}
    </>
  );
}
