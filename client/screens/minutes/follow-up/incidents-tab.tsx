import { useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Incident } from '../../../../shared/domain/records/incident.ts';
import { incidentsInOrder, type KnownTrouble, lastedMs } from '../../../../shared/views/incident-log.ts';
import { formatCount, formatDuration, formatTime } from '../../../parts/clock-text.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { FeedbackList } from './feedback-list.tsx';
import { IncidentDetails } from './incident-details.tsx';
import { NewIncident } from './incident-form.tsx';
import { KnownTroubles } from './known-troubles.tsx';
import { TwoPanes } from './two-panes.tsx';

const words = () => text.followUp.incidents;

export function IncidentsTab() {
  const incidents = useConference(({ records }) => records.incidents);
  const [chosen, choose] = useState<string | null>(null);
  const [trouble, write] = useState<KnownTrouble | null>(null);
  const open = incidents.filter(({ mendedAt }) => mendedAt === null).length;
  const incident = incidents.find(({ incidentId }) => incidentId === chosen);
  const writeAbout = (one: KnownTrouble) => {
    choose(null);
    write(one);
  };
  return (
    <TwoPanes
      heading={words().heading}
      count={words().count(formatCount(open), formatCount(incidents.length))}
      tools={<AfterActionLink />}
      side={
        incident === undefined ? (
          <NewIncident trouble={trouble} onDone={() => write(null)} />
        ) : (
          <IncidentDetails key={incident.incidentId} incident={incident} onClose={() => choose(null)} />
        )
      }
    >
      <KnownTroubles onWrite={writeAbout} />
      {incidents.length === 0 ? <p className="follow-up-empty">{words().empty}</p> : null}
      <ol>
        {incidentsInOrder(incidents).map((one) => (
          <li key={one.incidentId}>
            <IncidentRow incident={one} isChosen={one.incidentId === chosen} onChoose={() => choose(one.incidentId)} />
          </li>
        ))}
      </ol>
      <FeedbackList />
    </TwoPanes>
  );
}

function AfterActionLink() {
  const { conference } = useSync();
  return <a href={`/c/${encodeURIComponent(conference)}/after-action`}>{words().afterAction}</a>;
}

interface IncidentRowProps {
  readonly incident: Incident;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function IncidentRow({ incident, isChosen, onChoose }: IncidentRowProps) {
  const { bridgeId, matter, owner, since, effect, remedy, mendedAt } = incident;
  const bridge = useConference(({ bridges }) =>
    bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.shortName ?? null),
  );
  return (
    <button
      type="button"
      className="follow-up-row"
      aria-current={isChosen}
      data-finished={mendedAt !== null}
      onClick={onChoose}
    >
      <time className="follow-up-number">{formatTime(since)}</time>
      <span>
        <strong>{bridge ?? words().everywhere}</strong> · {words().matters[matter]}
        <span className="follow-up-text">: {incident.text}</span>
        {effect === null ? null : <small>{effect}</small>}
        {remedy === null ? null : <small>{remedy}</small>}
      </span>
      <span className="follow-up-states">
        <Standing incident={incident} />
        {owner === null ? null : <small>{owner}</small>}
      </span>
    </button>
  );
}

function Standing({ incident }: { readonly incident: Incident }) {
  const now = useServerNow();
  const length = formatDuration(lastedMs(incident, now));
  return incident.mendedAt === null ? (
    <StateMark tone="look" word={words().standing(length)} />
  ) : (
    <StateMark tone="done" word={words().mended(length, formatTime(incident.mendedAt))} />
  );
}
