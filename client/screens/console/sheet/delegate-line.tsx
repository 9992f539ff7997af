import { useState } from 'react';
import type { DelegateRow } from '../../../../shared/domain/attendance/delegate.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { personLines } from '../../../parts/person-words.ts';
import { type MarkTone, StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';
import type { Rights } from '../use-rights.ts';
import type { RowProps } from '../use-roving.ts';
import { actsFor, type DelegateForm, type MarkAct, markCommand } from './delegate-acts.ts';
import { DelegateFormOf } from './delegate-forms.tsx';

const words = () => text.console.delegates;

const TONES: Readonly<Record<DelegateRow['mark'], MarkTone>> = {
  unmarked: 'off',
  present: 'done',
  late: 'done',
  online: 'done',
  left: 'pause',
  absentExcused: 'look',
  absentUnexcused: 'look',
  substituted: 'over',
};

interface DelegateLineProps {
  readonly delegate: DelegateRow;
  readonly rights: Rights;
  readonly row: RowProps;
  readonly current: boolean;
}

export function DelegateLine({ delegate, rights, row, current }: DelegateLineProps) {
  const { mark } = delegate;
  const { head, rest } = personLines(delegate);
  const state = stateWords(delegate);
  return (
    <li className="console-row console-delegate-line" aria-label={`${head}, ${rest}, ${state}`} {...row}>
      <StateMark tone={TONES[mark]} word={state} bare />
      <span className="console-who">
        <strong>{head}</strong>
        <small>{aboutWords(delegate, rest)}</small>
      </span>
      <span className="console-row-state">{state}</span>
      {current ? <DelegateButtons delegate={delegate} rights={rights} /> : null}
    </li>
  );
}

/** The mark, with the reason of an absence or since when somebody is there. */
function stateWords({ mark, absenceReason, markedAt }: DelegateRow): string {
  const word = text.roll.marks[mark];
  if (absenceReason !== null) return words().absentFor(word, absenceReason);
  return mark === 'unmarked' || markedAt === null ? word : words().markedAt(word, formatTime(markedAt));
}

function aboutWords(delegate: DelegateRow, positions: string): string {
  const { category, homeUnit, delegation, role, seat, substituteFor } = delegate;
  const parts = [
    positions,
    role === null ? '' : text.roll.roles[role],
    category,
    homeUnit,
    delegation === homeUnit ? '' : words().ofDelegation(delegation),
    seat === null ? '' : words().inSeat(seat),
    substituteFor === null ? '' : words().isSubstitute,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

type DelegateButtonsProps = Pick<DelegateLineProps, 'delegate' | 'rights'>;

function DelegateButtons({ delegate, rights }: DelegateButtonsProps) {
  const [open, setOpen] = useState<DelegateForm | null>(null);
  const { presses, forms } = actsFor(delegate.mark);
  const close = () => setOpen(null);
  if (!rights.may(markCommand('present', delegate))) return null;
  return (
    <span className="console-row-buttons" data-current>
      {presses.map((act) => (
        <PressOf key={act} act={act} delegate={delegate} rights={rights} />
      ))}
      {forms.map((form) => (
        <button
          key={form}
          type="button"
          className="button"
          data-tone="quiet"
          onClick={() => setOpen(open === form ? null : form)}
          aria-expanded={open === form}
        >
          {words().forms[form]}
        </button>
      ))}
      {open === null ? null : <DelegateFormOf key={open} form={open} delegate={delegate} onDone={close} />}
    </span>
  );
}

interface PressOfProps extends DelegateButtonsProps {
  readonly act: MarkAct;
}

function PressOf({ act, delegate, rights }: PressOfProps) {
  const command = markCommand(act, delegate);
  if (!rights.may(command)) return null;
  return (
    <CommandButton
      make={() => command}
      label={words().acts[act]}
      tone={act === 'present' || act === 'back' ? 'plain' : 'quiet'}
      disabledReason={rights.reason(command, delegate)}
      className="console-tight"
    />
  );
}
