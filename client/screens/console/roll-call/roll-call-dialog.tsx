import { useState } from 'react';
import { MAX_ROLL } from '../../../../shared/domain/attendance/roll-call.ts';
import { runningRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { rollFigures } from '../../../../shared/views/roll-call-order.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { ChoiceField } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { useRights, wholeState } from '../use-rights.ts';
import { HOLDS_MS } from './holds.ts';
import { wantRollFocus } from './roll-focus.ts';
import { ROLL_SETS, type RollSet, rollSets, takenInto } from './roll-sets.ts';

const words = () => text.rollCall.start;

/** Whom the roll call goes through, and how it goes on. */
export function RollCallDialog({ onClose }: { readonly onClose: () => void }) {
  const isRunning = useConference((state) => runningRoll(state) !== null);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog">
      {isRunning ? <p>{words().running}</p> : <StartForm onClose={onClose} />}
    </Dialog>
  );
}

function StartForm({ onClose }: { readonly onClose: () => void }) {
  const state = useConference(wholeState);
  const { reason } = useRights();
  const [wanted, setWanted] = useState<RollSet>('all');
  const sets = rollSets(state);
  const chosen = sets[wanted].length === 0 ? 'all' : wanted;
  const bridgeIds = [...takenInto(sets[chosen])];
  const [first] = bridgeIds;
  if (first === undefined) return <p>{words().nobody}</p>;
  const write = (form: FormData): Written => {
    const holdMs = HOLDS_MS.find((ms) => String(ms) === form.get('hold')) ?? null;
    const start: Command = { type: 'startRollCall', bridgeIds, holdMs };
    const call: Command = { type: 'callRoll', expectedBridgeId: null, bridgeId: first };
    // With a pace the server calls the first; two calls of the same would refuse each other.
    return { commands: holdMs === null ? [start, call] : [start] };
  };
  return (
    <CommandForm
      write={write}
      act={words().act}
      onDone={() => {
        wantRollFocus();
        onClose();
      }}
      onCancel={onClose}
      disabledReason={reason({ type: 'startRollCall', bridgeIds, holdMs: null })}
    >
      <p>{words().explained}</p>
      <LastTime />
      <fieldset>
        <legend>{words().who}</legend>
        {ROLL_SETS.filter((set) => set === 'all' || sets[set].length > 0).map((set) => (
          <label key={set} className="console-check">
            <input type="radio" name="who" checked={set === chosen} onChange={() => setWanted(set)} />
            {words().sets[set](sets[set].length)}
          </label>
        ))}
        {sets[chosen].length > MAX_ROLL ? <p className="field-hint">{words().tooMany(MAX_ROLL)}</p> : null}
      </fieldset>
      <ChoiceField label={words().pace} name="hold" choices={holdChoices()} />
    </CommandForm>
  );
}

const holdChoices = () => [
  { value: 'hand', label: words().byHand },
  ...HOLDS_MS.map((ms) => ({ value: String(ms), label: words().after(ms / 1_000) })),
];

function LastTime() {
  const last = useConference(({ attendance }) => attendance.rollCall);
  if (last === null) return null;
  const { answered, all } = rollFigures(last);
  return <p className="field-hint">{words().last(formatTime(last.startedAt), answered, all)}</p>;
}
