import { useState } from 'react';
import { matchesSearch } from '../../../../shared/base/vietnamese.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { isOverdrawn, type LedgerRow, ledgerRows } from '../../../../shared/views/ledger.ts';
import { formatDuration } from '../../../parts/clock-text.ts';
import { Field } from '../../../parts/field.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { LedgerCorrection } from './ledger-correction.tsx';

const words = () => text.rules.ledger;
const SHOWN = 100;
const FIND_FROM = 20;

const nameOf = ({ holder }: LedgerRow): string =>
  holder.kind === 'bridge' ? holder.bridge.name : (holder.name ?? words().noRegion);
const keyOf = ({ holder }: LedgerRow): string =>
  holder.kind === 'bridge' ? holder.bridge.bridgeId : `region ${holder.name ?? ''}`;

/** A bridge is found by its name, a region also by the bridges in it. */
const matches = (row: LedgerRow, typed: string): boolean =>
  typed.trim() === '' || matchesSearch([nameOf(row), ...row.bridges.map(({ name }) => name)].join(' '), typed);

const holderOf = ({ floor }: ConferenceState) => floor.rules.budget?.holder ?? 'bridge';

/** Who has used how much of the speaking time; whoever has overdrawn stands at the top. */
export function LedgerSection() {
  const rows = useConference(ledgerRows);
  const holder = useConference(holderOf);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const found = rows.filter((row) => matches(row, typed));
  const { columns } = words();
  return (
    <section aria-label={words().heading}>
      <h3>{words().heading}</h3>
      {rows.length > FIND_FROM ? (
        <Field label={words().find} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      ) : null}
      <table className="console-ledger">
        <thead>
          <tr>
            <th scope="col">{columns[holder]}</th>
            <th scope="col">{columns.used}</th>
            <th scope="col">{columns.corrected}</th>
            <th scope="col">{columns.left}</th>
            <th scope="col">
              <span className="unseen">{columns.act}</span>
            </th>
          </tr>
        </thead>
        {found.slice(0, SHOWN).map((row) => (
          <LedgerLines
            key={keyOf(row)}
            row={row}
            open={open === keyOf(row)}
            onOpen={(opens) => setOpen(opens ? keyOf(row) : null)}
          />
        ))}
      </table>
      {rows.length === 0 ? <p className="console-empty">{words().none}</p> : null}
      {rows.length > 0 && found.length === 0 ? <p className="console-empty">{words().noneFound}</p> : null}
      {found.length > SHOWN ? <p className="console-more">{words().more(found.length - SHOWN)}</p> : null}
    </section>
  );
}

interface LedgerLinesProps {
  readonly row: LedgerRow;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function LedgerLines({ row, open, onOpen }: LedgerLinesProps) {
  const name = nameOf(row);
  const { usedMs, correctedMs } = row;
  return (
    <tbody>
      <tr>
        <th scope="row">{name}</th>
        <td>{formatDuration(usedMs)}</td>
        <td>{correctedMs === 0 ? '–' : `${correctedMs > 0 ? '+' : ''}${formatDuration(correctedMs)}`}</td>
        <td>
          <Left row={row} />
        </td>
        <td>
          <button
            type="button"
            className="button"
            data-tone="quiet"
            aria-expanded={open}
            aria-label={words().correctNamed(name)}
            onClick={() => onOpen(!open)}
          >
            {words().correct}
          </button>
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={5}>
            <LedgerCorrection row={row} onDone={() => onOpen(false)} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function Left({ row }: { readonly row: LedgerRow }) {
  if (row.leftMs === null) return words().noBudget;
  if (!isOverdrawn(row)) return formatDuration(row.leftMs);
  return <StateMark tone="look" word={words().overdrawn(formatDuration(-row.leftMs))} />;
}
