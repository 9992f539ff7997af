import { useRef } from 'react';
import type { LedgerRow } from '../../../../shared/views/ledger.ts';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { textIn } from '../form-reading.ts';
import { useRights } from '../use-rights.ts';
import { readMinutes, writeMinutes } from './minutes.ts';

const words = () => text.rules.ledger;

interface LedgerCorrectionProps {
  readonly row: LedgerRow;
  readonly onDone: () => void;
}

/** Time given or taken by hand, and why. A region is corrected through one of its bridges. */
export function LedgerCorrection({ row: { bridges }, onDone }: LedgerCorrectionProps) {
  const { reason } = useRights();
  const { show } = useNotices();
  const corrected = useRef('');
  const first = bridges[0];
  if (first === undefined) return null;
  const write = (form: FormData): Written => {
    const length = readMinutes(textIn(form, 'length') ?? '');
    const why = textIn(form, 'reason');
    const bridge = bridges.find(({ bridgeId }) => bridgeId === form.get('bridge')) ?? first;
    if (length === null || why === null) return { problem: words().problem };
    const takes = form.get('direction') === 'take';
    corrected.current = words().saved({ name: bridge.name, minutes: `${takes ? '−' : '+'}${writeMinutes(length)}` });
    return {
      commands: [{ type: 'correctLedger', bridgeId: bridge.bridgeId, byMs: takes ? -length : length, reason: why }],
    };
  };
  const done = () => {
    show({ tone: 'ok', sentence: corrected.current });
    onDone();
  };
  return (
    <CommandForm
      write={write}
      act={words().save}
      onDone={done}
      onCancel={onDone}
      disabledReason={reason({ type: 'correctLedger', bridgeId: first.bridgeId, byMs: 1, reason: '' })}
      className="console-inset"
    >
      <CorrectionFields bridges={bridges} />
    </CommandForm>
  );
}

function CorrectionFields({ bridges }: Pick<LedgerRow, 'bridges'>) {
  const { direction, directions, length, bridge, reason } = words();
  return (
    <div className="console-fields">
      <ChoiceField
        label={direction}
        name="direction"
        choices={[
          { value: 'add', label: directions.add },
          { value: 'take', label: directions.take },
        ]}
      />
      <Field label={length} name="length" inputMode="numeric" maxLength={7} required autoFocus />
      {bridges.length > 1 ? (
        <ChoiceField
          label={bridge}
          name="bridge"
          choices={bridges.map(({ bridgeId, name }) => ({ value: bridgeId, label: name }))}
        />
      ) : null}
      <Field label={reason} name="reason" maxLength={300} required className="console-wide" />
    </div>
  );
}
