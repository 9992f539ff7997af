import { useState } from 'react';
import { DEFAULT_ALLOTTED_MS } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';
import { BridgePicker } from './bridge-picker.tsx';
import { CommandForm, type Written } from './command-form.tsx';
import { countIn, personIn, textIn } from './form-reading.ts';
import { PersonFields } from './person-fields.tsx';

const words = text.console.paper;
const MINUTE_MS = 60_000;

interface PaperDialogProps {
  readonly bridgeId: BridgeId | null;
  readonly onClose: () => void;
}

/** A paper that was registered beforehand, or an opinion that was asked for by telephone. */
export function PaperDialog({ bridgeId, onClose }: PaperDialogProps) {
  const [bridge, setBridge] = useState(bridgeId);
  return (
    <Dialog title={words.title} onClose={onClose} className="console-dialog">
      <CommandForm write={(form) => written(form, bridge)} act={words.act} onDone={onClose} onCancel={onClose}>
        <BridgePicker label={words.bridge} chosen={bridge} onChoose={setBridge} />
        <div className="console-fields">
          <ChoiceField
            label={words.kind}
            name="kind"
            choices={[
              { value: 'paper', label: words.kinds.paper },
              { value: 'opinion', label: words.kinds.opinion },
            ]}
          />
          <Field
            label={words.minutes}
            name="minutes"
            inputMode="numeric"
            pattern="[0-9]{1,3}"
            required
            defaultValue={String(DEFAULT_ALLOTTED_MS / MINUTE_MS)}
            hint={words.minutesHint}
          />
        </div>
        <Field label={words.subject} name="subject" required maxLength={300} />
        <fieldset>
          <legend>{words.speaker}</legend>
          <PersonFields prefix="speaker" />
        </fieldset>
      </CommandForm>
    </Dialog>
  );
}

function written(form: FormData, bridgeId: BridgeId | null): Written {
  const subject = textIn(form, 'subject');
  const speaker = personIn(form, 'speaker');
  const minutes = countIn(form, 'minutes');
  if (bridgeId === null) return { problem: words.noBridge };
  if (speaker === null) return { problem: words.noSpeaker };
  if (subject === null || minutes === null) return { problem: words.incomplete };
  const wish = { bridgeId, subject, speaker };
  if (form.get('kind') === 'opinion') return { commands: [{ type: 'requestSpeech', ...wish }] };
  return { commands: [{ type: 'registerPaper', ...wish, allottedMs: minutes * MINUTE_MS }] };
}
