import { useState } from 'react';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { BridgePicker } from '../bridge-picker.tsx';
import { CommandForm, type Written } from '../command-form.tsx';
import { textIn } from '../form-reading.ts';
import { RegionField } from './region-field.tsx';
import { StaffFields, staffIn } from './staff-fields.tsx';

const words = () => text.console.bridgeForm;

export function AddBridgeForm({ onDone }: { readonly onDone: () => void }) {
  const hasCentral = useConference(({ bridges }) => bridges.centralId !== null);
  const [parent, setParent] = useState<BridgeId | null>(null);
  const [central, setCentral] = useState(!hasCentral);
  return (
    <>
      <h3>{words().addHeading}</h3>
      <CommandForm
        write={(form) => written(form, { central, parentId: central ? null : parent })}
        act={words().add}
        onDone={onDone}
        onCancel={onDone}
      >
        <div className="console-fields">
          <Field label={words().name} name="name" required maxLength={200} className="console-wide" autoFocus />
          <Field label={words().shortName} name="shortName" required maxLength={40} hint={words().shortNameHint} />
        </div>
        {hasCentral ? null : (
          <label className="console-check">
            <input type="checkbox" checked={central} onChange={({ target }) => setCentral(target.checked)} />
            {words().central}
          </label>
        )}
        {central ? null : <BridgePicker label={words().parent} chosen={parent} onChoose={setParent} />}
        <RegionField />
        <StaffFields bridge={null} />
      </CommandForm>
    </>
  );
}

interface Place {
  readonly central: boolean;
  readonly parentId: BridgeId | null;
}

function written(form: FormData, place: Place): Written {
  const name = textIn(form, 'name');
  const shortName = textIn(form, 'shortName');
  if (name === null || shortName === null) return { problem: words().noName };
  const staff = staffIn(form);
  if (staff === null) return { problem: words().phoneWithoutPerson };
  return {
    commands: [
      { type: 'addBridges', bridges: [{ name, shortName, region: textIn(form, 'region'), ...place, ...staff }] },
    ],
  };
}
