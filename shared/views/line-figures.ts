import type { LineFigures } from '../domain/lines/line.ts';
import type { Telemetry } from '../protocol/telemetry.ts';

/** What a look at the measurements says before it is a fault that stands: the worst first. */
export const WEAKNESSES = [
  'silent',
  'noMedia',
  'camera',
  'microphone',
  'picture',
  'loss',
  'slow',
  'coarse',
  'clock',
] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** Below what the server calls a fault: what is weak now is looked at before it fails. */
const WEAK_LOSS = 2;
const WEAK_ROUND_TRIP_MS = 250;
const WEAK_JITTER_MS = 30;
const WEAK_HEIGHT = 360;
const WEAK_FRAMES = 10;
const WEAK_CLOCK_MS = 1_000;

/** null: the hall measures nothing. */
export function weaknessesOf(telemetry: Telemetry | null): readonly Weakness[] {
  if (telemetry === null) return ['silent'];
  const { media, camera, microphone, picture, figures, clockOffsetMs } = telemetry;
  const found: Readonly<Record<Weakness, boolean>> = {
    silent: false,
    noMedia: media !== 'connected',
    camera: camera !== 'live',
    microphone: microphone === 'missing' || microphone === 'refused',
    picture: camera === 'live' && (picture === 'black' || picture === 'frozen'),
    loss: figures !== null && worstLoss(figures) >= WEAK_LOSS,
    slow: figures !== null && isSlow(figures),
    coarse: figures !== null && isCoarse(figures),
    clock: clockOffsetMs !== null && Math.abs(clockOffsetMs) >= WEAK_CLOCK_MS,
  };
  return WEAKNESSES.filter((one) => found[one]);
}

/** Either way; what was not measured is not bad. */
export const worstLoss = ({ lossUp, lossDown }: Pick<LineFigures, 'lossUp' | 'lossDown'>): number =>
  Math.max(lossUp ?? 0, lossDown ?? 0);

const isSlow = ({ roundTripMs, jitterMs }: LineFigures): boolean =>
  (roundTripMs ?? 0) >= WEAK_ROUND_TRIP_MS || (jitterMs ?? 0) >= WEAK_JITTER_MS;

/** A camera that nobody watches sends nothing: no picture is not a small picture. */
const isCoarse = ({ height, framesPerSecond, upKbps }: LineFigures): boolean =>
  (upKbps ?? 0) > 0 &&
  ((height !== null && height > 0 && height < WEAK_HEIGHT) ||
    (framesPerSecond !== null && framesPerSecond > 0 && framesPerSecond < WEAK_FRAMES));
