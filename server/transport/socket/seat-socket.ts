import type { Socket } from 'socket.io';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { MediaState } from '../../../shared/protocol/media-state.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../../shared/protocol/socket-events.ts';
import type { StreamName } from '../../../shared/protocol/stream.ts';
import type { BridgeLinks } from '../../application/bridge-links.ts';
import type { Desks } from '../../application/desks.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import type { OriginCheck } from '../origins.ts';

export interface GatewayOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly linksOf: (conference: ConferenceId) => BridgeLinks | undefined;
  readonly isOwnOrigin: OriginCheck;
  readonly mediaState: () => MediaState;
  readonly build: string;
  readonly onFault: (cause: unknown) => void;
}

export interface SocketState {
  session: SeatSession;
  /** The conferences that it has said hello to; each leaves there the bridge's count of screens. */
  readonly visits: Map<ConferenceId, () => void>;
  telemetryAt: number;
}

export type SeatSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>;

export const roomOfStream = (conference: ConferenceId, stream: StreamName): string => `${conference} ${stream}`;
