import type { ReactNode } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type DocumentFile, isShown, type StoredDocument } from '../../../shared/domain/documents/document.ts';
import { documentOnAir } from '../../../shared/domain/onair/onair.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandButton } from '../command-button.tsx';
import { HoldButton } from '../hold-button.tsx';
import { StateMark } from '../state-mark.tsx';
import { sizeOf } from './document-words.ts';

const words = () => text.documents.list;
const allOf = ({ documents }: { readonly documents: { readonly list: readonly StoredDocument[] } }) => documents.list;

/** Every document, the newest first; what is chosen says so in place of its press. */
export function DocumentList() {
  const list = useConference(allOf);
  return (
    <section className="documents-list" aria-label={words().title}>
      <h3>{words().title}</h3>
      {list.length === 0 ? <p className="documents-hint">{words().none}</p> : null}
      <ul>
        {list
          .filter(({ file }) => isShown(file))
          .toReversed()
          .map(({ file }) => (
            <DocumentLine key={file.documentId} file={file}>
              <Presses file={file} />
            </DocumentLine>
          ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly file: DocumentFile;
  readonly children: ReactNode;
  /** What can be done with it beside the presses. */
  readonly below?: ReactNode;
}

export function DocumentLine({ file, children, below }: LineProps) {
  const { bridgeId } = file;
  const owner = useConference(({ bridges }) =>
    bridgeId === null ? text.documents.centre : (bridgeOf(bridges, bridgeId)?.shortName ?? ''),
  );
  return (
    <li className="documents-line">
      <span className="documents-line-name">{file.name}</span>
      <small>
        {owner} · {sizeOf(file)}
      </small>
      <span className="documents-line-presses">{children}</span>
      {below}
    </li>
  );
}

function Presses({ file: { documentId, name } }: { readonly file: DocumentFile }) {
  const isLaid = useConference(({ onair }) => documentOnAir(onair) === documentId);
  if (isLaid) return <StateMark tone="done" word={words().laid} />;
  return (
    <>
      <CommandButton
        label={words().lay}
        name={words().layNamed(name)}
        make={() => ({ type: 'layDocument', document: { kind: 'file', documentId, presenter: null } })}
      />
      <HoldButton
        label={words().remove}
        tone="quiet"
        how={words().removeHow}
        subject={documentId}
        make={() => ({ type: 'removeDocument', documentId })}
      />
    </>
  );
}
