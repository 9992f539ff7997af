import { useMemo, useState } from 'react';
import { matchesSearch } from '../../../shared/base/vietnamese.ts';
import { attendanceOf, headcountOf } from '../../../shared/domain/attendance/attendance.ts';
import { type Bridge, bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Field } from '../../parts/field.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useSearch } from '../../parts/use-search.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.programme.bridges;

/** So many rows are drawn at once: a conference may have thousands of bridges, and a phone is a phone. */
const PAGE = 100;

/** Every bridge in protocol order, found without accents, with how many are there. */
export function BridgesTab() {
  const all = useConference(({ bridges }) => bridges);
  const search = useSearch();
  const [limit, setLimit] = useState(PAGE);
  const ordered = useMemo(() => bridgesInOrder(all), [all]);
  const found = ordered.filter(({ name, shortName }) => matchesSearch(`${name} ${shortName}`, search.settled));
  if (ordered.length === 0) return <p className="programme-empty">{words().none}</p>;
  return (
    <>
      <Totals count={ordered.length} />
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

function Totals({ count }: { readonly count: number }) {
  const totals = useConference(({ attendance }) => attendance.totals);
  return (
    <p className="programme-totals">
      <span>{words().total(formatCount(count))}</span>
      {totals.bridgesReported === 0 ? null : (
        <>
          <span>{words().totals(formatCount(totals.present), formatCount(totals.expected))}</span>
          <span>{words().reported(formatCount(totals.bridgesReported), formatCount(count))}</span>
        </>
      )}
    </p>
  );
}

function BridgeRow({ bridge: { bridgeId, name, tier, room } }: { readonly bridge: Bridge }) {
  const counted = useConference(({ attendance }) => headcountOf(attendanceOf(attendance, bridgeId)));
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
        {counted === null ? (
          <StateMark tone="off" word={words().notReported} />
        ) : (
          words().present(formatCount(counted.present), formatCount(counted.expected))
        )}
      </p>
    </li>
  );
}
