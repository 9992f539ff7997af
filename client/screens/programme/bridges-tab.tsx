import { useState } from 'react';
import { presentIn } from '../../../shared/domain/attendance/figure.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { boardTotals, standingOf } from '../../../shared/views/attendance-board.ts';
import { bridgeOrder, bridgesNamed } from '../../../shared/views/bridge-order.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Field } from '../../parts/field.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useSearch } from '../../parts/use-search.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.programme.bridges;

/** So many rows are drawn at once: a conference may have thousands of bridges, and a phone is a phone. */
const PAGE = 100;

/** The first tier in protocol order, with how many are there; whatever is below it is found by typing. */
export function BridgesTab() {
  const all = useConference(({ bridges }) => bridges);
  const search = useSearch();
  const [limit, setLimit] = useState(PAGE);
  const found = search.settled === '' ? bridgeOrder(all).top : bridgesNamed(all, search.settled);
  if (all.byId.size === 0) return <p className="programme-empty">{words().none}</p>;
  return (
    <>
      <Totals />
      <Field label={words().search} type="search" autoComplete="off" enterKeyHint="search" {...search.field} />
      <p className="unseen" role="status">
        {search.settled === '' ? '' : words().total(formatCount(found.length))}
      </p>
      {found.length === 0 ? <p className="programme-empty">{words().noneFound(search.settled)}</p> : null}
      <ul className="programme-list">
        {found.slice(0, limit).map((bridge) => (
          <BridgeRow key={bridge.bridgeId} bridge={bridge} />
        ))}
      </ul>
      {found.length > limit ? (
        <button type="button" className="button programme-more" onClick={() => setLimit(limit + PAGE)}>
          {words().more}
        </button>
      ) : null}
    </>
  );
}

function Totals() {
  const { figure, bridges, reported } = useConference((state) => boardTotals(state));
  return (
    <p className="programme-totals">
      <span>{words().total(formatCount(bridges))}</span>
      {reported === 0 ? null : (
        <>
          <span>{words().totals(formatCount(presentIn(figure)), formatCount(figure.expected))}</span>
          <span>{words().reported(formatCount(reported), formatCount(bridges))}</span>
        </>
      )}
    </p>
  );
}

function BridgeRow({ bridge }: { readonly bridge: Bridge }) {
  const { bridgeId, name, tier, room } = bridge;
  const speaks = useConference(({ floor }) => speechOnFloor(floor)?.bridgeId === bridgeId);
  return (
    <li className="programme-row programme-bridge">
      <div>
        <p className="programme-strong">{name}</p>
        {room === null ? null : <p className="programme-quiet">{room}</p>}
        {tier === 0 ? <p className="programme-quiet">{words().central}</p> : null}
        {speaks ? <StateMark tone="air" word={words().speaking} /> : null}
      </div>
      <p className="programme-figure">
        <Figure bridge={bridge} />
      </p>
    </li>
  );
}

/** The whole branch. Of a bridge below the first tier nothing is told here, and nothing is said. */
function Figure({ bridge }: { readonly bridge: Bridge }) {
  const standing = useConference((state) => standingOf(state, bridge));
  if (standing === null) return null;
  const { figure, bridges, reported } = standing;
  if (reported === 0) return <StateMark tone="off" word={words().notReported} />;
  return (
    <>
      {words().present(formatCount(presentIn(figure)), formatCount(figure.expected))}
      {reported < bridges ? (
        <small className="programme-quiet">{words().reported(formatCount(reported), formatCount(bridges))}</small>
      ) : null}
    </>
  );
}
