import { useState } from 'react';
import { attendanceOf } from '../../../shared/domain/attendance/attendance.ts';
import { type Bridge, bridgeOf, childrenOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSearch } from '../../parts/use-search.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference, useOwnBridge } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { BelowRow } from './below-line.tsx';
import { isSilent, linesBelow, matching } from './below-view.ts';
import { BranchesBelow } from './branches-below.tsx';
import { DelegateRoll } from './delegate-roll.tsx';
import { HeadcountForm } from './headcount-form.tsx';

const words = () => text.roll.below;

/** The bridges right below: who has reported, who has not, and the report and roll of each on its behalf. */
export function BridgesBelow({ bridge }: { readonly bridge: Bridge }) {
  const [opened, setOpened] = useState<BridgeId | null>(null);
  const one = useConference(({ bridges }) => (opened === null ? undefined : bridgeOf(bridges, opened)));
  if (one !== undefined) return <OneBelow key={one.bridgeId} bridge={one} onBack={() => setOpened(null)} />;
  return <AllBelow bridge={bridge} onOpen={setOpened} />;
}

interface AllProps {
  readonly bridge: Bridge;
  readonly onOpen: (bridgeId: BridgeId) => void;
}

function AllBelow({ bridge, onOpen }: AllProps) {
  const search = useSearch();
  const [onlySilent, setOnlySilent] = useState(false);
  const { main, own } = useSync();
  const lines = linesBelow(useReadable(main).bridges, useReadable(own), bridge.bridgeId);
  const shown = matching(lines, search.settled, onlySilent);
  const spoken = lines.filter((line) => !isSilent(line)).length;
  return (
    <div className="bridge-roll">
      <p role="status">
        <strong>{words().summary(formatCount(spoken), formatCount(lines.length))}</strong>
      </p>
      <div className="bridge-roll-head">
        <Field label={words().search} type="search" autoComplete="off" {...search.field} />
        <label className="bridge-only">
          <input type="checkbox" checked={onlySilent} onChange={({ target }) => setOnlySilent(target.checked)} />{' '}
          {words().onlySilent}
        </label>
      </div>
      {shown.length === 0 ? <p className="bridge-hint">{words().none}</p> : null}
      <ul aria-label={words().heading(bridge.name)}>
        {shown.map((line) => (
          <BelowRow key={line.bridgeId} line={line} onOpen={() => onOpen(line.bridgeId)} />
        ))}
      </ul>
    </div>
  );
}

type Pane = 'report' | 'roll' | 'deeper';

interface OneProps {
  readonly bridge: Bridge;
  readonly onBack: () => void;
}

function OneBelow({ bridge, onBack }: OneProps) {
  const [pane, setPane] = useState<Pane>('report');
  const hasBelow = useConference(({ bridges }) => childrenOf(bridges, bridge.bridgeId).length > 0);
  const panes: readonly Pane[] = ['report', 'roll', ...(hasBelow ? (['deeper'] as const) : [])];
  return (
    <section className="bridge-roll" aria-label={bridge.name}>
      <div className="bridge-actions">
        <button type="button" className="button" data-tone="quiet" onClick={onBack}>
          {words().returnUp}
        </button>
        <h3>{bridge.name}</h3>
      </div>
      <div className="bridge-filters" role="group" aria-label={bridge.name}>
        {panes.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            data-tone="plain"
            aria-pressed={pane === one}
            onClick={() => setPane(one)}
          >
            {words()[one]}
          </button>
        ))}
      </div>
      <Excuse bridge={bridge} />
      {pane === 'report' ? <HeadcountForm bridge={bridge} onSent={onBack} /> : null}
      {pane === 'roll' ? <DelegateRoll bridge={bridge} /> : null}
      {pane === 'deeper' ? <BranchesBelow bridge={bridge} /> : null}
    </section>
  );
}

/** The bridge said that it will not join: it is not asked again, and the certificate of readiness names the reason. */
function Excuse({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const excuse = useOwnBridge(({ attendance }) => attendanceOf(attendance, bridgeId).excuse);
  const [typed, setTyped] = useState<string | null>(null);
  const reason = typed?.normalize().trim() ?? '';
  if (excuse !== null) {
    return (
      <div className="bridge-actions">
        <span>{words().excused(excuse)}</span>
        <CommandButton label={words().excuseClear} make={() => ({ type: 'excuseBridge', bridgeId, reason: null })} />
      </div>
    );
  }
  if (typed === null) {
    return (
      <div className="bridge-actions">
        <button type="button" className="button" data-tone="quiet" onClick={() => setTyped('')}>
          {words().excuse}
        </button>
      </div>
    );
  }
  return (
    <div className="bridge-absence">
      <Field
        label={words().excuseReason}
        value={typed}
        maxLength={200}
        autoFocus
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="bridge-actions">
        <CommandButton
          label={words().excuseSave}
          make={() => (reason === '' ? null : { type: 'excuseBridge', bridgeId, reason })}
          onAccepted={() => setTyped(null)}
        />
        <button type="button" className="button" data-tone="quiet" onClick={() => setTyped(null)}>
          {text.roll.list.cancel}
        </button>
      </div>
    </div>
  );
}
