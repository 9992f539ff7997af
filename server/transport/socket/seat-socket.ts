import type { Server, Socket } from 'socket.io';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { JournalState } from '../../../shared/protocol/journal-state.ts';
import type { MediaState } from '../../../shared/protocol/media-state.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../../shared/protocol/socket-events.ts';
import type { StreamName } from '../../../shared/protocol/stream.ts';
import type { BridgeLinks } from '../../application/bridge-links.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { LineWatch } from '../../application/line-watch.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import type { GatewayMeters } from '../../observe/meters.ts';
import type { OriginCheck } from '../origins.ts';
import type { Wire } from './wire.ts';

export interface ServerTime {
  readonly now: () => number;
  /** The clock of the machine less the server's own. */
  readonly offsetMs: number;
}

export interface SlowLimits {
  readonly bytes: number;
  /** Something waits, and nothing of it has gone. */
  readonly stillMs: number;
}

export interface GatewayOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  /** What lives beside a conference's desk, as far as a bridge's screen feeds it. */
  readonly partsOf: (conference: ConferenceId) => LineParts | undefined;
  readonly isOwnOrigin: OriginCheck;
  readonly mediaState: () => MediaState;
  readonly journalStateOf: (conference: ConferenceId) => JournalState['state'];
  readonly build: string;
  /** The server's own clock. */
  readonly clock: ServerTime;
  readonly meters: GatewayMeters;
  readonly slowLimits?: SlowLimits;
  readonly onFault: (cause: unknown) => void;
}

export interface LineParts {
  readonly links: BridgeLinks;
  readonly watch: LineWatch;
}

/** A conference that the line has said hello to; `leave` takes it from the bridge's count of screens. */
export interface Visit {
  readonly desk: ConferenceDesk;
  readonly leave: () => void;
}

export interface SocketState {
  session: SeatSession;
  readonly wire: Wire;
  readonly visits: Map<ConferenceId, Visit>;
  telemetryAt: number;
  /** Its hello asked for packed states: a page that takes words more in an answer than the first releases did. */
  isPacked: boolean;
  pointer: { readonly isOn: boolean; readonly at: number };
}

export type SeatSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>;

export type SeatServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>;

export const roomOfStream = (conference: ConferenceId, stream: StreamName): string => `${conference} ${stream}`;
