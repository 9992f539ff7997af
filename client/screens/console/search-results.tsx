import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { registeredSpeeches } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { bridgesNamed } from '../../../shared/views/bridge-order.ts';
import { personWords } from '../../parts/person-words.ts';
import { useDelegatePages } from '../../parts/use-delegate-pages.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { bridgeLine } from './bridge-lines.ts';
import { BridgeRow } from './bridge-row.tsx';
import { useOpenDialog } from './open-dialog.ts';
import { wholeState } from './use-rights.ts';
import { type Roving, useRoving } from './use-roving.ts';

const words = () => text.console.search;
const BRIDGES_SHOWN = 30;

interface SearchResultsProps {
  /** What stands in the field, and what stood there when the typing paused. */
  readonly typed: string;
  readonly settled: string;
  readonly onEnter: (bridgeId: BridgeId) => void;
}

/** What was typed, among all bridges of the tree and all delegates by name. */
export function SearchResults({ typed, settled, onEnter }: SearchResultsProps) {
  const found = useConference(({ bridges }) => bridgesNamed(bridges, typed));
  const { rows: delegates, status, hasMore, more } = useDelegatePages({ bridge: null, q: settled });
  const heading = words().delegates[status === 'ready' && delegates.length === 0 ? 'none' : status];
  const shown = found.slice(0, BRIDGES_SHOWN);
  const roving = useRoving([
    ...shown.map(({ bridgeId }) => `b-${bridgeId}`),
    ...delegates.map(({ delegateId }) => `d-${delegateId}`),
  ]);
  return (
    <div ref={roving.list} {...roving.listProps}>
      <h3 className="console-subhead">{words().bridges(found.length)}</h3>
      <ul className="console-list" aria-label={words().bridges(found.length)}>
        {shown.map((bridge) => (
          <FoundBridge key={bridge.bridgeId} bridge={bridge} roving={roving} onEnter={onEnter} />
        ))}
      </ul>
      {found.length > shown.length ? <p className="console-more">{words().more(found.length - shown.length)}</p> : null}
      <h3 className="console-subhead">{heading}</h3>
      <ul className="console-list" aria-label={heading}>
        {delegates.map((delegate) => (
          <FoundDelegate key={delegate.delegateId} delegate={delegate} roving={roving} />
        ))}
      </ul>
      {hasMore ? (
        <button type="button" className="button" data-tone="quiet" onClick={more}>
          {words().moreDelegates}
        </button>
      ) : null}
    </div>
  );
}

interface FoundBridgeProps extends Pick<SearchResultsProps, 'onEnter'> {
  readonly bridge: Bridge;
  readonly roving: Roving<string>;
}

function FoundBridge({ bridge, roving, onEnter }: FoundBridgeProps) {
  const state = useConference(wholeState);
  const asks = registeredSpeeches(state.floor).some(({ bridgeId }) => bridgeId === bridge.bridgeId);
  const key = `b-${bridge.bridgeId}`;
  return (
    <BridgeRow
      line={bridgeLine(state, bridge, asks)}
      row={roving.rowProps(key)}
      current={roving.current === key}
      onEnter={onEnter}
    />
  );
}

function FoundDelegate({ delegate, roving }: { readonly delegate: DelegateRow; readonly roving: Roving<string> }) {
  const open = useOpenDialog();
  const key = `d-${delegate.delegateId}`;
  const { bridgeId, mark } = delegate;
  const place = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName) ?? text.console.goneBridge;
  const name = personWords(delegate);
  return (
    <li
      className="console-row console-delegate-row"
      aria-label={words().delegateLabel(name, place)}
      {...roving.rowProps(key)}
    >
      <strong title={name}>{name}</strong>
      <small>{words().delegateLine(place, text.roll.marks[mark], delegate.absenceReason)}</small>
      {roving.current === key ? (
        <button
          type="button"
          className="button"
          data-tone="quiet"
          onClick={() => open({ kind: 'sheet', tab: 'bridges', bridgeId, section: 'delegates' })}
        >
          {words().openList}
        </button>
      ) : null}
    </li>
  );
}
