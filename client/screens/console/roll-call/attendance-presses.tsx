import type { Command } from '../../../../shared/domain/command.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { useOpenDialog } from '../open-dialog.ts';
import { OpeningButton } from '../opening-button.tsx';
import { linePressGets, useCopyPressLine } from './press-line.ts';
import './attendance-presses.css';

export const BLANK_ROLL: Command = { type: 'startRollCall', bridgeIds: [], holdMs: null };
export const BLANK_CERTIFICATE: Command = { type: 'certifyReadiness', tierNames: [] };

/** What is done with the attendance as a whole: called over, certified, told to the press. */
export function AttendancePresses() {
  const open = useOpenDialog();
  return (
    <div className="attendance-presses">
      <OpeningButton label={text.rollCall.run.open} command={BLANK_ROLL} onOpen={() => open({ kind: 'rollCall' })} />
      <OpeningButton
        label={text.rollCall.certificate.open}
        command={BLANK_CERTIFICATE}
        onOpen={() => open({ kind: 'readiness' })}
      />
      <PressButton />
    </div>
  );
}

function PressButton() {
  const line = useConference(linePressGets);
  const copy = useCopyPressLine();
  return (
    <button
      type="button"
      className="button"
      data-tone="quiet"
      title={line ?? text.rollCall.press.none}
      aria-label={text.rollCall.press.copyName}
      disabled={line === null}
      onClick={() => void copy()}
    >
      {text.rollCall.press.copy}
    </button>
  );
}
