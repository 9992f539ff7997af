import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';
import { useMayUse } from '../use-may-use.ts';
import { DeskPart } from './desk-part.tsx';
import { DocumentList } from './document-list.tsx';
import { ShareChoice } from './share-control.tsx';
import { UploadPart } from './upload-part.tsx';
import './documents.css';

/** Documents in the hands of the centre: what is shown, what can be shown, and what is on its way in. */
export function DocumentDesk() {
  const { conference } = useSync();
  const uploads = useMayUse('tendDocuments');
  const tendsLibrary = useMayUse('tendLibrary');
  return (
    <div className="documents">
      <DeskPart />
      {uploads ? <UploadPart bridgeId={null} shownOnly /> : null}
      <DocumentList />
      <ShareChoice />
      {tendsLibrary ? <a href={`/c/${conference}/library`}>{text.library.title}</a> : null}
    </div>
  );
}
