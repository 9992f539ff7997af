import type { Socket } from 'socket.io';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { MediaState } from '../../../shared/protocol/media-state.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../../shared/protocol/socket-events.ts';
import type { StreamName } from '../../../shared/protocol/stream.ts';
import type { BridgeLinks } from '../../application/bridge-links.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { LineWatch } from '../../application/line-watch.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import type { OriginCheck } from '../origins.ts';

export interface GatewayOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  /** What lives beside a conference's desk, as far as a bridge's screen feeds it. */
  readonly partsOf: (conference: ConferenceId) => LineParts | undefined;
  readonly isOwnOrigin: OriginCheck;
  readonly mediaState: () => MediaState;
  readonly build: string;
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
  readonly visits: Map<ConferenceId, Visit>;
  telemetryAt: number;
  pointer: { readonly isOn: boolean; readonly at: number };
}

export type SeatSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>;

export const roomOfStream = (conference: ConferenceId, stream: StreamName): string => `${conference} ${stream}`;
