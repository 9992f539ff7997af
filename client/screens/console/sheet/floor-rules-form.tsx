import { useId, useState } from 'react';
import {
  type FloorMode,
  type FloorRules,
  floorModeSchema,
  MAX_ON_FLOOR,
} from '../../../../shared/domain/floor/rules.ts';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { useRights } from '../use-rights.ts';
import { writeMinutes } from './minutes.ts';
import { rulesIn } from './rules-reading.ts';
import { TimeFields } from './time-fields.tsx';
import { useFormKey } from './use-form-key.ts';

const words = () => text.rules.form;
const HOLDERS = ['none', 'bridge', 'region'] as const;

/** All the rules together: what is applied is what stands here, whoever changed a part of it before. */
export function FloorRulesForm() {
  const rules = useConference(({ floor }) => floor.rules);
  const { reason } = useRights();
  const { show } = useNotices();
  const { key, sent } = useFormKey(rules);
  const write = (form: FormData): Written => {
    const read = rulesIn(form, rules);
    if ('problem' in read) return read;
    sent(read.rules);
    return { commands: [{ type: 'adoptFloorRules', rules: read.rules }] };
  };
  return (
    <section aria-label={words().heading}>
      <h3>{words().heading}</h3>
      <CommandForm
        key={key}
        write={write}
        act={words().apply}
        onDone={() => show({ tone: 'ok', sentence: words().applied })}
        disabledReason={reason({ type: 'adoptFloorRules', rules })}
      >
        <ModeFields rules={rules} />
        <fieldset>
          <legend>{words().times}</legend>
          <TimeFields times={rules.times} />
          <p className="field-hint">{words().timesHint}</p>
        </fieldset>
        <TextField
          label={words().categories}
          name="categories"
          hint={words().categoriesHint}
          defaultValue={rules.categories.join('\n')}
          rows={3}
        />
        <BudgetFields rules={rules} />
      </CommandForm>
    </section>
  );
}

function ModeFields({ rules }: { readonly rules: FloorRules }) {
  const id = useId();
  const [mode, setMode] = useState<FloorMode>(rules.mode);
  return (
    <>
      <fieldset>
        <legend>{words().mode}</legend>
        {floorModeSchema.options.map((one) => (
          <div key={one} className="console-mode">
            <label className="console-check">
              <input
                type="radio"
                name="mode"
                value={one}
                checked={one === mode}
                aria-describedby={`${id}-${one}`}
                onChange={() => setMode(one)}
              />
              {words().modes[one].name}
            </label>
            <p id={`${id}-${one}`}>{words().modes[one].means}</p>
          </div>
        ))}
      </fieldset>
      <div className="console-fields">
        <Field
          label={words().seats}
          name="seats"
          type="number"
          min={1}
          max={MAX_ON_FLOOR}
          hint={words().seatsHint}
          defaultValue={rules.seats}
          disabled={mode === 'request' || mode === 'operatorOnly'}
        />
        <label className="console-check console-wide">
          <input type="checkbox" name="presentOnly" defaultChecked={rules.presentOnly} />
          {words().presentOnly}
        </label>
      </div>
    </>
  );
}

function BudgetFields({ rules: { budget } }: { readonly rules: FloorRules }) {
  const [holder, setHolder] = useState<(typeof HOLDERS)[number]>(budget?.holder ?? 'none');
  return (
    <div className="console-fields">
      <ChoiceField
        label={words().budget}
        name="holder"
        choices={HOLDERS.map((value) => ({ value, label: words().holders[value] }))}
        value={holder}
        onChange={({ target }) => setHolder(HOLDERS.find((one) => one === target.value) ?? 'none')}
      />
      <Field
        label={words().granted}
        name="granted"
        inputMode="numeric"
        hint={words().grantedHint}
        defaultValue={budget === null ? '' : writeMinutes(budget.grantedMs)}
        disabled={holder === 'none'}
        className="console-wide"
      />
    </div>
  );
}
