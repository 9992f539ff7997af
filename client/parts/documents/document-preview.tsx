import { type ReactNode, useState } from 'react';
import type { DocumentFile } from '../../../shared/domain/documents/document.ts';
import { clipUrl, fileUrl, pageUrl } from '../../media/document-urls.ts';
import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { UnlessClassified } from './unless-classified.tsx';

const words = () => text.library.preview;

interface PreviewProps {
  readonly file: DocumentFile;
  /** Pages bear the reader's name, and the file itself stays where it is. */
  readonly watermark: boolean;
}

/** A document as its reader gets it: page by page, and whole where that is allowed. */
export function DocumentPreview({ file, watermark }: PreviewProps) {
  const { conference } = useSync();
  return (
    <section className="documents-preview" aria-label={words().title}>
      <UnlessClassified>
        <Shown file={file} watermark={watermark}>
          {watermark ? null : (
            <a className="button" href={fileUrl(conference, file.documentId)} download>
              {words().download}
            </a>
          )}
        </Shown>
      </UnlessClassified>
      {watermark ? <p className="documents-hint">{words().watermarked}</p> : null}
    </section>
  );
}

interface ShownProps extends PreviewProps {
  /** The press that stands beside those that turn the pages. */
  readonly children: ReactNode;
}

function Shown({ file, watermark, children }: ShownProps) {
  const { conference } = useSync();
  switch (file.kind) {
    case 'slides':
      return (
        <Pages documentId={file.documentId} pages={file.pages} ratio={file.ratio} watermark={watermark}>
          {children}
        </Pages>
      );
    case 'image':
      return (
        <Pages documentId={file.documentId} pages={1} ratio={file.ratio} watermark={watermark}>
          {children}
        </Pages>
      );
    case 'clip':
      if (watermark) return null;
      return (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: what a hall hands in comes without captions */}
          <video controls preload="metadata" aria-label={words().clip} src={clipUrl(conference, file.documentId)} />
          <div className="documents-preview-presses">{children}</div>
        </>
      );
    case 'office':
      return (
        <div className="documents-preview-presses">
          <p className="documents-hint">{words().office}</p>
          {children}
        </div>
      );
  }
}

interface PagesProps {
  readonly documentId: DocumentFile['documentId'];
  readonly pages: number;
  readonly ratio: number;
  readonly watermark: boolean;
  readonly children: ReactNode;
}

function Pages({ documentId, pages, ratio, watermark, children }: PagesProps) {
  const { conference } = useSync();
  const [page, setPage] = useState(1);
  // With and without names are two pictures: what was drawn before the change is not shown after it.
  const source = `${pageUrl(conference, documentId, page)}${watermark ? '?named' : ''}`;
  return (
    <>
      <img src={source} alt={words().alt(formatCount(page))} style={{ aspectRatio: ratio }} />
      <div className="documents-preview-presses">
        {pages === 1 ? null : <Turning page={page} pages={pages} onTurn={setPage} />}
        {children}
      </div>
    </>
  );
}

interface TurningProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

function Turning({ page, pages, onTurn }: TurningProps) {
  return (
    <div className="documents-turning">
      <button type="button" className="button" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {words().before}
      </button>
      <output className="documents-count">{words().page(formatCount(page), formatCount(pages))}</output>
      <button type="button" className="button" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {words().after}
      </button>
    </div>
  );
}
