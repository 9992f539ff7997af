import { type FormEvent, useRef, useState } from 'react';
import { PROTOCOL_LADDER, type Rung, rankOf } from '../../../../shared/domain/attendance/ranks.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { positionsOf } from '../../../parts/person-words.ts';
import { Shape } from '../../../parts/shape.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { useFormKey } from '../sheet/use-form-key.ts';
import { useRights } from '../use-rights.ts';
import {
  blankRung,
  type RungFault,
  readRungs,
  rungsSoFar,
  sortedRungs,
  type TypedRung,
  typedRungs,
} from './ranks-draft.ts';
import './ranks.css';

const words = () => text.rollCall.ranks;
const UNRANKED = 1_000;

/** The ladder by which lists of people are ordered: which post stands where. */
export function RanksTab() {
  const rungs = useConference(({ attendance }) => attendance.rungs);
  const { key, sent } = useFormKey(rungs);
  return (
    <section aria-label={words().heading}>
      <h3>{words().heading}</h3>
      <p className="console-empty">{words().explained}</p>
      <Ladder key={key} rungs={rungs} onSent={sent} />
    </section>
  );
}

interface LadderProps {
  readonly rungs: readonly Rung[];
  readonly onSent: (rungs: readonly Rung[]) => void;
}

function Ladder({ rungs, onSent }: LadderProps) {
  const [rows, setRows] = useState(() => typedRungs(rungs));
  const { problem, reason, submit } = useAdopt(rows, onSent);
  const form = useRef<HTMLFormElement>(null);
  const change = (row: TypedRung) => setRows(rows.map((one) => (one.key === row.key ? row : one)));
  const add = () => {
    setRows([...rows, blankRung(rows)]);
    // The new line stands at the end, out of sight: one goes on there.
    setTimeout(() => form.current?.querySelector<HTMLElement>('tbody tr:last-child input')?.focus());
  };
  return (
    <div className="ranks">
      <form ref={form} className="ranks-form" onSubmit={submit}>
        <div className="ranks-tools console-form-buttons">
          <button type="submit" className="button" data-tone="primary" disabled={reason !== null}>
            {words().adopt}
          </button>
          <button type="button" className="button" data-tone="plain" onClick={add}>
            {words().add}
          </button>
          <button type="button" className="button" data-tone="plain" onClick={() => setRows(sortedRungs(rows))}>
            {words().sort}
          </button>
          <button
            type="button"
            className="button"
            data-tone="quiet"
            onClick={() => setRows(typedRungs(PROTOCOL_LADDER))}
          >
            {words().usual}
          </button>
          {reason === null ? null : <span className="command-reason">{reason}</span>}
          {problem === null ? null : (
            <p className="console-problem" role="alert">
              <Shape name="look" /> {problem}
            </p>
          )}
        </div>
        <Rows rows={rows} onChange={change} onRemove={(key) => setRows(rows.filter((one) => one.key !== key))} />
      </form>
      <Trial rows={rows} />
    </div>
  );
}

function useAdopt(rows: readonly TypedRung[], onSent: LadderProps['onSent']) {
  const issue = useIssue();
  const { show } = useNotices();
  const { reason } = useRights();
  const off = useCommandsOff();
  const [fault, setFault] = useState<RungFault | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readRungs(rows);
    setFault('fault' in read ? read.fault : null);
    if ('fault' in read) return;
    onSent(read.rungs);
    void issue({ type: 'adoptProtocolRanks', rungs: read.rungs }).then((done) => {
      if (done) show({ tone: 'ok', sentence: words().adopted });
    });
  };
  const trial = reason({ type: 'adoptProtocolRanks', rungs: [...PROTOCOL_LADDER] });
  return {
    problem: fault === null ? null : problemOf(fault),
    reason: off ?? trial,
    submit,
  };
}

function problemOf(fault: RungFault): string {
  const { problems } = words();
  switch (fault.kind) {
    case 'line':
      return problems.line(fault.place);
    case 'twice':
      return problems.twice(fault.title);
    case 'empty':
    case 'many':
      return problems[fault.kind];
  }
}

interface RowsProps {
  readonly rows: readonly TypedRung[];
  readonly onChange: (row: TypedRung) => void;
  readonly onRemove: (key: number) => void;
}

function Rows({ rows, onChange, onRemove }: RowsProps) {
  return (
    <table className="ranks-table">
      <thead>
        <tr>
          <th scope="col">{words().rank}</th>
          <th scope="col">{words().title}</th>
          <th scope="col">
            <span className="unseen">{words().remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.key}>
            <td>
              <input
                className="ranks-rank"
                inputMode="numeric"
                maxLength={4}
                aria-label={words().rankOf(index + 1)}
                value={row.rank}
                onChange={({ target }) => onChange({ ...row, rank: target.value })}
              />
            </td>
            <td>
              <input
                maxLength={120}
                aria-label={words().titleOf(index + 1)}
                value={row.title}
                onChange={({ target }) => onChange({ ...row, title: target.value })}
              />
            </td>
            <td>
              <button
                type="button"
                className="button"
                data-tone="quiet"
                aria-label={words().removeOf(row.title)}
                onClick={() => onRemove(row.key)}
              >
                {words().remove}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where somebody with these posts would stand by what is typed, before it is applied. */
function Trial({ rows }: { readonly rows: readonly TypedRung[] }) {
  const [typed, setTyped] = useState('');
  const positions = positionsOf(typed);
  const rank = positions.length > 0 ? rankOf(rungsSoFar(rows), positions) : null;
  return (
    <div className="ranks-trial">
      <Field
        label={words().trial}
        hint={words().trialHint}
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p role="status">{rank === null ? '' : rank >= UNRANKED ? words().trialNone : words().trialRank(rank)}</p>
    </div>
  );
}
