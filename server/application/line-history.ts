import { type Bridge, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { type BridgeLine, lineOf } from '../../shared/domain/lines/line.ts';
import type { LineHistory } from '../../shared/protocol/technical.ts';
import { incidentSum } from '../../shared/views/incident-log.ts';
import type { ConferenceDesk } from './conference-desk.ts';

/** What stands on the board beside a bridge; older ones help nobody. */
const MOST_EARLIER = 5;

type Earlier = LineHistory[number]['earlier'][number];

/**
 * What became of each bridge's line in earlier conferences of this server, the latest first. A bridge is the same where
 * its name is: each conference gives ids of its own. A conference that the asker may not see stays without its title.
 */
export function lineHistory(
  desk: ConferenceDesk,
  all: readonly ConferenceDesk[],
  maySee: (other: ConferenceDesk) => boolean,
): LineHistory {
  const before = all
    .filter((other) => other.id !== desk.id && isEarlier(other, desk))
    .toSorted((a, b) => b.state.conference.date.localeCompare(a.state.conference.date));
  const found = new Map<string, Earlier[]>();
  for (const other of before) {
    const { id: conference, state } = other;
    const { date } = state.conference;
    const title = maySee(other) ? state.conference.title : null;
    for (const bridge of bridgesInOrder(state.bridges)) {
      const line = lineOf(state.lines, bridge.bridgeId);
      if (!wasUsed(bridge, line)) continue;
      const verdict = line.results.at(-1)?.verdict ?? null;
      const sum = incidentSum(state.records.incidents, bridge.bridgeId);
      const earlier = { conference, title, date, losses: bridge.losses, faults: line.found, verdict, ...sum };
      found.set(nameOf(bridge), [...(found.get(nameOf(bridge)) ?? []), earlier].slice(0, MOST_EARLIER));
    }
  }
  return bridgesInOrder(desk.state.bridges).flatMap((bridge) => {
    const earlier = found.get(nameOf(bridge));
    return earlier === undefined ? [] : [{ bridgeId: bridge.bridgeId, earlier }];
  });
}

/** Conferences that were held, on a day before or on this one's; rehearsals prove no line. */
function isEarlier({ state: { conference } }: ConferenceDesk, { state: now }: ConferenceDesk): boolean {
  if (conference.rehearsalOf !== null || conference.openedAt === null) return false;
  return conference.date <= now.conference.date;
}

const wasUsed = ({ link }: Bridge, { results }: BridgeLine): boolean => link.status !== 'untried' || results.length > 0;

const nameOf = ({ name, tier }: Bridge): string =>
  `${tier} ${name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ')}`;
