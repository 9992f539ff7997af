export type PrepareStep = 'searching' | 'downloading' | 'building' | 'starting' | 'restarting';

export type DownReason =
  | 'nothing-to-get-livekit-with'
  | 'go-too-old'
  | 'build-failed'
  | 'does-not-start'
  | 'unreachable';

export type MediaState =
  /** `progress` runs from 0 to 1; null where nothing can be measured. */
  | { readonly state: 'preparing'; readonly step: PrepareStep; readonly progress: number | null }
  | { readonly state: 'ready' }
  | { readonly state: 'down'; readonly reason: DownReason; readonly detail: string };

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
