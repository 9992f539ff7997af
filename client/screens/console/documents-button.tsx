import { useMayEver } from '../../parts/use-may-use.ts';
import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';

/** The way to what is shown beside the halls, for who may show it. */
export function DocumentsButton() {
  const open = useOpenDialog();
  const may = useMayEver('layDocument');
  if (!may) return null;
  return (
    <button type="button" className="button" data-tone="plain" onClick={() => open({ kind: 'documents' })}>
      {text.documents.title}
    </button>
  );
}
