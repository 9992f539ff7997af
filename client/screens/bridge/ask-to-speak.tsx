import { useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { queuedSpeeches, type Speech, waitingOf } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { turns } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { AskForm } from './ask-form.tsx';

const words = text.bridge.ask;

/** The large press, which tells at a glance whether this hall already waits, and the dialog behind it. */
export function AskToSpeak({ bridge }: { readonly bridge: Bridge }) {
  const [open, setOpen] = useState(false);
  const label = useConference(({ floor }) => {
    const [first] = waitingOf(floor, bridge.bridgeId);
    if (first === undefined) return words.open;
    const place = floor.queue.indexOf(first.speechId) + 1;
    return place === 0 ? words.openWaiting : words.openQueued(place);
  });
  const reason = useReason(bridge);
  return (
    <div className="bridge-press">
      <button
        type="button"
        className="button bridge-large"
        data-tone="primary"
        disabled={reason !== null}
        aria-describedby={reason === null ? undefined : 'bridge-ask-reason'}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {reason === null ? null : (
        <p className="bridge-reason" id="bridge-ask-reason">
          {reason}
        </p>
      )}
      {open ? <AskDialog bridge={bridge} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function useReason({ tier }: Bridge): string | null {
  const phase = useConference(({ conference }) => conference.phase);
  if (tier > 1) return words.subBridge;
  return ['preparing', 'live', 'adjourned'].includes(phase) ? null : words.notGathered;
}

function AskDialog({ bridge, onClose }: { readonly bridge: Bridge; readonly onClose: () => void }) {
  const waiting = useConference(({ floor }) => waitingOf(floor, bridge.bridgeId));
  const hasAsked = waiting.some(({ kind }) => kind === 'opinion');
  const { show } = useNotices();
  const onSent = () => {
    show({ tone: 'ok', sentence: words.sent });
    onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose} className="bridge-dialog">
      {waiting.length === 0 ? null : (
        <ul className="bridge-waiting">
          {waiting.map((speech) => (
            <WaitingLine key={speech.speechId} speech={speech} own={bridge.bridgeId} />
          ))}
        </ul>
      )}
      {hasAsked ? <p className="bridge-hint">{words.onlyOne}</p> : <AskForm bridge={bridge} onSent={onSent} />}
    </Dialog>
  );
}

/** What waits can be taken back; a place in the queue is not given up by a slip of the hand. */
function WaitingLine({ speech, own }: { readonly speech: Speech; readonly own: BridgeId }) {
  const { show } = useNotices();
  const requested = speech.stage.status === 'requested';
  const [asked, setAsked] = useState(false);
  const where = useWhere(speech, own);
  return (
    <li className="bridge-waiting-line">
      <p>
        <strong>{where}</strong>
        <span className="bridge-waiting-kind"> · {words[speech.kind]}</span>
      </p>
      <p>{speech.subject}</p>
      {requested || asked ? (
        <div className="bridge-actions">
          <CommandButton
            label={requested ? words.withdraw : words.withdrawSurely}
            make={() => ({ type: 'withdrawSpeech', speechId: speech.speechId })}
            onAccepted={() => show({ tone: 'ok', sentence: words.withdrawn })}
          />
          {requested ? null : (
            <button type="button" className="button" data-tone="quiet" onClick={() => setAsked(false)}>
              {words.keep}
            </button>
          )}
        </div>
      ) : (
        <button type="button" className="button" data-tone="plain" onClick={() => setAsked(true)}>
          {words.withdraw}
        </button>
      )}
    </li>
  );
}

function useWhere(speech: Speech, own: BridgeId): string {
  const now = useServerNow(10_000);
  const floor = useConference((state) => state.floor);
  const live = useConference(({ conference }) => conference.phase === 'live');
  const place = queuedSpeeches(floor).indexOf(speech) + 1;
  const turn = turns(floor, now).find(({ speech: one }) => one.speechId === speech.speechId && one.bridgeId === own);
  if (place === 0 || turn === undefined) return words.waiting;
  return live ? words.queued(place, formatTime(turn.expectedAt)) : words.queuedUntimed(place);
}
