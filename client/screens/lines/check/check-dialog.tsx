import { type Bridge, bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { type LineCheck, lineOf } from '../../../../shared/domain/lines/line.ts';
import { PrivateTalk } from '../../../media/private-talk.tsx';
import { formatDuration } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { CheckPictures } from './check-pictures.tsx';
import { CheckPoints } from './check-points.tsx';
import { VerdictForm } from './verdict-form.tsx';
import './check.css';

const words = () => text.lines.check;

interface CheckDialogProps {
  readonly bridgeId: BridgeId;
  readonly onClose: () => void;
}

/** The guided check as the centre leads it. Closing the dialog leaves the room; the check runs on until it is concluded. */
export function CheckDialog({ bridgeId, onClose }: CheckDialogProps) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, bridgeId));
  const check = useConference(({ lines }) => lineOf(lines, bridgeId).check);
  if (bridge === undefined) return null;
  return (
    <Dialog title={words().title(bridge.name)} onClose={onClose} className="check-dialog">
      {check === null ? (
        <OverCheck bridgeId={bridgeId} />
      ) : (
        <PrivateTalk bridgeId={bridgeId}>
          <RunningCheck bridge={bridge} check={check} onClose={onClose} />
        </PrivateTalk>
      )}
    </Dialog>
  );
}

/** Somebody else concluded it. */
function OverCheck({ bridgeId }: Pick<CheckDialogProps, 'bridgeId'>) {
  const last = useConference(({ lines }) => lineOf(lines, bridgeId).results.at(-1));
  return (
    <p>
      {words().over}{' '}
      {last === undefined ? null : [text.lines.verdicts[last.verdict], last.remark].filter(Boolean).join(' · ')}
    </p>
  );
}

interface RunningCheckProps {
  readonly bridge: Bridge;
  readonly check: LineCheck;
  readonly onClose: () => void;
}

function RunningCheck({ bridge, check, onClose }: RunningCheckProps) {
  const { bridgeId } = bridge;
  const now = useServerNow();
  return (
    <div className="check">
      <CheckPictures bridge={bridge} />
      <div className="check-talk">
        <CheckPoints bridge={bridge} check={check} />
        <VerdictForm bridge={bridge} check={check} onDone={onClose} />
        <p className="check-leave">
          <CommandButton
            make={() => ({ type: 'abandonLineCheck', bridgeId })}
            label={words().abandon}
            tone="quiet"
            onAccepted={onClose}
          />
          <button type="button" className="button" data-tone="quiet" onClick={onClose}>
            {words().leave}
          </button>
          <span>{words().running(formatDuration(Math.max(0, now - check.startedAt)))}</span>
        </p>
      </div>
    </div>
  );
}
