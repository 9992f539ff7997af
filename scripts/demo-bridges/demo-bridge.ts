import { randomUUID } from 'node:crypto';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { type Device, deviceSchema } from '../../shared/domain/lines/device.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { type MediaToken, mediaTokenSchema } from '../../shared/protocol/http.ts';
import type { MediaState } from '../../shared/protocol/media-state.ts';
import { ConferenceLine } from './conference-line.ts';
import { operate } from './operator.ts';
import type { ServerHttp, SignedIn } from './server-http.ts';
import type { SignallingRelay } from './signalling-relay.ts';
import { StageVisit } from './stage-visit.ts';
import { PICTURE, TestPicture } from './test-picture.ts';
import { demoLines } from './text.ts';
import { pitchOf, toneLevel } from './tone.ts';

export interface DemoBridgeOptions {
  readonly http: ServerHttp;
  readonly relay: SignallingRelay;
  readonly conference: ConferenceId;
  readonly bridge: Bridge;
  /** The place in the row of simulated bridges: it gives the colour, the pitch and the temper. */
  readonly index: number;
  readonly operator: SignedIn;
  readonly say: (line: string) => void;
}

export interface DemoBridge {
  close(): Promise<void>;
}

const TELEMETRY_MS = 1_000;
/** Every third hall likes to speak. */
const ASKS_EVERY = 3;

/** One bridge as the server sees it: an operator's screen on the line and a machine with camera in the room. */
export function startDemoBridge(options: DemoBridgeOptions): DemoBridge {
  const { http, conference, bridge, index, operator, say } = options;
  const closing = new AbortController();
  const device = deviceSchema.parse(`hall-${randomUUID().slice(0, 8)}`);
  let told = false;
  const visit = new StageVisit({
    entrance: entranceOf(options, device),
    picture: new TestPicture(bridge.name, index),
    pitch: pitchOf(index),
    onJoined: () => {
      if (!told) say(demoLines.joined(bridge.name));
      told = true;
    },
  });
  const line: ConferenceLine = new ConferenceLine({
    origin: http.origin,
    ca: http.ca,
    cookie: operator.cookie,
    conference,
    stream: 'public',
    onState: () => visit.call(openMicrophones(line.state).includes(bridge.bridgeId)),
    onMediaState: (state: MediaState) => {
      if (state.state === 'ready') visit.startOver();
    },
    onSignedOut: () => {
      say(demoLines.revoked(bridge.name));
      void close();
    },
  });
  const telemetry = setInterval(() => void reportTelemetry(line, visit, device), TELEMETRY_MS);
  const asks = index % ASKS_EVERY === ASKS_EVERY - 1;
  const working = operate({ http, cookie: operator.cookie, conference, bridge, line, asks }, closing.signal);
  const close = async (): Promise<void> => {
    closing.abort();
    clearInterval(telemetry);
    line.close();
    await Promise.all([visit.close(), working]);
  };
  return { close };
}

function entranceOf({ http, relay, conference, operator }: DemoBridgeOptions, device: Device) {
  const question = {
    method: 'POST',
    path: `/api/conferences/${conference}/media-token`,
    cookie: operator.cookie,
    body: { device },
  } as const;
  let url: string | null = null;
  return async () => {
    const { path, token }: MediaToken = await http.ask(mediaTokenSchema, question);
    url ??= relay.urlFor(operator.cookie, path);
    return { url, token };
  };
}

/** What was measured, and nothing made up: the line to the server, and the picture that is drawn here. */
async function reportTelemetry(line: ConferenceLine, visit: StageVisit, device: Device): Promise<void> {
  const clock = await line.askClock();
  const { isConnected, isHeard } = visit;
  const { width, height, framesPerSecond } = PICTURE;
  line.sendTelemetry({
    camera: isConnected ? 'live' : 'off',
    microphone: isHeard ? 'live' : 'ready',
    level: isHeard ? toneLevel : 0,
    media: isConnected ? 'connected' : 'reconnecting',
    device,
    picture: isConnected ? 'moving' : 'none',
    figures: { ...UNMEASURED, width, height, framesPerSecond, roundTripMs: clock?.roundTripMs ?? null },
    transport: null,
    clockOffsetMs: clock?.offsetMs ?? null,
    reception: 'full',
  });
}

const UNMEASURED = {
  upKbps: null,
  downKbps: null,
  lossUp: null,
  lossDown: null,
  jitterMs: null,
  freezes: null,
};
