import type { BridgeId } from '../../../shared/domain/ids.ts';
import { incidentsInOrder, lastedMs } from '../../../shared/views/incident-log.ts';
import { formatDuration, formatTime } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.followUp.afterAction;

/** What was noted of the hall in this conference, in words. */
export function IncidentsHere({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const incidents = useConference(({ records }) => records.incidents.filter((one) => one.bridgeId === bridgeId));
  return (
    <section className="after-action-incidents">
      <h2>{words().here}</h2>
      {incidents.length === 0 ? <p>{words().noneHere}</p> : null}
      <ul>
        {incidentsInOrder(incidents).map((one) => (
          <li key={one.incidentId}>
            <strong>
              {formatTime(one.since)} · {text.followUp.incidents.matters[one.matter]}
            </strong>{' '}
            {one.text}
            <small>
              {one.mendedAt === null
                ? words().notMended
                : text.followUp.incidents.mended(formatDuration(lastedMs(one, one.since)), formatTime(one.mendedAt))}
              {[one.owner, one.remedy, one.effect].map((part) => (part === null ? '' : ` · ${part}`)).join('')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
