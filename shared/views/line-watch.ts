import { LINE_FAULTS, type LineFault } from '../domain/lines/line.ts';
import type { Telemetry } from '../protocol/telemetry.ts';

/**
 * What a bridge's telemetry says about its line, judged over time: a moment is no fault, and a moment of good is no
 * cure. What a report cannot tell leaves the judgement as it was.
 */

/** Effective value of a muted or dead microphone, by the telemetry's measure; a quiet hall is well above. */
const SILENT_BELOW = 0.01;
const LOSS_PERCENT = 5;
/** Below this the loss is good again: at the limit itself the alarm would come and go. */
const LOSS_GOOD_PERCENT = 3;
const SLOW_ROUND_TRIP_MS = 400;
const SLOW_JITTER_MS = 50;
const DRIFT_MS = 2_000;

/** Loss and times are judged by the middle of what this time brought: single seconds leap. */
const WINDOW_MS = 10_000;
/** So long without a report, and the judgement begins anew. */
export const STALE_MS = 5_000;

const RAISED_AFTER_MS: Readonly<Record<LineFault, number>> = {
  silentMicrophone: 10_000,
  blackPicture: 5_000,
  frozenPicture: 5_000,
  noCamera: 5_000,
  noMicrophone: 5_000,
  /** Half of the ten seconds went by before their middle was bad. */
  packetLoss: 5_000,
  slowLine: 5_000,
  clockDrift: 5_000,
};
const CURED_AFTER_MS = 5_000;
/** People pause between two sentences: two seconds of voice prove the microphone. */
const HEARD_AFTER_MS = 2_000;

/** true: it is so now, false: it is not, null: this report cannot tell. */
type Symptom = boolean | null;

interface Sample {
  readonly at: number;
  readonly figures: Telemetry['figures'];
}

export interface Watched {
  readonly lastAt: number;
  /** Of the last ten seconds. */
  readonly samples: readonly Sample[];
  /** Since when each fault shows without a break. */
  readonly bad: Partial<Readonly<Record<LineFault, number>>>;
  /** Since when it does not. */
  readonly good: Partial<Readonly<Record<LineFault, number>>>;
}

export const UNWATCHED: Watched = { lastAt: Number.NEGATIVE_INFINITY, samples: [], bad: {}, good: {} };

export interface Report {
  readonly at: number;
  readonly telemetry: Telemetry;
  /** The microphone is open on program or in a line check: silence would be noticed by people. */
  readonly isOpen: boolean;
}

export function watchLine(before: Watched, report: Report): Watched {
  const { at, telemetry } = report;
  const isFresh = at - before.lastAt <= STALE_MS;
  const kept = isFresh ? before : UNWATCHED;
  const samples = [...kept.samples.filter((sample) => sample.at > at - WINDOW_MS), { at, figures: telemetry.figures }];
  const symptoms = symptomsOf(report, samples);
  const bad: Partial<Record<LineFault, number>> = {};
  const good: Partial<Record<LineFault, number>> = {};
  for (const fault of LINE_FAULTS) {
    const symptom = symptoms[fault];
    // A microphone that was closed in between was not silent in between.
    const isEnded = symptom === null && fault === 'silentMicrophone';
    Object.assign(bad, isEnded ? {} : lasting(fault, { shows: symptom, before: kept.bad[fault], at }));
    const cured = symptom === null ? null : !symptom;
    Object.assign(good, lasting(fault, { shows: cured, before: kept.good[fault], at }));
  }
  return { lastAt: at, samples, bad, good };
}

interface Lasting {
  readonly shows: Symptom;
  readonly before: number | undefined;
  readonly at: number;
}

/** Since when it lasts: from before, or from now; null goes on with what was. */
function lasting(fault: LineFault, { shows, before, at }: Lasting): Partial<Record<LineFault, number>> {
  if (shows === false) return {};
  const from = before ?? (shows === true ? at : undefined);
  return from === undefined ? {} : { [fault]: from };
}

export interface Finding {
  readonly fault: LineFault;
  readonly stands: boolean;
  readonly since: number;
}

/** What has to be told now, where `standing` are the faults that were told before. */
export function findings({ lastAt: now, bad, good }: Watched, standing: ReadonlySet<LineFault>): readonly Finding[] {
  return LINE_FAULTS.flatMap((fault): readonly Finding[] => {
    const [badSince, goodSince] = [bad[fault], good[fault]];
    const isRaised = badSince !== undefined && now - badSince >= RAISED_AFTER_MS[fault];
    const isCured = goodSince !== undefined && now - goodSince >= curedAfter(fault);
    if (isRaised && !standing.has(fault)) return [{ fault, stands: true, since: badSince }];
    return isCured && standing.has(fault) ? [{ fault, stands: false, since: goodSince }] : [];
  });
}

const curedAfter = (fault: LineFault): number => (fault === 'silentMicrophone' ? HEARD_AFTER_MS : CURED_AFTER_MS);

function symptomsOf({ telemetry, isOpen }: Report, samples: readonly Sample[]): Record<LineFault, Symptom> {
  const { camera, microphone, picture, clockOffsetMs } = telemetry;
  return {
    silentMicrophone: silence(telemetry, isOpen),
    blackPicture: camera === 'live' && picture === 'black',
    frozenPicture: camera === 'live' && picture === 'frozen',
    noCamera: camera === 'missing' || camera === 'refused',
    noMicrophone: microphone === 'missing' || microphone === 'refused',
    packetLoss: loss(samples),
    slowLine: slowness(samples),
    clockDrift: clockOffsetMs === null ? null : Math.abs(clockOffsetMs) > DRIFT_MS,
  };
}

/** Whoever is heard, open or not, has a microphone that works; a closed one that is silent says nothing. */
function silence({ microphone, level }: Telemetry, isOpen: boolean): Symptom {
  if (microphone !== 'live' && microphone !== 'ready') return null;
  if (level >= SILENT_BELOW) return false;
  return isOpen && microphone === 'live' ? true : null;
}

function loss(samples: readonly Sample[]): Symptom {
  const middle = middleOf(samples, ({ lossUp, lossDown }) => larger(lossUp, lossDown));
  if (middle === null) return null;
  if (Math.round(middle) >= LOSS_PERCENT) return true;
  return middle < LOSS_GOOD_PERCENT ? false : null;
}

function slowness(samples: readonly Sample[]): Symptom {
  const roundTrip = middleOf(samples, ({ roundTripMs }) => roundTripMs);
  const jitter = middleOf(samples, ({ jitterMs }) => jitterMs);
  if (roundTrip === null && jitter === null) return null;
  return (roundTrip ?? 0) > SLOW_ROUND_TRIP_MS || (jitter ?? 0) > SLOW_JITTER_MS;
}

type Figures = NonNullable<Telemetry['figures']>;

function middleOf(samples: readonly Sample[], read: (figures: Figures) => number | null): number | null {
  const values = samples.flatMap(({ figures }) => (figures === null ? [] : (read(figures) ?? [])));
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

const larger = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
