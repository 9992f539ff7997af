import type { Link } from '../domain/bridges/bridge.ts';
import { type BridgeLine, LINE_FAULTS, type LineFault } from '../domain/lines/line.ts';
import type { PictureLimit } from '../domain/onair/onair.ts';
import type { Telemetry } from '../protocol/telemetry.ts';

/** What its own screen says of itself each second: no picture on its way, or stepped down on a thin line. */
export type SelfReport = 'media' | 'camera' | Exclude<PictureLimit, 'full'> | null;

export function selfReportOf(telemetry: Telemetry | null): SelfReport {
  if (telemetry === null) return null;
  if (telemetry.media !== 'connected') return 'media';
  if (telemetry.camera === 'missing' || telemetry.camera === 'refused') return 'camera';
  return telemetry.reception === 'full' ? null : telemetry.reception;
}

export type TileTrouble =
  | { readonly kind: 'untried' }
  | { readonly kind: 'lost'; readonly since: number }
  | { readonly kind: 'fault'; readonly fault: LineFault; readonly others: number }
  | { readonly kind: 'self'; readonly report: Exclude<SelfReport, null> };

/** The worst that is to be said of a hall; null: nothing. */
export function tileTrouble(link: Link, faults: BridgeLine['faults'], report: SelfReport): TileTrouble | null {
  if (link.status === 'lost') return { kind: 'lost', since: link.since };
  if (link.status === 'untried') return { kind: 'untried' };
  const [fault, ...others] = LINE_FAULTS.filter((one) => faults[one] !== undefined);
  if (fault !== undefined) return { kind: 'fault', fault, others: others.length };
  return report === null ? null : { kind: 'self', report };
}
