import { unreachable } from '../../base/assert.ts';
import { itemOf } from '../agenda/agenda.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { citationIdSchema, incidentIdSchema, reportPointIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { RejectionCode } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import { MAX_CITATIONS } from './citation.ts';
import type { RecordsCommand } from './commands.ts';
import { type Incident, type IncidentInput, MAX_INCIDENTS } from './incident.ts';
import { MAX_REPORT_POINTS } from './report-point.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;
type PointCommand = Of<'addReportPoint' | 'correctReportPoint' | 'removeReportPoint'>;
type IncidentCommand = Of<'openIncident' | 'correctIncident' | 'mendIncident'>;
type CitationCommand = Of<'citeDocument' | 'removeCitation'>;

/** Points of the reports, incidents, and the documents that were spoken of. */
export function decideFindings(
  state: ConferenceState,
  command: PointCommand | IncidentCommand | CitationCommand,
  moment: Moment,
): Decided {
  switch (command.type) {
    case 'addReportPoint':
    case 'correctReportPoint':
    case 'removeReportPoint':
      return decidePoint(state, command, moment);
    case 'openIncident':
    case 'correctIncident':
    case 'mendIncident':
      return decideIncident(state, command, moment);
    case 'citeDocument':
    case 'removeCitation':
      return decideCitation(state, command, moment);
    default:
      return unreachable(command);
  }
}

const isItemUnknown = ({ agenda }: ConferenceState, { itemId }: { readonly itemId: string | null }): boolean =>
  itemId !== null && !agenda.items.some((item) => item.itemId === itemId);

function decidePoint(state: ConferenceState, command: PointCommand, { now: at, newId }: Moment): Decided {
  const { points } = state.records;
  if ('point' in command && isItemUnknown(state, command.point)) return refuse('item-unknown');
  if (command.type === 'addReportPoint') {
    if (points.length >= MAX_REPORT_POINTS) return refuse('too-many-items', { max: MAX_REPORT_POINTS });
    return emit({
      type: 'reportPointAdded',
      at,
      point: { pointId: reportPointIdSchema.parse(newId()), ...command.point },
    });
  }
  const { pointId } = command;
  if (!points.some((one) => one.pointId === pointId)) return refuse('point-unknown');
  return command.type === 'correctReportPoint'
    ? emit({ type: 'reportPointCorrected', at, point: { pointId, ...command.point } })
    : emit({ type: 'reportPointRemoved', at, pointId });
}

function decideIncident(state: ConferenceState, command: IncidentCommand, { now: at, newId }: Moment): Decided {
  const { incidents } = state.records;
  const obstacle = 'incident' in command ? obstacleTo(state, command.incident, at) : null;
  if (obstacle !== null) return refuse(obstacle);
  if (command.type === 'openIncident') {
    if (incidents.length >= MAX_INCIDENTS) return refuse('too-many-items', { max: MAX_INCIDENTS });
    const incidentId = incidentIdSchema.parse(newId());
    const { since, ...facts } = command.incident;
    return emit({ type: 'incidentOpened', at, incident: { incidentId, ...facts, since: since ?? at } });
  }
  const incident = incidents.find(({ incidentId }) => incidentId === command.incidentId);
  return incident === undefined ? refuse('incident-unknown') : decideOnIncident(incident, command, at);
}

function obstacleTo(
  { bridges }: ConferenceState,
  { bridgeId, since }: IncidentInput,
  now: number,
): RejectionCode | null {
  if (bridgeId !== null && bridgeOf(bridges, bridgeId) === undefined) return 'bridge-unknown';
  return since !== null && since > now ? 'not-yet' : null;
}

function decideOnIncident(
  { incidentId, since, mendedAt }: Incident,
  command: Of<'correctIncident' | 'mendIncident'>,
  at: number,
): Decided {
  if (command.type === 'correctIncident') {
    const corrected = { incidentId, ...command.incident, since: command.incident.since ?? since };
    return emit({ type: 'incidentCorrected', at, incident: corrected });
  }
  return mendedAt === null
    ? emit({ type: 'incidentMended', at, incidentId, remedy: command.remedy })
    : refuse('nothing-to-change');
}

function decideCitation(state: ConferenceState, command: CitationCommand, { now: at, newId }: Moment): Decided {
  const { citations } = state.records;
  if (command.type === 'removeCitation') {
    const { citationId } = command;
    return citations.some((one) => one.citationId === citationId)
      ? emit({ type: 'citationRemoved', at, citationId })
      : refuse('citation-unknown');
  }
  const { itemId } = command.citation;
  if (itemId !== null && itemOf(state.agenda, itemId) === undefined) return refuse('item-unknown');
  if (citations.length >= MAX_CITATIONS) return refuse('too-many-items', { max: MAX_CITATIONS });
  const citation = { citationId: citationIdSchema.parse(newId()), ...command.citation };
  return emit({ type: 'documentCited', at, citation });
}
