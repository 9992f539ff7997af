import { unreachable } from '../../../shared/base/assert.ts';
import { documentOf } from '../../../shared/domain/documents/document.ts';
import type { DocumentOnDesk } from '../../../shared/domain/onair/document-on-desk.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandButton } from '../command-button.tsx';
import { ClipControl } from './clip-control.tsx';
import { ShareControl } from './share-control.tsx';
import { ShowingMark } from './showing-mark.tsx';
import { SlidesControl } from './slides-control.tsx';
import { UnlessClassified } from './unless-classified.tsx';

const words = () => text.documents.desk;

/** What was chosen to be shown, and what can be done with it. */
export function DeskPart() {
  const document = useConference(({ onair }) => onair.document);
  return (
    <section className="documents-desk" aria-label={words().title}>
      <header className="documents-head">
        <h3>{words().title}</h3>
        {document === null ? null : <ShowingMark />}
      </header>
      {document === null ? <p className="documents-hint">{words().none}</p> : <Laid document={document} />}
    </section>
  );
}

function Laid({ document }: { readonly document: DocumentOnDesk }) {
  const name = useConference(({ documents }) =>
    document.kind === 'share' ? null : (documentOf(documents, document.documentId)?.name ?? null),
  );
  const held = useConference((state) => programSource(state).kind === 'document');
  return (
    <>
      {name === null ? null : <p className="documents-name">{name}</p>}
      <UnlessClassified>
        <Control document={document} />
      </UnlessClassified>
      <CommandButton
        label={words().clear}
        tone="quiet"
        make={() => ({ type: 'clearDesk' })}
        disabledReason={held ? text.refusals.sentence('document-on-air', {}) : null}
      />
    </>
  );
}

function Control({ document }: { readonly document: DocumentOnDesk }) {
  switch (document.kind) {
    case 'slides':
      return <SlidesControl slides={document} />;
    case 'clip':
      return <ClipControl clip={document} />;
    case 'share':
      return <ShareControl bridgeId={document.bridgeId} />;
    default:
      return unreachable(document);
  }
}
