import { useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { type AskingEffect, doorClosed } from '../../../shared/views/asking-offer.ts';
import { ownEntries } from '../../../shared/views/own-entries.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { AskForm, speaksAtOnce } from './ask-form.tsx';
import { OwnEntries } from './own-entries.tsx';

const words = () => text.bridge.ask;

/** The large press, which tells at a glance whether this hall already waits, and the dialog behind it. */
export function AskToSpeak({ bridge }: { readonly bridge: Bridge }) {
  const [open, setOpen] = useState(false);
  const now = useServerNow(10_000);
  const label = useConference((state) => labelOf(state, bridge, now));
  const entered = useConference((state) => ownEntries(state, bridge.bridgeId, now).length > 0);
  const reason = useReason(bridge);
  return (
    <div className="bridge-press">
      <button
        type="button"
        className="button bridge-large"
        data-tone="primary"
        // What waits can be withdrawn also while nothing new can be asked for.
        disabled={reason !== null && !entered}
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
      {open ? <AskDialog bridge={bridge} reason={reason} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function labelOf(state: ConferenceState, { bridgeId }: Bridge, now: number): string {
  const waiting = ownEntries(state, bridgeId, now).find((entry) => entry.isWaiting);
  if (waiting === undefined) return words().open;
  const { standing } = waiting;
  if (standing.kind !== 'inLine') return words().openWaiting;
  return standing.standby ? words().openStandby : words().openQueued(standing.place);
}

const GATHERED = ['preparing', 'live', 'adjourned'];

/** Why nothing can be asked for: what the hall is, when it is, else what the rules of the floor say. */
function useReason({ bridgeId, tier }: Bridge): string | null {
  const now = useServerNow();
  return useConference((state) => {
    if (tier > 1) return words().subBridge;
    if (!GATHERED.includes(state.conference.phase)) return words().notGathered;
    const refusal = doorClosed(state, bridgeId, now);
    return refusal === null ? null : text.refusals.sentence(refusal.code, refusal.params);
  });
}

interface AskDialogProps {
  readonly bridge: Bridge;
  readonly reason: string | null;
  readonly onClose: () => void;
}

function AskDialog({ bridge, reason, onClose }: AskDialogProps) {
  const { show } = useNotices();
  const onSent = (effect: AskingEffect) => {
    show({ tone: 'ok', sentence: speaksAtOnce(effect) ? words().sentAndSpeaks : words().sent });
    onClose();
  };
  return (
    <Dialog title={words().title} onClose={onClose} className="bridge-dialog">
      <OwnEntries own={bridge.bridgeId} />
      {reason === null ? <AskForm bridge={bridge} onSent={onSent} /> : <p className="bridge-hint">{reason}</p>}
    </Dialog>
  );
}
