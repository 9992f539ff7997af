import { type Room, Track } from 'livekit-client';
import type { LineFigures } from '../../shared/domain/lines/line.ts';
import type { PictureLimit } from '../../shared/domain/onair/onair.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { createCell, type Readable } from '../sync/cell.ts';
import { figuresBetween, type Measured, measuredFrom, receptionBetween, transportOf } from './line-stats.ts';
import { FULL_RECEPTION, nextStep } from './reception-steps.ts';

const EVERY_MS = 2_000;

export interface LineReading {
  /** null: nothing flows yet. */
  readonly figures: LineFigures | null;
  readonly transport: Telemetry['transport'];
}

const UNREAD: LineReading = { figures: null, transport: null };

/** Measures the line to the room from what the browser counts, and steps down by itself while it is thin. */
export class LineMeter {
  readonly #rooms: Readable<Room | null>[];
  readonly #reading = createCell<LineReading>(UNREAD);
  readonly #limit = createCell<PictureLimit>('full');
  readonly #timer = setInterval(() => void this.#look(), EVERY_MS);
  #step = FULL_RECEPTION;
  #last: { readonly rooms: readonly Room[]; readonly measured: Measured } | null = null;
  #freezes = 0;
  #looking = false;

  constructor(room: Readable<Room | null>) {
    this.#rooms = [room];
  }

  /** A second room that this machine stands in counts too: in a line check the pictures flow there alone. */
  also(room: Readable<Room | null>): () => void {
    this.#rooms.push(room);
    return () => {
      this.#rooms.splice(this.#rooms.indexOf(room), 1);
    };
  }

  get reading(): Readable<LineReading> {
    return this.#reading;
  }

  /** How far this screen has stepped down by itself. */
  get limit(): Readable<PictureLimit> {
    return this.#limit;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const rooms = this.#rooms.flatMap((room) => room.get() ?? []);
    if (this.#looking) return;
    if (rooms.length === 0) {
      this.#last = null;
      this.#reading.set(UNREAD);
      return;
    }
    this.#looking = true;
    try {
      const measured = measuredFrom((await Promise.all(rooms.map(reportsOf))).flat(), performance.now());
      const before = this.#last;
      if (before !== null && isSameList(before.rooms, rooms)) this.#compare(rooms, before.measured, measured);
      this.#last = { rooms, measured };
    } catch {
      // A connection that is just being replaced has nothing to tell; the next look asks the new one.
      this.#last = null;
    } finally {
      this.#looking = false;
    }
  }

  #compare(rooms: readonly Room[], before: Measured, now: Measured): void {
    const figures = figuresBetween(before, now);
    this.#freezes += figures.freezes ?? 0;
    this.#reading.set({ figures: { ...figures, freezes: this.#freezes }, transport: transportOf(now) });
    const { screens, heldBack } = videosOf(rooms);
    const sample = { ...receptionBetween(before, now, screens), heldBack };
    this.#step = nextStep(this.#step, sample, now.at);
    this.#limit.set(this.#step.limit);
  }
}

/** One question a connection, not one a track: sixteen pictures cost no more than one. */
async function reportsOf(room: Room): Promise<readonly Iterable<unknown>[]> {
  const { pcManager } = room.engine;
  const connections = [pcManager?.publisher, pcManager?.subscriber].flatMap((one) => one ?? []);
  const reports = await Promise.all(connections.map((connection) => connection.getStats()));
  return reports.map((report) => report.values());
}

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function videosOf(rooms: readonly Room[]): { readonly screens: ReadonlySet<string>; readonly heldBack: boolean } {
  const participants = rooms.flatMap((room) => [...room.remoteParticipants.values()]);
  const tracks = participants.flatMap(({ trackPublications }) =>
    [...trackPublications.values()].flatMap(({ track, source }) => (track === undefined ? [] : [{ track, source }])),
  );
  return {
    screens: new Set(
      tracks.flatMap(({ track, source }) => (source === Track.Source.ScreenShare ? [track.mediaStreamTrack.id] : [])),
    ),
    heldBack: tracks.some(({ track }) => track.streamState === Track.StreamState.Paused),
  };
}
