import type { Health } from '../shared/protocol/http.ts';
import { freeBytes } from './disk-room.ts';
import type { Log } from './observe/log.ts';
import { say } from './observe/log.ts';
import { LoopLag } from './observe/loop-lag.ts';
import type { Meters } from './observe/meters.ts';
import { createFigures, type Figures, type Readings } from './observe/prometheus.ts';
import { type Readiness, readinessOf } from './observe/readiness.ts';
import { ServerClock, type TimeSource } from './observe/server-clock.ts';
import { serverLines } from './text.ts';

export interface ObservationOptions
  extends Pick<Readings, 'census' | 'mediaReady' | 'openConferences' | 'journalCheckedAt'> {
  readonly dataDir: string;
  readonly log: Log;
  readonly health: () => Health;
  readonly source?: TimeSource;
}

/** How the server looks at itself: its clock, its figures, and whether a conference can be held. */
export interface Observation {
  readonly clock: ServerClock;
  readonly meters: Meters;
  readonly figures: Figures;
  readonly readiness: () => Promise<Readiness>;
  readonly close: () => void;
}

export function createObservation(options: ObservationOptions): Observation {
  const { dataDir, log, health, mediaReady, source } = options;
  const lag = new LoopLag();
  const clock = new ServerClock({
    ...(source === undefined ? {} : { source }),
    onJump: (byMs) => {
      figures.meters.clockJumped(byMs);
      log.warn({ byMs: Math.round(byMs) }, 'the clock of the machine was set');
      say(serverLines.clockJumped(byMs));
    },
  });
  const diskFree = () => freeBytes(dataDir);
  const clockOffsetMs = () => clock.offsetMs;
  const figures = createFigures({ ...options, diskFree, clockOffsetMs });
  clock.start();
  return {
    clock,
    meters: figures.meters,
    figures,
    readiness: () =>
      readinessOf({
        journal: () => health().journal.state,
        mediaReady,
        lag: () => lag.read(),
        clockOffsetMs,
        diskFree,
      }),
    close: () => {
      clock.close();
      lag.close();
    },
  };
}
