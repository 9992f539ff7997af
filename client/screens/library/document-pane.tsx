import { aboutOf, type StoredDocument } from '../../../shared/domain/documents/document.ts';
import { DocumentPreview } from '../../parts/documents/document-preview.tsx';
import { PaperChoice } from '../../parts/documents/paper-choice.tsx';
import { HoldButton } from '../../parts/hold-button.tsx';
import { useMayEver } from '../../parts/use-may-use.ts';
import { text } from '../../text/text.ts';
import { AboutForm } from './about-form.tsx';
import { ReleasePart } from './release-part.tsx';

const words = () => text.library;

/** One document in the hand: what it is, whose, and who may read it. */
export function DocumentPane({ stored }: { readonly stored: StoredDocument }) {
  const { file, speechId } = stored;
  const about = aboutOf(stored);
  return (
    <aside className="library-pane" aria-label={about.title}>
      <h2>{about.title}</h2>
      {about.title === file.name ? null : <p className="documents-hint">{file.name}</p>}
      <DocumentPreview file={file} watermark={about.watermark} />
      <AboutForm stored={stored} />
      <section>
        <h3>{words().paper.title}</h3>
        <PaperChoice file={file} speechId={speechId} />
        <p className="documents-hint">{words().paper.how}</p>
      </section>
      <ReleasePart stored={stored} />
      <Removing stored={stored} />
    </aside>
  );
}

function Removing({ stored: { file } }: { readonly stored: StoredDocument }) {
  const may = useMayEver('removeDocument');
  if (!may) return null;
  const { documentId } = file;
  return (
    <HoldButton
      label={text.documents.list.remove}
      tone="quiet"
      how={text.documents.list.removeHow}
      subject={documentId}
      make={() => ({ type: 'removeDocument', documentId })}
    />
  );
}
