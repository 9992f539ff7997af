import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';
import { useMayPrepare } from './sheet/use-may-prepare.ts';

/** The way to what is arranged: the secretariat begins with the links, the moderator with the rules of speaking. */
export function SheetButton() {
  const open = useOpenDialog();
  const tab = useMayPrepare() ? 'links' : 'rules';
  return (
    <button type="button" className="button" data-tone="plain" onClick={() => open({ kind: 'sheet', tab })}>
      {text.console.top.arrange}
    </button>
  );
}
