import { useState } from 'react';
import { attendanceOf, marksOf } from '../../../../shared/domain/attendance/attendance.ts';
import { MARKS } from '../../../../shared/domain/attendance/mark.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { BridgePicker } from '../bridge-picker.tsx';
import { CommandForm, type Written } from '../command-form.tsx';

const words = () => text.console.delegates;

interface MoveAllFormProps {
  readonly bridgeId: BridgeId;
  readonly onDone: () => void;
}

/** The whole list goes to another bridge, each with the mark that it has: before the bridge is removed, or instead. */
export function MoveAllForm({ bridgeId, onDone }: MoveAllFormProps) {
  const [to, setTo] = useState<BridgeId | null>(null);
  const place = useConference(({ bridges }) => (to === null ? null : (bridgeOf(bridges, to)?.shortName ?? null)));
  const listed = useConference(({ attendance }) => {
    const marks = marksOf(attendanceOf(attendance, bridgeId));
    return MARKS.reduce((sum, mark) => sum + marks[mark], 0);
  });
  const write = (): Written =>
    to === null
      ? { problem: words().noBridge }
      : { commands: [{ type: 'moveAllDelegates', bridgeId, toBridgeId: to }] };
  return (
    <CommandForm
      write={write}
      act={place === null ? words().move : words().moveAllTo(listed === 0 ? null : formatCount(listed), place)}
      onDone={onDone}
      onCancel={onDone}
      className="console-inset"
    >
      <BridgePicker label={words().toBridge} chosen={to} onChoose={setTo} />
    </CommandForm>
  );
}
