import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Command } from '../../../shared/domain/command.ts';
import { type BridgeId, type SpeechId, speechIdSchema } from '../../../shared/domain/ids.ts';
import { snapshotSchema } from '../../../shared/protocol/patch.ts';
import { type BenchConference, createBenchConference } from '../bench-conference.ts';
import { Commander } from '../commander.ts';
import { type BenchServer, invite, type SignedIn, signIn } from '../server-process.ts';
import { openPage, run } from './browser.ts';

const floorSchema = z.object({
  floor: z.object({ queue: z.array(speechIdSchema), onFloor: speechIdSchema.nullable() }),
});
const instant = z.number();
const WALL = { seat: 'wall', bridgeId: null } as const;

/** A bridge and what its microphone hears. */
interface Hall {
  readonly bridgeId: BridgeId;
  readonly pitch: number;
}

interface Parts {
  readonly server: BenchServer;
  readonly secretariat: SignedIn;
  readonly conference: BenchConference;
  readonly commander: Commander;
  readonly wall: Page;
  readonly bridges: readonly Page[];
}

/** The product with real screens: a wall, and two bridges that are called in turn. */
export class Product {
  readonly #parts: Parts;
  /** The bridge on the floor, after the first call, and the next in line. */
  #speaker: Hall;
  #next: Hall;

  private constructor(parts: Parts, speaker: Hall, next: Hall) {
    this.#parts = parts;
    this.#speaker = speaker;
    this.#next = next;
  }

  static async open(browser: Browser, server: BenchServer): Promise<Product> {
    const secretariat = await signIn(server.origin, server.secretariatToken);
    const conference = await createBenchConference(server.origin, secretariat);
    const commander = await Commander.open(server.origin, secretariat.cookie);
    const [first, second] = [hallOf(conference, 1, 750), hallOf(conference, 2, 1_500)];
    const open = async (hall: Hall | null) => {
      const wish = hall === null ? WALL : { seat: 'operator' as const, bridgeId: hall.bridgeId };
      const { token } = await invite(server, secretariat, conference.id, wish);
      return openScreen(browser, server.origin, await signIn(server.origin, token), hall?.pitch);
    };
    const bridges = [await open(first), await open(second)];
    const parts = { server, secretariat, conference, commander, wall: await open(null), bridges };
    const product = new Product(parts, second, first);
    await product.#begin();
    return product;
  }

  /** The wall goes to the hold slide: nothing but the armed picture flows. */
  async rest(): Promise<void> {
    const expectedProgram = { kind: 'bridge', bridgeId: this.#speaker.bridgeId } as const;
    await this.#act({ type: 'takeSource', source: { kind: 'hold' }, expectedProgram });
  }

  /** The wall shows again who has the floor. */
  async resume(): Promise<void> {
    await this.#act({ type: 'followFloor' });
  }

  /** Calls the next in line: milliseconds from the command to its first frame and its first sound on the wall. */
  async call(): Promise<{ readonly pictureMs: number; readonly soundMs: number }> {
    const { wall } = this.#parts;
    const { bridgeId, pitch } = this.#next;
    const { queue, onFloor } = await this.#floor();
    const [speechId] = queue;
    if (speechId === undefined) throw new Error('nobody is in line');
    await this.#untilPrepared();
    await run(wall, 'wall.forget()');
    const picture = run(wall, `wall.firstFrameOf(${JSON.stringify(bridgeId)})`);
    const sound = run(wall, `wall.firstSound(${pitch})`);
    const start = Date.now();
    const called = this.#act({ type: 'callSpeaker', speechId, expectedOnFloor: onFloor });
    const [pictureAt, soundAt] = [instant.parse(await picture), instant.parse(await sound)];
    await called;
    [this.#speaker, this.#next] = [this.#next, this.#speaker];
    await this.#register(this.#next);
    return { pictureMs: pictureAt - start, soundMs: soundAt - start };
  }

  async close(): Promise<void> {
    const { wall, bridges, commander } = this.#parts;
    commander.close();
    await Promise.all([wall, ...bridges].map((page) => page.context().close()));
  }

  async #begin(): Promise<void> {
    const { wall } = this.#parts;
    await this.#register(this.#next);
    await run(wall, 'wall.watch()');
    await this.#untilPrepared();
  }

  /** The next in line flows on the wall, unseen. */
  async #untilPrepared(): Promise<void> {
    const selector = `video[data-bridge="${this.#next.bridgeId}"][data-flowing="true"]`;
    await this.#parts.wall.waitForSelector(selector, { state: 'attached' });
  }

  async #register({ bridgeId }: Hall): Promise<void> {
    const speaker = { fullName: null, positions: ['Trưởng Ban Tổ chức'] };
    await this.#act({ type: 'registerPaper', bridgeId, subject: 'Tham luận', speaker, allottedMs: 420_000 });
  }

  async #act(command: Command): Promise<void> {
    await this.#parts.commander.act(this.#parts.conference.id, command);
  }

  async #floor(): Promise<{ readonly queue: readonly SpeechId[]; readonly onFloor: SpeechId | null }> {
    const { server, secretariat, conference } = this.#parts;
    const path = `${server.origin}/api/conferences/${conference.id}/snapshot`;
    const response = await fetch(path, { headers: { cookie: secretariat.cookie } });
    return floorSchema.parse(snapshotSchema.parse(await response.json()).state).floor;
  }
}

function hallOf({ bridges }: BenchConference, index: number, pitch: number): Hall {
  const bridgeId = bridges[index];
  if (bridgeId === undefined) throw new Error('the conference has too few bridges');
  return { bridgeId, pitch };
}

async function openScreen(
  browser: Browser,
  origin: string,
  { cookie, screen }: SignedIn,
  pitch: number | undefined,
): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  const sound = pitch === undefined ? {} : { pitch };
  const page = await openPage(browser, { ...sound, cookie: { name, value, url: origin } });
  await page.goto(`${origin}${screen}`);
  return page;
}
