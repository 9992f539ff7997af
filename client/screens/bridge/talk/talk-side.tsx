import { useState } from 'react';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { OwnProposals } from '../../../parts/follow-up/own-proposals.tsx';
import { text } from '../../../text/text.ts';
import { CentreMessage } from './centre-message.tsx';
import { HelpCard, HelpPress } from './help-press.tsx';
import { useStandingMessages, useTellSeen } from './own-messages.ts';
import { OwnThread } from './own-thread.tsx';
import { TalkState } from './talk-state.tsx';
import './talk.css';

const words = () => text.talkback.bridge;

/** The hall's side of the talk with the centre: the newest word, the call, the way to help, and all the rest. */
export function TalkSide({ own }: { readonly own: BridgeId }) {
  const { standing, hide } = useStandingMessages(own);
  const [open, setOpen] = useState(false);
  const newest = standing[0];
  const asked = standing.filter(({ answers }) => answers.length > 0).length;
  useTellSeen(own, newest === undefined ? [] : [newest]);
  return (
    <section className="talk-side" aria-label={words().dialog}>
      <TalkState own={own} />
      <HelpCard own={own} />
      <div role="status">
        {newest === undefined ? null : (
          <CentreMessage own={own} message={newest} more={standing.length - 1} onHide={() => hide(newest.messageId)} />
        )}
      </div>
      <p className="talk-presses">
        <button type="button" className="button" data-tone="plain" onClick={() => setOpen(true)}>
          {asked === 0 ? words().messages : words().messagesWaiting(formatCount(asked))}
        </button>
        <HelpPress own={own} />
        <OwnProposals own={own} />
      </p>
      {open ? (
        <Dialog title={words().dialog} onClose={() => setOpen(false)} className="bridge-dialog talk-dialog">
          <OwnThread own={own} />
        </Dialog>
      ) : null}
    </section>
  );
}
