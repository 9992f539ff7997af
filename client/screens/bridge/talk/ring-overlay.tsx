import { useLayoutEffect, useRef } from 'react';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { type Call, ringEndsAt } from '../../../../shared/domain/messages/message.ts';
import { useMedia } from '../../../media/media-context.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Notices } from '../../../parts/notices.tsx';
import { Shape } from '../../../parts/shape.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { BellPress } from './bell-press.tsx';
import { useOwnMessages } from './own-messages.ts';
import { isHeardByAll, ringShown } from './ring-view.ts';
import { useBell } from './use-bell.ts';
import './talk.css';

const words = () => text.talkback.ring;

interface RingOverlayProps {
  readonly own: BridgeId;
  /** Draws the press that lets the bell sound beforehand, where nothing else is pressed for hours. */
  readonly bellPress?: boolean;
}

/**
 * The centre rings, with the bell, until somebody answers or the minute is over: over the whole phone, and in a hall beside
 * the program, which an audience is watching.
 */
export function RingOverlay({ own, bellPress = false }: RingOverlayProps) {
  const messages = useOwnMessages();
  const isHeard = useConference((state) => isHeardByAll(state, own));
  const kind = useMedia().kind ?? 'hall';
  const now = useServerNow();
  const shown = ringShown({ messages, isHeard, own, kind, now });
  const bell = useBell(shown?.how === 'whole', kind === 'phone');
  return (
    <>
      {bellPress ? <BellPress bell={bell} /> : null}
      {shown?.how === 'whole' ? <WholeRing own={own} call={shown.call} now={now} /> : null}
    </>
  );
}

interface RingProps {
  readonly own: BridgeId;
  readonly call: Call;
  readonly now: number;
}

/** A modal of its own stands over every other dialog; Escape neither answers nor declines. */
function WholeRing({ own, call, now }: RingProps) {
  const { device, kind } = useMedia();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('.ring-answer button')?.focus();
    return () => element?.close();
  }, []);
  const { callId } = call;
  const left = String(Math.max(0, Math.ceil((ringEndsAt(call) - now) / 1_000)));
  return (
    <dialog
      ref={dialog}
      className="ring"
      data-place={kind === 'phone' ? 'whole' : 'side'}
      aria-labelledby="ring-title"
      aria-describedby="ring-sentence"
      onCancel={(event) => event.preventDefault()}
    >
      <Shape name="look" className="ring-shape" />
      <h2 id="ring-title">{words().title}</h2>
      <p id="ring-sentence">{words().sentence}</p>
      <CommandButton
        make={() => ({ type: 'answerCall', bridgeId: own, callId, device })}
        label={words().answer}
        tone="primary"
        className="ring-answer"
        disabledReason={kind === null ? words().watchOnly : null}
      />
      <CommandButton
        make={() => ({ type: 'endCall', bridgeId: own, callId })}
        label={words().decline}
        className="ring-decline"
      />
      <p className="ring-left">{words().left(left)}</p>
      <Notices />
    </dialog>
  );
}
