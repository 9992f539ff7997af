import { OFFICES } from '../../../shared/domain/records/minutes.ts';
import { Field, TextField } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';
import { BridgePicker } from '../console/bridge-picker.tsx';
import { type OfficialDraft, withOffice } from './officials-draft.ts';

const words = () => text.minutes.officialsForm;

interface OfficialFieldsProps {
  readonly draft: OfficialDraft;
  readonly onChange: (part: Partial<OfficialDraft>) => void;
}

/** One person: name, positions in order, what they do, where they sit and where they belong. */
export function OfficialFields({ draft, onChange }: OfficialFieldsProps) {
  return (
    <div className="console-form officials-fields" data-first>
      <Field
        label={words().name}
        value={draft.fullName}
        maxLength={120}
        autoComplete="off"
        onChange={({ target }) => onChange({ fullName: target.value })}
      />
      <TextField
        label={words().positions}
        rows={3}
        value={draft.positions}
        hint={words().positionsHint}
        onChange={({ target }) => onChange({ positions: target.value })}
      />
      <fieldset className="officials-offices">
        <legend>{words().offices}</legend>
        {OFFICES.map((office) => (
          <label key={office} className="console-check">
            <input
              type="checkbox"
              checked={draft.offices.includes(office)}
              onChange={({ target }) => onChange({ offices: withOffice(draft.offices, office, target.checked) })}
            />
            {words().officeNames[office]}
          </label>
        ))}
      </fieldset>
      <div className="console-fields">
        <BridgePicker label={words().bridge} chosen={draft.bridgeId} onChoose={(bridgeId) => onChange({ bridgeId })} />
        <Field
          label={words().homeUnit}
          value={draft.homeUnit}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => onChange({ homeUnit: target.value })}
        />
      </div>
    </div>
  );
}
