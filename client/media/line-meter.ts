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
  readonly #room: Readable<Room | null>;
  readonly #reading = createCell<LineReading>(UNREAD);
  readonly #limit = createCell<PictureLimit>('full');
  readonly #timer = setInterval(() => void this.#look(), EVERY_MS);
  #step = FULL_RECEPTION;
  #last: { readonly room: Room; readonly measured: Measured } | null = null;
  #freezes = 0;
  #looking = false;

  constructor(room: Readable<Room | null>) {
    this.#room = room;
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
    const room = this.#room.get();
    if (this.#looking) return;
    if (room === null) {
      this.#last = null;
      this.#reading.set(UNREAD);
      return;
    }
    this.#looking = true;
    try {
      const measured = measuredFrom(await reportsOf(room), performance.now());
      if (this.#last?.room === room) this.#compare(room, this.#last.measured, measured);
      this.#last = { room, measured };
    } catch {
      // A connection that is just being replaced has nothing to tell; the next look asks the new one.
      this.#last = null;
    } finally {
      this.#looking = false;
    }
  }

  #compare(room: Room, before: Measured, now: Measured): void {
    const figures = figuresBetween(before, now);
    this.#freezes += figures.freezes ?? 0;
    this.#reading.set({ figures: { ...figures, freezes: this.#freezes }, transport: transportOf(now) });
    const { screens, heldBack } = videosOf(room);
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

function videosOf(room: Room): { readonly screens: ReadonlySet<string>; readonly heldBack: boolean } {
  const tracks = [...room.remoteParticipants.values()].flatMap(({ trackPublications }) =>
    [...trackPublications.values()].flatMap(({ track, source }) => (track === undefined ? [] : [{ track, source }])),
  );
  return {
    screens: new Set(
      tracks.flatMap(({ track, source }) => (source === Track.Source.ScreenShare ? [track.mediaStreamTrack.id] : [])),
    ),
    heldBack: tracks.some(({ track }) => track.streamState === Track.StreamState.Paused),
  };
}
