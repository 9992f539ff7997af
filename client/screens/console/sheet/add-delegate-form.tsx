import { useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { DelegateFields, delegateIn } from './delegate-fields.tsx';

const words = () => text.console.delegates;

interface AddDelegateFormProps {
  readonly bridgeId: BridgeId;
  readonly onDone: () => void;
}

/** One delegate after another: the form stands empty again after each, with category, unit and delegation kept. */
export function AddDelegateForm({ bridgeId, onDone }: AddDelegateFormProps) {
  const place = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName) ?? '';
  const [kept, setKept] = useState({
    round: 0,
    category: words().usualCategory,
    homeUnit: place,
    delegation: place,
  });
  const write = (form: FormData): Written => {
    const delegate = delegateIn(form);
    if (delegate === null) return { problem: words().incomplete };
    const { category, homeUnit, delegation } = delegate;
    setKept((before) => ({ ...before, category, homeUnit, delegation }));
    return { commands: [{ type: 'registerDelegates', bridgeId, delegates: [delegate] }] };
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
        <DelegateFields delegate={kept} />
      </div>
    </CommandForm>
  );
}
