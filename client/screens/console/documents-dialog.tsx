import { Dialog } from '../../parts/dialog.tsx';
import { DocumentDesk } from '../../parts/documents/document-desk.tsx';
import { text } from '../../text/text.ts';

/** The documents, over the table. Closing it stops a file that is still being sent from here. */
export function DocumentsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text.documents.title} onClose={onClose} className="documents-dialog">
      <DocumentDesk />
    </Dialog>
  );
}
