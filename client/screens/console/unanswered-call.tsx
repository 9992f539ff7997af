import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { ActionButton } from './action-button.tsx';
import { useCallAgainLater } from './use-call-again-later.ts';
import { useFloorActions } from './use-floor-actions.ts';

const words = () => text.console.unanswered;

/** Eight seconds without a sound: only a person knows whether the hall is silent, absent or heard without its clock. */
export function UnansweredCall({ speech }: { readonly speech: Speech }) {
  const place =
    useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.shortName) ?? text.console.goneBridge;
  const phone = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.technician?.phone) ?? null;
  const { pace, end } = useFloorActions();
  const later = useCallAgainLater(speech);
  const reason = useCommandsOff() ?? later.reason;
  return (
    <>
      <div className="console-clock console-unanswered" role="alert">
        <StateMark tone="look" word={words().noSound(place)} />
        <span>{phone === null ? words().noPhone : words().phone(phone)}</span>
      </div>
      <div className="console-buttons console-speech-buttons">
        <ActionButton action={pace} tone="primary" />
        <ActionButton action={end} />
        <button
          type="button"
          className="button"
          data-tone="plain"
          disabled={reason !== null || later.pending}
          title={reason ?? words().laterExplained}
          onClick={later.start}
        >
          {later.pending ? text.common.sending : words().later}
        </button>
      </div>
    </>
  );
}
