import { useEffect, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useSync } from '../../sync/conference-context.ts';
import { cancelDocumentUpload, getDocumentUploads, sendDocument } from '../../sync/documents.ts';
import { UploadDesk } from './upload-desk.ts';

const ASK_EVERY_MS = 700;

/** `bridgeId`: whose the documents are that come from here. null while the page opens. */
export function useUploadDesk(bridgeId: BridgeId | null): UploadDesk | null {
  const { conference } = useSync();
  const [desk, setDesk] = useState<UploadDesk | null>(null);
  useEffect(() => {
    const opened = new UploadDesk({
      send: (file, onSent) => sendDocument(conference, { file, bridgeId }, onSent),
      uploads: () => getDocumentUploads(conference),
      cancel: (id) => cancelDocumentUpload(conference, id),
      later: (act) => {
        const timer = setTimeout(act, ASK_EVERY_MS);
        return () => clearTimeout(timer);
      },
    });
    setDesk(opened);
    return () => opened.close();
  }, [conference, bridgeId]);
  return desk;
}
