import type { BallotId } from '../../../shared/domain/ids.ts';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';
import { CommandForm } from './command-form.tsx';
import { textIn } from './form-reading.ts';

interface AnnulBallotProps {
  readonly ballotId: BallotId;
  readonly onDone: () => void;
}

/** What was voted is taken back, with a reason for the record. */
export function AnnulBallot({ ballotId, onDone }: AnnulBallotProps) {
  const { annul, annulReason, annulNoReason } = text.ballots.press;
  return (
    <CommandForm
      className="console-inset"
      act={annul}
      onDone={onDone}
      onCancel={onDone}
      write={(form) => {
        const reason = textIn(form, 'reason');
        return reason === null ? { problem: annulNoReason } : { commands: [{ type: 'annulBallot', ballotId, reason }] };
      }}
    >
      <Field label={annulReason} name="reason" maxLength={300} autoComplete="off" />
    </CommandForm>
  );
}
