/** Faults as people keep them (incidents) beside those that the lines report by themselves. */
import { entriesOf } from '../base/persistent-map.ts';
import { type Bridge, bridgeOf, bridgesInOrder } from '../domain/bridges/bridge.ts';
import { type BridgeId, bridgeIdSchema } from '../domain/ids.ts';
import { LINE_FAULTS, type LineFault, lineOf } from '../domain/lines/line.ts';
import type { INCIDENT_MATTERS, Incident } from '../domain/records/incident.ts';
import type { ConferenceState } from '../domain/state.ts';

export type Matter = (typeof INCIDENT_MATTERS)[number];

/** Something that the line says of itself and nobody has opened an incident of. */
export interface KnownTrouble {
  readonly bridgeId: BridgeId;
  readonly bridge: string;
  readonly what: LineFault | 'lost';
  readonly matter: Matter;
  /** null: it is over; only how often it was is known. */
  readonly since: number | null;
  readonly times: number;
}

const MATTERS: Readonly<Record<KnownTrouble['what'], Matter>> = {
  lost: 'line',
  silentMicrophone: 'sound',
  noMicrophone: 'sound',
  blackPicture: 'picture',
  frozenPicture: 'picture',
  noCamera: 'picture',
  packetLoss: 'line',
  slowLine: 'line',
  clockDrift: 'other',
};

/** What lasts first, the longest on top; then what is over, as often as it was. */
export function knownTroubles(state: ConferenceState): readonly KnownTrouble[] {
  const { incidents } = state.records;
  const all = troubledBridges(state).flatMap((bridge) => troublesOf(state, bridge));
  return all
    .filter((trouble) => !isKept(incidents, trouble))
    .toSorted(
      (a, b) => (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER) || b.times - a.times,
    );
}

/** Of thousands of bridges only some have ever been in trouble. */
function troubledBridges({ bridges, lines }: ConferenceState): readonly Bridge[] {
  const ill = new Set(entriesOf(lines.byBridge).map(([id]) => id));
  return bridgesInOrder(bridges).filter(({ bridgeId, losses }) => losses > 0 || ill.has(bridgeId));
}

function troublesOf({ lines }: ConferenceState, { bridgeId, shortName: bridge, link, losses }: Bridge) {
  const { faults, found } = lineOf(lines, bridgeId);
  const lost = { what: 'lost', since: link.status === 'lost' ? link.since : null, times: losses } as const;
  const measured = LINE_FAULTS.map((what) => ({ what, since: faults[what] ?? null, times: found[what] ?? 0 }));
  return [lost, ...measured].flatMap(({ what, since, times }): KnownTrouble[] =>
    since === null && times === 0 ? [] : [{ bridgeId, bridge, what, matter: MATTERS[what], since, times }],
  );
}

/** While it lasts, an incident that is open stands for it; of what is over any incident of the matter does. */
const isKept = (incidents: readonly Incident[], { bridgeId, matter, since }: KnownTrouble): boolean =>
  incidents.some(
    (one) => one.bridgeId === bridgeId && one.matter === matter && (since === null || one.mendedAt === null),
  );

/** Open ones first, the oldest on top; then the mended, the latest first. */
export const incidentsInOrder = (incidents: readonly Incident[]): readonly Incident[] =>
  incidents.toSorted((a, b) => {
    if (a.mendedAt === null || b.mendedAt === null) {
      return Number(a.mendedAt !== null) - Number(b.mendedAt !== null) || a.since - b.since;
    }
    return b.mendedAt - a.mendedAt;
  });

/** How long it lasted, or has lasted until now. */
export const lastedMs = ({ since, mendedAt }: Pick<Incident, 'since' | 'mendedAt'>, now: number): number =>
  Math.max(0, (mendedAt ?? now) - since);

/** Whoever looks after the hall's equipment mends it, unless somebody else is named; null: nobody is known. */
export function suggestedOwner({ bridges }: ConferenceState, bridgeId: string): string | null {
  const id = bridgeIdSchema.safeParse(bridgeId).data;
  const technician = id === undefined ? null : (bridgeOf(bridges, id)?.technician ?? null);
  if (technician === null) return null;
  const name = [...(technician.fullName === null ? [] : [technician.fullName]), ...technician.positions].join(', ');
  return name === '' ? null : name;
}

/** What a bridge's incidents come to: how many, and how long it took to mend those that are mended. */
export interface IncidentSum {
  readonly incidents: number;
  readonly mended: number;
  readonly repairMs: number;
}

export function incidentSum(incidents: readonly Incident[], bridgeId: BridgeId): IncidentSum {
  const own = incidents.filter((one) => one.bridgeId === bridgeId);
  const mended = own.filter(({ mendedAt }) => mendedAt !== null);
  return {
    incidents: own.length,
    mended: mended.length,
    repairMs: mended.reduce((sum, one) => sum + lastedMs(one, one.since), 0),
  };
}
