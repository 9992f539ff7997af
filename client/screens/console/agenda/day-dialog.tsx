import { startAt } from '../../../../shared/views/agenda-writing.ts';
import { readClock, readLength } from '../../../../shared/views/day-time.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { textIn } from '../form-reading.ts';
import { useRights } from '../use-rights.ts';
import { DelayLine } from './delay-line.tsx';
import type { AgendaDialogProps } from './opened-agenda.ts';

const words = () => text.agenda.day;
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** What is said of the whole day: a delay laid over the plan, the end that must hold. */
export function DayDialog({ onClose }: AgendaDialogProps) {
  const delayMs = useConference(({ agenda }) => agenda.delayMs);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog">
      <h3>{words().delayHeading}</h3>
      <DelayLine delayMs={delayMs} />
      <CommandForm write={delayIn} act={words().announce} onDone={onClose} className="console-inset">
        <Field
          label={words().minutes}
          name="minutes"
          required
          inputMode="numeric"
          hint={words().delayHint}
          defaultValue={delayMs === 0 ? '' : String(Math.round(delayMs / MINUTE_MS))}
        />
      </CommandForm>
      <h3>{words().endHeading}</h3>
      <EndForm onClose={onClose} />
    </Dialog>
  );
}

function delayIn(form: FormData): Written {
  const delayMs = readLength(textIn(form, 'minutes') ?? '');
  if (delayMs === null || delayMs === 0) return { problem: words().badMinutes };
  return { commands: [{ type: 'announceDelay', delayMs }] };
}

function EndForm({ onClose }: AgendaDialogProps) {
  const endsBy = useConference(({ agenda }) => agenda.endsBy);
  const { reason } = useRights();
  const now = useServerNow(MINUTE_MS);
  return (
    <CommandForm write={(form) => endIn(form, now)} act={words().demand} onDone={onClose} className="console-inset">
      <Field
        label={words().end}
        name="end"
        required
        inputMode="numeric"
        placeholder="11:30"
        hint={words().endHint}
        defaultValue={endsBy === null ? '' : formatTime(endsBy)}
      />
      {endsBy === null ? null : (
        <CommandButton
          make={() => ({ type: 'demandEnd', endsBy: null })}
          label={words().lift}
          disabledReason={reason({ type: 'demandEnd', endsBy: null })}
        />
      )}
    </CommandForm>
  );
}

/** Of the day that runs: a time that has passed by more than half a day is one of tomorrow. */
function endIn(form: FormData, now: number): Written {
  const ofDay = readClock(textIn(form, 'end') ?? '');
  if (ofDay === null) return { problem: words().badTime };
  const today = startAt(ofDay, { lastStart: null, free: now });
  const endsBy = now - today > DAY_MS / 2 ? today + DAY_MS : today;
  return { commands: [{ type: 'demandEnd', endsBy }] };
}
