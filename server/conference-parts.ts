import type { ConferenceId } from '../shared/domain/ids.ts';
import { BridgeLinks } from './application/bridge-links.ts';
import type { ConferenceDesk } from './application/conference-desk.ts';
import { type Broadcast, FanOut } from './application/fan-out.ts';
import { FloorDeadlines } from './application/floor-deadlines.ts';
import { LineWatch } from './application/line-watch.ts';
import { MediaReactor, type MediaReactorOptions } from './application/media-reactor.ts';
import { ReleaseDeadlines } from './application/release-deadlines.ts';
import { RingDeadlines } from './application/ring-deadlines.ts';
import { RollCallPace } from './application/roll-call-pace.ts';
import { isRoomOf } from './media/room-plan.ts';

interface Parts {
  readonly fanOut: FanOut;
  readonly links: BridgeLinks;
  readonly reactor: MediaReactor;
  readonly watch: LineWatch;
  readonly deadlines: FloorDeadlines;
  readonly pace: RollCallPace;
  readonly rings: RingDeadlines;
  readonly releases: ReleaseDeadlines;
}

/**
 * What lives beside each open desk: who is told, who is on the line, what the rooms should look like, when a floor is
 * lost, when a roll call goes on, when a ring ends, what is wrong with a line, when a document goes out.
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
    const { newId } = this.#media;
    const reactor = new MediaReactor(desk, this.#media);
    this.#parts.set(desk.id, {
      fanOut: new FanOut(desk, this.#broadcast()),
      links: new BridgeLinks(desk, newId),
      reactor,
      watch: new LineWatch(desk, { newId, voiceOf: (bridgeId) => reactor.voiceOf(bridgeId) }),
      deadlines: new FloorDeadlines(desk, newId),
      pace: new RollCallPace(desk, newId),
      rings: new RingDeadlines(desk, newId),
      releases: new ReleaseDeadlines(desk, newId),
    });
  }

  /** What a bridge's screen feeds: its presence on the line, and what it measures of itself. */
  partsOf(conference: ConferenceId): Pick<Parts, 'links' | 'watch'> | undefined {
    return this.#parts.get(conference);
  }

  reactorOf(desk: ConferenceDesk): MediaReactor {
    const parts = this.#parts.get(desk.id);
    if (parts === undefined) throw new Error(`the desk ${desk.id} was opened without its parts`);
    return parts.reactor;
  }

  /** Who keeps the room; null: no open conference has such a room. */
  reactorIn(room: string): MediaReactor | null {
    for (const [id, { reactor }] of this.#parts) if (isRoomOf(id, room)) return reactor;
    return null;
  }

  reactors(): readonly MediaReactor[] {
    return [...this.#parts.values()].map(({ reactor }) => reactor);
  }

  /** A hint from LiveKit; without a room, LiveKit itself came or went. */
  look(room: string | null): void {
    for (const [id, { reactor }] of this.#parts) if (room === null || isRoomOf(id, room)) reactor.look();
  }

  close(): void {
    for (const { fanOut, links, reactor, deadlines, pace, rings, releases } of this.#parts.values()) {
      fanOut.close();
      links.close();
      reactor.close();
      deadlines.close();
      pace.close();
      rings.close();
      releases.close();
    }
  }
}
