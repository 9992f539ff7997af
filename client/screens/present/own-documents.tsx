import type { BridgeId } from '../../../shared/domain/ids.ts';
import { documentOnAir } from '../../../shared/domain/onair/onair.ts';
import { DocumentLine } from '../../parts/documents/document-list.tsx';
import { PaperChoice } from '../../parts/documents/paper-choice.tsx';
import { ShowingMark } from '../../parts/documents/showing-mark.tsx';
import { useConference, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.documents.present.own;

/** What this hall has sent; the centre chooses what is shown. */
export function OwnDocuments({ own }: { readonly own: BridgeId }) {
  const list = useOwnBridge(({ documents }) => documents.list.filter(({ file }) => file.bridgeId === own));
  const laid = useConference(({ onair }) => documentOnAir(onair));
  return (
    <section aria-labelledby="present-own">
      <h2 id="present-own">{words().title}</h2>
      {list.length === 0 ? <p className="documents-hint">{words().none}</p> : null}
      <ul>
        {list.toReversed().map(({ file, speechId }) => (
          <DocumentLine key={file.documentId} file={file} below={<PaperChoice file={file} speechId={speechId} />}>
            {file.documentId === laid ? <ShowingMark /> : null}
          </DocumentLine>
        ))}
      </ul>
    </section>
  );
}
