import { z } from 'zod';
import type { LineFigures } from '../../shared/domain/lines/line.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import type { ReceptionSample } from './reception-steps.ts';

const number = z.number().optional();
/** What is read of a browser's report; everything in it may be missing. */
const statSchema = z.object({
  id: z.string(),
  type: z.string(),
  kind: z.string().optional(),
  trackIdentifier: z.string().optional(),
  bytesReceived: number,
  packetsReceived: number,
  packetsLost: number,
  fractionLost: number,
  jitter: number,
  freezeCount: number,
  totalFreezesDuration: number,
  bytesSent: number,
  packetsSent: number,
  frameWidth: number,
  frameHeight: number,
  framesPerSecond: number,
  localId: z.string().optional(),
  nominated: z.boolean().optional(),
  state: z.string().optional(),
  currentRoundTripTime: number,
  localCandidateId: z.string().optional(),
  candidateType: z.string().optional(),
  protocol: z.string().optional(),
  selectedCandidatePairId: z.string().optional(),
});
export type Stat = z.infer<typeof statSchema>;

const READ = new Set([
  'inbound-rtp',
  'outbound-rtp',
  'remote-inbound-rtp',
  'candidate-pair',
  'local-candidate',
  'transport',
]);

export interface Measured {
  readonly at: number;
  readonly stats: ReadonlyMap<string, Stat>;
}

/** All reports of a room at one moment. Ids are told apart by connection: two of them may use the same. */
export function measuredFrom(reports: readonly Iterable<unknown>[], at: number): Measured {
  const stats = reports.flatMap((report, index) =>
    [...report].flatMap((value) => {
      const stat = statSchema.safeParse(value).data;
      return stat === undefined || !READ.has(stat.type) ? [] : [[`${index} ${stat.id}`, stat] as const];
    }),
  );
  return { at, stats: new Map(stats) };
}

interface Delta {
  readonly stat: Stat;
  readonly grown: (key: 'bytesReceived' | 'packetsReceived' | 'packetsLost' | 'bytesSent' | 'packetsSent') => number;
  readonly before: Stat | undefined;
}

function deltasOf(before: Measured, now: Measured, type: string): readonly Delta[] {
  return [...now.stats].flatMap(([key, stat]) => {
    if (stat.type !== type) return [];
    const old = before.stats.get(key);
    return [{ stat, before: old, grown: (of) => Math.max(0, (stat[of] ?? 0) - (old?.[of] ?? 0)) }];
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));
const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values));
const rounded = (value: number | null, step: number): number | null =>
  value === null ? null : Math.round(value / step) * step;

const lossOf = ({ grown }: Delta): number => {
  const lost = grown('packetsLost');
  const all = lost + grown('packetsReceived');
  return all === 0 ? 0 : (100 * lost) / all;
};

/** A stream that hardly flowed says nothing about the line. */
const FLOWS_PACKETS = 10;
const flows = ({ grown }: Delta): boolean => grown('packetsReceived') >= FLOWS_PACKETS;

/** What the line did between two looks; the freezes are those of the interval. */
export function figuresBetween(before: Measured, now: Measured): LineFigures {
  const seconds = Math.max(0.001, (now.at - before.at) / 1_000);
  const inbound = deltasOf(before, now, 'inbound-rtp');
  const outbound = deltasOf(before, now, 'outbound-rtp').filter(({ grown }) => grown('packetsSent') > 0);
  const toldBack = answersTo(outbound, deltasOf(before, now, 'remote-inbound-rtp'));
  const lost = sum(inbound.map(({ grown }) => grown('packetsLost')));
  const all = lost + sum(inbound.map(({ grown }) => grown('packetsReceived')));
  const largest = outbound
    .flatMap(({ stat }) => (stat.frameWidth === undefined ? [] : [stat]))
    .toSorted((a, b) => (b.frameWidth ?? 0) - (a.frameWidth ?? 0))[0];
  const jitters = [...inbound.filter(flows).map(({ stat }) => stat), ...toldBack].flatMap(({ jitter }) => jitter ?? []);
  return {
    upKbps: rounded(sum(outbound.map(({ grown }) => grown('bytesSent') * 8)) / seconds / 1_000, 1),
    downKbps: rounded(sum(inbound.map(({ grown }) => grown('bytesReceived') * 8)) / seconds / 1_000, 1),
    lossUp: rounded(most(toldBack.flatMap(({ fractionLost }) => (fractionLost ?? 0) * 100)), 0.1),
    lossDown: all === 0 ? null : rounded((100 * lost) / all, 0.1),
    jitterMs: rounded(scaled(most(jitters)), 1),
    roundTripMs: rounded(scaled(most(chosenPairs(now).flatMap((pair) => pair.currentRoundTripTime ?? []))), 1),
    width: largest?.frameWidth ?? null,
    height: largest?.frameHeight ?? null,
    framesPerSecond: rounded(largest?.framesPerSecond ?? null, 1),
    freezes: sum(inbound.map(({ stat, before: old }) => Math.max(0, freezesOf(stat) - freezesOf(old)))),
  };
}

const scaled = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1_000);
const freezesOf = (stat: Stat | undefined): number => stat?.freezeCount ?? 0;

/** What the other end tells of what is being sent; of a layer that rests the last word is old. */
function answersTo(outbound: readonly Delta[], told: readonly Delta[]): readonly Stat[] {
  const sending = new Set(outbound.map(({ stat }) => stat.id));
  return told.flatMap(({ stat }) => (stat.localId !== undefined && sending.has(stat.localId) ? [stat] : []));
}

/** How the reception of pictures and sound was; `screens` are tracks that may rightly stand still. */
export function receptionBetween(
  before: Measured,
  now: Measured,
  screens: ReadonlySet<string>,
): Omit<ReceptionSample, 'heldBack'> {
  const seconds = Math.max(0.001, (now.at - before.at) / 1_000);
  const flowing = deltasOf(before, now, 'inbound-rtp').filter(flows);
  const frozen = flowing.flatMap(({ stat, before: old }) => {
    if (stat.kind !== 'video' || old === undefined || screens.has(stat.trackIdentifier ?? '')) return [];
    return [((stat.totalFreezesDuration ?? 0) - (old.totalFreezesDuration ?? 0)) / seconds];
  });
  return { loss: least(flowing.map(lossOf)), frozen: least(frozen) };
}

/** The way that media really take, of all that were tried. */
function chosenPairs({ stats }: Measured): readonly Stat[] {
  const selected = new Set([...stats.values()].flatMap(({ selectedCandidatePairId }) => selectedCandidatePairId ?? []));
  return [...stats.values()].filter(({ type, id }) => type === 'candidate-pair' && selected.has(id));
}

export function transportOf(measured: Measured): Telemetry['transport'] {
  const ways = chosenPairs(measured).flatMap(({ localCandidateId }) =>
    [...measured.stats.values()].filter(({ type, id }) => type === 'local-candidate' && id === localCandidateId),
  );
  if (ways.length === 0) return null;
  if (ways.some(({ candidateType }) => candidateType === 'relay')) return 'relay';
  return ways.some(({ protocol }) => protocol === 'tcp') ? 'tcp' : 'udp';
}
