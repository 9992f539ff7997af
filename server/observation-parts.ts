import type { Health } from '../shared/protocol/http.ts';
import { freeBytes } from './disk-room.ts';
import { type CertificateFinding, CertificateWatch, type ServedCertificate } from './observe/certificate-watch.ts';
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
  readonly served: (ServedCertificate & { readonly isOwn: boolean }) | null;
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
  const figures = createFigures({
    ...options,
    diskFree,
    clockOffsetMs,
    certificateDaysLeft: () => certificate.read().daysLeft,
  });
  const certificate = watchCertificate(options);
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
        certificate: () => certificate.read(),
      }),
    close: () => {
      certificate.close();
      clock.close();
      lag.close();
    },
  };
}

function watchCertificate({ served, log }: ObservationOptions): CertificateWatch {
  const watch = new CertificateWatch({
    served,
    onTrouble: ({ state, daysLeft }: CertificateFinding) => {
      if (served === null || state === 'none' || state === 'ok') return;
      log.warn({ certificate: state, daysLeft }, 'the certificate');
      say(serverLines.certificateTrouble[state](served.isOwn, served.host, daysLeft ?? 0));
    },
  });
  watch.start();
  return watch;
}
