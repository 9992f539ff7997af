import { useState } from 'react';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Field } from '../../parts/field.tsx';
import { personLines } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';

const words = () => text.bridge.roll;

const TONES = { unmarked: 'off', present: 'done', absentExcused: 'off', absentUnexcused: 'look' } as const;

/** One delegate with the mark that stands and the presses that change it. */
export function DelegateLine({ row }: { readonly row: DelegateRow }) {
  const [asking, setAsking] = useState(false);
  const { head, rest } = personLines(row);
  const { bridgeId, delegateId, mark } = row;
  return (
    <li className="bridge-delegate" data-mark={mark}>
      <div className="bridge-delegate-who">
        <strong>{head}</strong>
        <span className="bridge-hint">{[rest, row.category].filter((part) => part !== '').join(' · ')}</span>
      </div>
      <p className="bridge-delegate-mark">
        <StateMark tone={TONES[mark]} word={words().marks[mark]} />
        {row.absenceReason === null ? null : <span className="bridge-hint">{row.absenceReason}</span>}
      </p>
      <div className="bridge-actions">
        {mark === 'present' ? null : (
          <CommandButton
            label={words().present}
            name={words().of(words().present, head)}
            tone="primary"
            make={() => ({ type: 'checkInDelegate', bridgeId, delegateId })}
          />
        )}
        {mark === 'unmarked' || mark === 'present' ? (
          <button
            type="button"
            className="button"
            data-tone="plain"
            aria-expanded={asking}
            aria-label={words().of(words().absent, head)}
            onClick={() => setAsking(!asking)}
          >
            {words().absent}
          </button>
        ) : null}
        {mark === 'unmarked' ? null : (
          <CommandButton
            label={words().clear}
            name={words().of(words().clear, head)}
            tone="quiet"
            make={() => ({ type: 'clearDelegateMark', bridgeId, delegateId })}
          />
        )}
      </div>
      {asking ? <AbsenceForm row={row} onDone={() => setAsking(false)} /> : null}
    </li>
  );
}

function AbsenceForm({ row, onDone }: { readonly row: DelegateRow; readonly onDone: () => void }) {
  const [reason, setReason] = useState('');
  const absence = (excused: boolean) => () => {
    const said = reason.normalize().trim();
    return {
      type: 'markDelegateAbsent',
      bridgeId: row.bridgeId,
      delegateId: row.delegateId,
      excused,
      reason: said === '' ? null : said,
    } as const;
  };
  return (
    <div className="bridge-absence">
      <Field
        label={words().reason}
        value={reason}
        maxLength={200}
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="bridge-actions">
        <CommandButton label={words().excused} make={absence(true)} onAccepted={onDone} />
        <CommandButton label={words().unexcused} make={absence(false)} onAccepted={onDone} />
        <button type="button" className="button" data-tone="quiet" onClick={onDone}>
          {words().cancel}
        </button>
      </div>
    </div>
  );
}
