import { useState } from 'react';
import type { ReleasedDocument, StoredDocument } from '../../../shared/domain/documents/document.ts';
import type { BridgeId, DocumentId } from '../../../shared/domain/ids.ts';
import { useConference, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { Dialog } from '../dialog.tsx';
import { DocumentPreview } from './document-preview.tsx';
import { sizeOf } from './document-words.ts';
import { PaperChoice } from './paper-choice.tsx';
import './documents.css';

const words = () => text.documents.hall;

/** What the hall may read: given out to everybody, and to it; each once, the newest first. */
export function useReleased(): readonly ReleasedDocument[] {
  const all = useConference(({ documents }) => documents.released);
  const own = useOwnBridge(({ documents }) => documents.released);
  const merged = new Map([...all, ...own].map((one) => [one.file.documentId, one]));
  return [...merged.values()].toSorted((a, b) => b.at - a.at);
}

/** What the hall itself has sent. */
export const useOwnPapers = (own: BridgeId): readonly StoredDocument[] =>
  useOwnBridge(({ documents }) => documents.list.filter(({ file }) => file.bridgeId === own)).toReversed();

/** The way to the papers of the conference; not there while there are none. */
export function HallDocuments({ own }: { readonly own: BridgeId }) {
  const [open, setOpen] = useState(false);
  const released = useReleased();
  const papers = useOwnPapers(own);
  if (released.length + papers.length === 0) return null;
  return (
    <>
      <button type="button" className="button hall-documents" data-tone="plain" onClick={() => setOpen(true)}>
        {words().press(formatCount(released.length))}
      </button>
      {open ? (
        <Dialog title={words().title} onClose={() => setOpen(false)} className="documents-dialog">
          <div className="documents">
            <ReleasedList released={released} />
            {papers.length === 0 ? null : <OwnPapers papers={papers} />}
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

/** What was given out, to be read here; one is open at a time. */
export function ReleasedList({ released }: { readonly released: readonly ReleasedDocument[] }) {
  const [read, setRead] = useState<DocumentId | null>(null);
  return (
    <section aria-label={words().released}>
      <h3>{words().released}</h3>
      {released.length === 0 ? <p className="documents-hint">{words().none}</p> : null}
      <ul>
        {released.map(({ file, about }) => (
          <li key={file.documentId} className="documents-line">
            <span className="documents-line-name">{about.title}</span>
            <small>{[sizeOf(file), ...(about.circulation === null ? [] : [about.circulation])].join(' · ')}</small>
            <span className="documents-line-presses">
              <button
                type="button"
                className="button"
                aria-expanded={read === file.documentId}
                aria-label={words().readNamed(about.title)}
                onClick={() => setRead(read === file.documentId ? null : file.documentId)}
              >
                {words().read}
              </button>
            </span>
            {read === file.documentId ? <DocumentPreview file={file} watermark={about.watermark} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnPapers({ papers }: { readonly papers: readonly StoredDocument[] }) {
  return (
    <section aria-label={words().own}>
      <h3>{words().own}</h3>
      <ul>
        {papers.map(({ file, speechId }) => (
          <li key={file.documentId} className="documents-line">
            <span className="documents-line-name">{file.name}</span>
            <small>{sizeOf(file)}</small>
            <PaperChoice file={file} speechId={speechId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
