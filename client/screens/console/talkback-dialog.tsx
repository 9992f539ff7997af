import { useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TalkbackPanel } from '../../parts/talkback/talkback-panel.tsx';
import { text } from '../../text/text.ts';

interface TalkbackDialogProps {
  readonly bridgeId: BridgeId | null;
  readonly onClose: () => void;
}

/** The talk with the bridges, over the table. Closing it ends a call that was rung from here. */
export function TalkbackDialog({ bridgeId, onClose }: TalkbackDialogProps) {
  const [open, setOpen] = useState(bridgeId);
  return (
    <Dialog title={text.talkback.panel.title} onClose={onClose} className="talkback-dialog">
      <TalkbackPanel bridgeId={open} onBridge={setOpen} />
    </Dialog>
  );
}
