import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBenchConference } from '../../bench/bench-conference.ts';
import { signInMany, startServer } from '../../bench/server-process.ts';
import type { Asked, Drill, Figure } from '../drill.ts';
import { type Hall, holdHour, openLinks } from './hour.ts';
import { type Sample, ServerMemory, sampledEnv } from './server-memory.ts';
import { slopeOf } from './slope.ts';
import { StaffLines } from './staff-lines.ts';

export interface LongDayOptions extends Pick<Asked, 'say' | 'signal'> {
  readonly hours: number;
  /** Of the whole day. */
  readonly events: number;
  /** Hours in which caches fill and code is compiled; they do not count. */
  readonly warmUp: number;
  /** For the control: lost in each hour by what is loaded before the server. */
  readonly plantedBytes?: number;
  /** What is done in an hour; without it, the whole of `holdHour`. */
  readonly hold?: typeof holdHour;
  /** How often the memory is looked at after each hour; the least counts. */
  readonly looks?: number;
}

export interface LongDay {
  readonly events: number;
  readonly hours: readonly Sample[];
  /** Megabytes that stay, per scripted hour. */
  readonly rssSlope: number;
  readonly heapSlope: number;
  readonly lagP99Ms: number;
}

const TABLES = 24;

/** Hours of a conference against the real server, without the pauses of life; after each, what is left in its memory. */
export async function holdLongDay(options: LongDayOptions): Promise<LongDay> {
  const folder = mkdtempSync(join(tmpdir(), 'long-day-'));
  const file = join(folder, 'memory.json');
  const server = await startServer({ media: false, env: sampledEnv(file, options.plantedBytes ?? 0) });
  try {
    const { first, all } = await signInMany(server, TABLES);
    const { origin } = server;
    const conference = await createBenchConference(origin, first);
    const staff = await StaffLines.open(origin, conference.id, all);
    staff.seq = conference.seq;
    const links = await openLinks(origin, conference, first);
    const hall: Hall = { origin, conference, secretariat: first, staff, revisions: new Map(), ...links };
    const samples = await hoursOf(hall, new ServerMemory(server, file), options);
    staff.close();
    return figuresOf(samples, staff.seq - conference.seq, options.warmUp);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hoursOf(
  hall: Hall,
  memory: ServerMemory,
  { hours, events, say, signal, hold = holdHour, looks = 1 }: LongDayOptions,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let hour = 1; hour <= hours && !signal.aborted; hour += 1) {
    await hold(hall, hour, Math.ceil(events / hours), signal);
    const sample = await memory.sample(looks);
    samples.push(sample);
    const { rssMb, heapMb, threads, lagP99Ms } = sample;
    say(
      `hour ${hour}: ${hall.staff.seq} events, ${rssMb.toFixed(1)} MB resident, ${heapMb.toFixed(1)} MB in use, ${threads} threads, lag p99 ${lagP99Ms.toFixed(0)} ms`,
    );
  }
  return samples;
}

function figuresOf(hours: readonly Sample[], events: number, warmUp: number): LongDay {
  const counted = hours.slice(warmUp);
  return {
    events,
    hours,
    rssSlope: slopeOf(counted.map(({ rssMb }) => rssMb)),
    heapSlope: slopeOf(counted.map(({ heapMb }) => heapMb)),
    lagP99Ms: Math.max(...counted.map(({ lagP99Ms }) => lagP99Ms)),
  };
}

const SLOPE_AIM_MB = 1;
const LAG_AIM_MS = 50;
const EVENTS = 20_000;
const HOURS = 10;
const WARM_UP = 3;
const LOOKS = 5;

export const longDay: Drill = {
  name: 'long-day',
  experiment: 'X27',
  does: 'ten hours of a conference in some minutes: halls come and go, lists, ballots, papers; memory after each hour',
  run: async ({ size, say, signal }): Promise<readonly Figure[]> => {
    const day = await holdLongDay({ hours: HOURS, events: size ?? EVENTS, warmUp: WARM_UP, looks: LOOKS, say, signal });
    const slope = (mb: number) => ({
      measured: `${mb.toFixed(2)} MB per scripted hour`,
      aim: `< ${SLOPE_AIM_MB} MB`,
      met: mb < SLOPE_AIM_MB,
    });
    return [
      { what: 'events in the journal', measured: String(day.events), aim: '', met: true },
      { what: 'resident memory after garbage was collected', ...slope(day.rssSlope) },
      { what: 'memory in use after garbage was collected', ...slope(day.heapSlope) },
      {
        what: 'event-loop lag, p99 of the worst hour',
        measured: `${day.lagP99Ms.toFixed(0)} ms`,
        aim: `< ${LAG_AIM_MS} ms`,
        met: day.lagP99Ms < LAG_AIM_MS,
      },
    ];
  },
};
