import { useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';

/** The way to what is shown beside the halls, for who may show it. */
export function DocumentsButton() {
  const open = useOpenDialog();
  const { seat } = useSeat();
  if (seat !== 'secretariat' && seat !== 'moderator') return null;
  return (
    <button type="button" className="button" data-tone="plain" onClick={() => open({ kind: 'documents' })}>
      {text.documents.title}
    </button>
  );
}
