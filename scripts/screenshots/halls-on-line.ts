import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { CHECK_POINTS, type LineFigures } from '../../shared/domain/lines/line.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { ConferenceLine } from '../demo-bridges/conference-line.ts';
import { ServerHttp } from '../demo-bridges/server-http.ts';
import type { Secretary } from './secretary.ts';

const EVERY_MS = 1_000;
const AT_ONCE = 4;

const FIGURES: LineFigures = {
  upKbps: 1_850,
  downKbps: 2_300,
  lossUp: 0,
  lossDown: 0.1,
  jitterMs: 5,
  roundTripMs: 34,
  width: 1_280,
  height: 720,
  framesPerSecond: 25,
  freezes: 0,
};

/** What is odd about a hall's line; nothing: it is in order. */
export interface Oddity {
  readonly figures?: Partial<LineFigures>;
  readonly telemetry?: Partial<Telemetry>;
}

/** A hall's machine on the control line, which measures, and has no pictures. */
export class HallOnLine {
  readonly bridge: Bridge;
  readonly #line: ConferenceLine;
  readonly #timer: NodeJS.Timeout;

  private constructor(bridge: Bridge, line: ConferenceLine, oddity: Oddity) {
    this.bridge = bridge;
    this.#line = line;
    const device = deviceSchema.parse(`hall-${bridge.order}`);
    this.#timer = setInterval(() => line.sendTelemetry(measured(bridge, device, oddity)), EVERY_MS);
  }

  /** Several at a time: a small machine signs nobody in any faster when all ask at once. */
  static async join(
    secretary: Secretary,
    bridges: readonly Bridge[],
    oddityOf: (bridge: Bridge, place: number) => Oddity,
  ): Promise<readonly HallOnLine[]> {
    const joined: HallOnLine[] = [];
    const waiting = bridges.entries();
    const lane = async (): Promise<void> => {
      for (const [place, bridge] of waiting) {
        joined.push(await HallOnLine.#joinOne(secretary, bridge, oddityOf(bridge, place)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return joined;
  }

  static async #joinOne(secretary: Secretary, bridge: Bridge, oddity: Oddity): Promise<HallOnLine> {
    const { origin, hash } = new URL(await secretary.link('operator', bridge.bridgeId));
    const { cookie } = await new ServerHttp(origin, undefined).signIn(hash.slice(1));
    const line = new ConferenceLine({
      origin,
      ca: undefined,
      cookie,
      conference: secretary.conference,
      stream: 'public',
      onState: () => undefined,
      onMediaState: () => undefined,
      onSignedOut: () => undefined,
    });
    return new HallOnLine(bridge, line, oddity);
  }

  /** What the people in the hall say to all that they are asked. */
  async saysYes(): Promise<void> {
    const { bridgeId } = this.bridge;
    for (const point of CHECK_POINTS) {
      await this.#line.send({ type: 'answerCheckPoint', bridgeId, side: 'bridge', point, yes: true });
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#line.close();
  }
}

/** No two halls are equally loud, nor equally far. */
function measured({ order }: Bridge, device: Telemetry['device'], { figures, telemetry }: Oddity): Telemetry {
  return {
    camera: 'live',
    microphone: 'ready',
    level: 0.08 + ((order * 37) % 40) / 100,
    media: 'connected',
    device,
    picture: 'moving',
    figures: { ...FIGURES, roundTripMs: 18 + ((order * 13) % 60), ...figures },
    transport: 'udp',
    clockOffsetMs: (order * 7) % 40,
    reception: 'full',
    ...telemetry,
  };
}
