import { useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { personIn, textIn } from '../form-reading.ts';
import { PersonFields } from '../person-fields.tsx';

const words = () => text.console.delegates;

interface AddDelegateFormProps {
  readonly bridgeId: BridgeId;
  readonly onDone: () => void;
}

/** One delegate after another: the form stands empty again after each, with category and unit kept. */
export function AddDelegateForm({ bridgeId, onDone }: AddDelegateFormProps) {
  const place = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName) ?? '';
  const [kept, setKept] = useState({ round: 0, category: words().usualCategory, homeUnit: place });
  const write = (form: FormData): Written => {
    const person = personIn(form, 'delegate');
    const category = textIn(form, 'category');
    const homeUnit = textIn(form, 'homeUnit');
    if (person === null || category === null || homeUnit === null) return { problem: words().incomplete };
    setKept((before) => ({ ...before, category, homeUnit }));
    return { commands: [{ type: 'registerDelegates', bridgeId, delegates: [{ ...person, category, homeUnit }] }] };
  };
  return (
    <CommandForm
      write={write}
      act={words().addOne}
      onDone={() => setKept((before) => ({ ...before, round: before.round + 1 }))}
      onCancel={onDone}
      className="console-inset"
    >
      <div key={kept.round}>
        <PersonFields prefix="delegate" />
        <div className="console-fields">
          <Field label={words().category} name="category" required maxLength={120} defaultValue={kept.category} />
          <Field
            label={words().homeUnit}
            name="homeUnit"
            required
            maxLength={200}
            defaultValue={kept.homeUnit}
            className="console-wide"
          />
        </div>
      </div>
    </CommandForm>
  );
}
