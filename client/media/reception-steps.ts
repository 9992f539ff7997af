import type { BridgeId } from '../../shared/domain/ids.ts';
import { LIMITS, type PictureLimit } from '../../shared/domain/onair/onair.ts';
import type { PictureQuality } from './wanted-pictures.ts';

/** How a thin line shows itself, within one interval of measuring. */
export interface ReceptionSample {
  /** Per cent lost on the least lossy of what is received: a hall with a bad line of its own must not count as ours. */
  readonly loss: number | null;
  /** The share of the time that even the best picture stood still. */
  readonly frozen: number | null;
  /** The SFU itself holds pictures back, because they do not fit. */
  readonly heldBack: boolean;
}

export interface ReceptionStep {
  readonly limit: PictureLimit;
  readonly badSince: number | null;
  readonly goodSince: number | null;
  readonly steppedAt: number;
  /** How long it must be good before more is tried; twice as long after each try that failed. */
  readonly patienceMs: number;
}

export const DOWN_AFTER_MS = 6_000;
export const UP_AFTER_MS = 30_000;
const MOST_PATIENCE_MS = 5 * 60_000;
/** A step up that does not hold for so long was one too many. */
const TRIED_MS = 30_000;

export const FULL_RECEPTION: ReceptionStep = {
  limit: 'full',
  badSince: null,
  goodSince: null,
  steppedAt: 0,
  patienceMs: UP_AFTER_MS,
};

/** One step at a time, down soon and up late: a line at its limit must not make the picture come and go. */
export function nextStep(before: ReceptionStep, sample: ReceptionSample, now: number): ReceptionStep {
  const bad = isBad(sample, before.limit);
  const good = !bad && isGood(sample);
  const after = {
    ...before,
    badSince: bad ? (before.badSince ?? now) : null,
    goodSince: good ? (before.goodSince ?? now) : null,
  };
  if (after.badSince !== null && now - after.badSince >= DOWN_AFTER_MS) return steppedDown(after, now);
  if (after.goodSince !== null && now - after.goodSince >= after.patienceMs) return steppedUp(after, now);
  return after;
}

interface Bounds {
  readonly loss: number;
  readonly frozen: number;
}

/** Beyond what it is bad. Sound alone is the last resort: loss that small pictures survive does not lead there. */
const BAD: Readonly<Record<PictureLimit, Bounds>> = {
  full: { loss: 8, frozen: 0.2 },
  noGrid: { loss: 8, frozen: 0.2 },
  smallPictures: { loss: 25, frozen: 0.5 },
  soundOnly: { loss: 8, frozen: 1 },
};

/** Pictures that stand still while nothing is lost stand still at their sender, or on a machine that is too slow. */
const SOME_LOSS = 1;

function isBad({ loss, frozen, heldBack }: ReceptionSample, limit: PictureLimit): boolean {
  const bounds = BAD[limit];
  const lost = loss ?? 0;
  return heldBack || lost >= bounds.loss || (lost >= SOME_LOSS && (frozen ?? 0) >= bounds.frozen);
}

const isGood = ({ loss, heldBack }: ReceptionSample): boolean => (loss ?? 0) < SOME_LOSS && !heldBack;

function steppedDown(step: ReceptionStep, now: number): ReceptionStep {
  const limit = LIMITS[LIMITS.indexOf(step.limit) + 1];
  if (limit === undefined) return { ...step, badSince: now };
  const failed = step.steppedAt > 0 && now - step.steppedAt < TRIED_MS && step.patienceMs > 0;
  const patienceMs = failed ? Math.min(MOST_PATIENCE_MS, step.patienceMs * 2) : step.patienceMs;
  return { limit, badSince: now, goodSince: null, steppedAt: 0, patienceMs };
}

/** `steppedAt` remembers tries alone: a step down is no try. */
function steppedUp(step: ReceptionStep, now: number): ReceptionStep {
  const limit = LIMITS[LIMITS.indexOf(step.limit) - 1];
  if (limit === undefined) return { ...step, goodSince: now, patienceMs: UP_AFTER_MS };
  return { ...step, limit, badSince: null, goodSince: now, steppedAt: now };
}

/** The narrower of what the own line carries and what the director allows. */
export const narrower = (a: PictureLimit, b: PictureLimit): PictureLimit =>
  LIMITS.indexOf(a) >= LIMITS.indexOf(b) ? a : b;

/** What is received of the wishes under a limit; which layout is drawn is the scene's affair. */
export function limitedPictures(
  wishes: ReadonlyMap<BridgeId, PictureQuality>,
  limit: PictureLimit,
): ReadonlyMap<BridgeId, PictureQuality> {
  if (limit === 'soundOnly') return new Map();
  if (limit !== 'smallPictures') return wishes;
  return new Map([...wishes.keys()].map((bridgeId) => [bridgeId, 'low']));
}
