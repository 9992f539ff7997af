import { useState } from 'react';
import { storedOf } from '../../../shared/domain/documents/document.ts';
import type { ConferenceId, DocumentId } from '../../../shared/domain/ids.ts';
import { UploadPart } from '../../parts/documents/upload-part.tsx';
import { HandbookExportButton } from '../../parts/handbook/handbook-export-button.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useMayUse } from '../../parts/use-may-use.ts';
import { useSync } from '../../sync/conference-context.ts';
import { ConferenceProvider, useConference, useLine, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { DocumentPane } from './document-pane.tsx';
import { LibraryList } from './library-list.tsx';
import { useReaders } from './use-readers.ts';
import '../../parts/documents/documents.css';
import './library.css';

const words = () => text.library;

/** Everything that is handed in, shown and given out, at the secretariat's desk. */
export function LibraryScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <main className="library">
        <Top />
        <Desk />
      </main>
    </ConferenceProvider>
  );
}

function Top() {
  const { conference } = useSync();
  const { seat } = useSeat();
  const title = useConference((state) => state.conference.title);
  const { status } = useLine();
  const isOffice = useMayUse('tendLibrary');
  const screens = seat === 'secretary' ? (['minutes'] as const) : (['minutes', 'console'] as const);
  return (
    <header className="library-top">
      <div className="library-title">
        <h1>{words().title}</h1>
        <p title={title}>{title}</p>
      </div>
      <StateMark tone={status === 'online' ? 'done' : 'look'} word={text.console.line[status]} />
      <nav>
        {screens.map((screen) => (
          <a key={screen} href={`/c/${conference}/${screen}`}>
            {words()[screen]}
          </a>
        ))}
      </nav>
      {isOffice ? <HandbookExportButton conference={conference} /> : null}
      <LanguageSwitch />
    </header>
  );
}

function Desk() {
  const isOffice = useMayUse('tendLibrary');
  const isClassified = useConference(({ conference }) => conference.classifiedSince !== null);
  if (!isOffice) return <p className="library-note">{words().onlyOffice}</p>;
  if (isClassified) {
    return (
      <p className="library-note">
        <StateMark tone="look" word={words().classified} />
      </p>
    );
  }
  return <Shelves />;
}

function Shelves() {
  const [chosen, choose] = useState<DocumentId | null>(null);
  const readers = useReaders();
  const stored = useConference(({ documents }) => (chosen === null ? undefined : storedOf(documents, chosen)));
  return (
    <div className="library-desk documents">
      <div className="library-shelves">
        <UploadPart bridgeId={null} />
        <LibraryList chosen={stored?.file.documentId ?? null} onChoose={choose} readers={readers} />
      </div>
      {stored === undefined ? (
        <p className="library-pane library-empty">{words().choose}</p>
      ) : (
        <DocumentPane key={stored.file.documentId} stored={stored} />
      )}
    </div>
  );
}
