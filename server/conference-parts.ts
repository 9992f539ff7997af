import type { ConferenceId } from '../shared/domain/ids.ts';
import { BridgeLinks } from './application/bridge-links.ts';
import type { ConferenceDesk } from './application/conference-desk.ts';
import { type Broadcast, FanOut } from './application/fan-out.ts';
import { FloorDeadlines } from './application/floor-deadlines.ts';
import { MediaReactor, type MediaReactorOptions } from './application/media-reactor.ts';
import { RollCallPace } from './application/roll-call-pace.ts';
import { roomOf } from './media/room-plan.ts';

interface Parts {
  readonly fanOut: FanOut;
  readonly links: BridgeLinks;
  readonly reactor: MediaReactor;
  readonly deadlines: FloorDeadlines;
  readonly pace: RollCallPace;
}

/**
 * What lives beside each open desk: who is told, who is on the line, what the rooms should look like, when a floor is
 * lost, when a roll call goes on.
 */
export class ConferenceParts {
  readonly #parts = new Map<ConferenceId, Parts>();
  readonly #broadcast: () => Broadcast;
  readonly #media: MediaReactorOptions;

  constructor(broadcast: () => Broadcast, media: MediaReactorOptions) {
    this.#broadcast = broadcast;
    this.#media = media;
  }

  attach(desk: ConferenceDesk): void {
    this.#parts.set(desk.id, {
      fanOut: new FanOut(desk, this.#broadcast()),
      links: new BridgeLinks(desk, this.#media.newId),
      reactor: new MediaReactor(desk, this.#media),
      deadlines: new FloorDeadlines(desk, this.#media.newId),
      pace: new RollCallPace(desk, this.#media.newId),
    });
  }

  linksOf(conference: ConferenceId): BridgeLinks | undefined {
    return this.#parts.get(conference)?.links;
  }

  reactorOf(desk: ConferenceDesk): MediaReactor {
    const parts = this.#parts.get(desk.id);
    if (parts === undefined) throw new Error(`the desk ${desk.id} was opened without its parts`);
    return parts.reactor;
  }

  /** A hint from LiveKit; without a room, LiveKit itself came or went. */
  look(room: string | null): void {
    for (const [id, { reactor }] of this.#parts) if (room === null || room === roomOf(id)) reactor.look();
  }

  close(): void {
    for (const { fanOut, links, reactor, deadlines, pace } of this.#parts.values()) {
      fanOut.close();
      links.close();
      reactor.close();
      deadlines.close();
      pace.close();
    }
  }
}
