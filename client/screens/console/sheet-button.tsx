import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';
import { useMayPrepare } from './sheet/use-may-prepare.ts';

/** The secretariat's way to what is arranged: links and details; bridges are opened from their own list. */
export function SheetButton() {
  const open = useOpenDialog();
  if (!useMayPrepare()) return null;
  return (
    <button type="button" className="button" data-tone="plain" onClick={() => open({ kind: 'sheet', tab: 'links' })}>
      {text.console.top.arrange}
    </button>
  );
}
