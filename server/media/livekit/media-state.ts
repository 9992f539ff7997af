import type { MediaState as AnnouncedState } from '../../../shared/protocol/media-state.ts';

/** As it is announced, and why it is down: the detail names folders and commands, and is for the log alone. */
export type MediaState =
  | Exclude<AnnouncedState, { state: 'down' }>
  | (Extract<AnnouncedState, { state: 'down' }> & { readonly detail: string });

/** Steps of the preparation and reasons of its failure, by the names that travel. */
export type PrepareStep = Extract<MediaState, { state: 'preparing' }>['step'];
export type DownReason = Extract<MediaState, { state: 'down' }>['reason'];

export interface LiveKitEndpoint {
  /** Signalling and server API, for example http://127.0.0.1:7880. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export interface LiveKitServer {
  state(): MediaState;
  /** Null until LiveKit was ready for the first time; keys stay the same from then on, `state` says whether it answers. */
  endpoint(): LiveKitEndpoint | null;
  onState(listener: (state: MediaState) => void): () => void;
  /** Ends a download, a build and the child, even while participants are connected. */
  close(): Promise<void>;
}

export interface LiveKitOptions {
  /** A LiveKit that somebody else runs: no child, only its health is watched. */
  readonly external: LiveKitEndpoint | null;
  readonly cacheDir: string;
  /** Belongs to one server alone: holds the configuration with its secret, and the child's pid. */
  readonly runDir: string;
  /** The address that bridges send media to. */
  readonly nodeIp: string;
  readonly loopbackOnly: boolean;
  /** Null picks a free port. */
  readonly udpPort: number | null;
  readonly tcpPort: number | null;
  readonly webhookUrl: string;
  readonly log: (line: string) => void;
}
