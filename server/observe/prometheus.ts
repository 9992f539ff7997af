import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { kindOfStream, type Meters } from './meters.ts';

/** What is only looked at when somebody asks. */
export interface Readings {
  readonly census: () => Census;
  /** 1 while LiveKit answers. */
  readonly mediaReady: () => boolean;
  readonly diskFree: () => Promise<number>;
  readonly openConferences: () => number;
  /** Null until the whole journal was looked through once. */
  readonly journalCheckedAt: () => number | null;
  /** By how much the server's clock differs from that of the machine. */
  readonly clockOffsetMs: () => number;
  /** Null where the server has no certificate of its own. */
  readonly certificateDaysLeft: () => number | null;
}

/** How many lines are open, by seat; and how many follow each kind of stream. */
export interface Census {
  readonly seats: ReadonlyMap<string, number>;
  readonly streams: ReadonlyMap<string, number>;
}

export interface Figures {
  readonly meters: Meters;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const COUNTS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** The one file that knows the library: `/metrics` in the words of Prometheus. */
export function createFigures(readings: Readings): Figures {
  const register = new Registry();
  collectDefaultMetrics({ register });
  addReadings(register, readings);
  return { meters: metersIn(register), contentType: register.contentType, text: () => register.metrics() };
}

function metersIn(register: Registry): Meters {
  const { count, time } = kindsIn(register);
  const commands = count('diemcau_commands_total', 'Commands answered', ['type', 'outcome']);
  const commandTime = time('diemcau_command_seconds', 'From a command to its answer', ['outcome']);
  const appends = time('diemcau_journal_append_seconds', 'One transaction, to the disk', ['outcome']);
  const batch = new Histogram({
    name: 'diemcau_journal_batch_events',
    help: 'Events in one transaction',
    buckets: COUNTS,
    registers: [register],
  });
  const calls = time('diemcau_media_call_seconds', 'Calls to LiveKit', ['call', 'outcome']);
  const answers = count('diemcau_http_answers_total', 'HTTP answers', ['status']);
  const refused = count('diemcau_sign_ins_refused_total', 'Sign-ins refused', ['door']);
  const frames = count('diemcau_frames_total', 'Frames sent to screens', ['stream']);
  const bytes = count('diemcau_frame_bytes_total', 'Bytes of those frames', ['stream']);
  const broadcast = time('diemcau_broadcast_seconds', 'Writing one frame to all of a stream', ['stream']);
  const dropped = count('diemcau_lines_dropped_total', 'Lines given up by the server', ['reason']);
  const hellos = count('diemcau_hellos_total', 'Screens brought into step', ['answer']);
  const jumps = count('diemcau_clock_jumps_total', 'Times that the clock of the machine was set', ['direction']);
  return {
    command: (type, outcome, ms) => {
      commands.inc({ type, outcome });
      commandTime.observe({ outcome: outcome === 'ok' ? 'ok' : 'refused' }, ms / 1_000);
    },
    appended: (outcome, events, ms) => {
      appends.observe({ outcome }, ms / 1_000);
      batch.observe(events);
    },
    mediaCall: (call, outcome, ms) => calls.observe({ call, outcome }, ms / 1_000),
    answered: (status) => answers.inc({ status }),
    signInRefused: (door) => refused.inc({ door }),
    frame: (name, sent) => {
      const stream = kindOfStream(name);
      frames.inc({ stream }, sent.sockets);
      bytes.inc({ stream }, sent.sockets * sent.bytes);
      broadcast.observe({ stream }, sent.ms / 1_000);
    },
    dropped: (reason) => dropped.inc({ reason }),
    hello: (answer) => hellos.inc({ answer }),
    clockJumped: (byMs) => jumps.inc({ direction: byMs > 0 ? 'forward' : 'back' }),
  };
}

function kindsIn(register: Registry) {
  const registers = [register];
  return {
    count: (name: string, help: string, labelNames: string[]) => new Counter({ name, help, labelNames, registers }),
    time: (name: string, help: string, labelNames: string[]) =>
      new Histogram({ name, help, labelNames, buckets: SECONDS, registers }),
  };
}

function addReadings(register: Registry, readings: Readings): void {
  const read = (name: string, help: string, value: () => number | Promise<number>): void => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [register],
      collect: async () => gauge.set(await value()),
    });
  };
  read('diemcau_media_ready', 'LiveKit answers', () => (readings.mediaReady() ? 1 : 0));
  read('diemcau_disk_free_bytes', 'Free where the journal is', readings.diskFree);
  read('diemcau_open_conferences', 'Conferences in memory', readings.openConferences);
  read('diemcau_journal_checked_timestamp_seconds', 'When the journal was last checked; 0: not yet', () => {
    return (readings.journalCheckedAt() ?? 0) / 1_000;
  });
  read('diemcau_clock_offset_seconds', 'Clock of the server less that of the machine', () => {
    return readings.clockOffsetMs() / 1_000;
  });
  read('diemcau_certificate_days_left', 'Whole days until the certificate ends; NaN: there is none', () => {
    return readings.certificateDaysLeft() ?? Number.NaN;
  });
  countLines(register, readings.census);
}

function countLines(register: Registry, census: () => Census): void {
  const registers = [register];
  const followers = new Gauge({
    name: 'diemcau_followers',
    help: 'Lines that follow a stream',
    labelNames: ['stream'],
    registers,
  });
  const lines: Gauge = new Gauge({
    name: 'diemcau_lines',
    help: 'Open lines of screens',
    labelNames: ['seat'],
    registers,
    // One walk over all lines for both figures.
    collect: () => {
      const { seats, streams } = census();
      lines.reset();
      followers.reset();
      for (const [seat, number] of seats) lines.set({ seat }, number);
      for (const [stream, number] of streams) followers.set({ stream }, number);
    },
  });
}
