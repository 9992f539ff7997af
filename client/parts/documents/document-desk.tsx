import { useSeat } from '../../sync/conference-provider.tsx';
import { DeskPart } from './desk-part.tsx';
import { DocumentList } from './document-list.tsx';
import { ShareChoice } from './share-control.tsx';
import { UploadPart } from './upload-part.tsx';
import './documents.css';

/** Documents in the hands of the centre: what is shown, what can be shown, and what is on its way in. */
export function DocumentDesk() {
  const { seat } = useSeat();
  const uploads = seat === 'secretariat' || seat === 'director';
  return (
    <div className="documents">
      <DeskPart />
      {uploads ? <UploadPart bridgeId={null} /> : null}
      <DocumentList />
      <ShareChoice />
    </div>
  );
}
