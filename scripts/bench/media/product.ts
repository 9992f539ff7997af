import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Command } from '../../../shared/domain/command.ts';
import { type BridgeId, bridgeIdSchema, type SpeechId, speechIdSchema } from '../../../shared/domain/ids.ts';
import { type Source, sourceSchema } from '../../../shared/domain/onair/onair.ts';
import { snapshotSchema } from '../../../shared/protocol/patch.ts';
import { type BenchConference, createBenchConference } from '../bench-conference.ts';
import { Commander } from '../commander.ts';
import { type BenchServer, invite, type SignedIn, signIn } from '../server-process.ts';
import { openPage, run } from './browser.ts';

const floorSchema = z.object({
  floor: z.object({ queue: z.array(speechIdSchema), onFloor: z.array(speechIdSchema) }),
});
const instant = z.number();
const onairSchema = z.object({
  onair: z.object({
    mode: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('followFloor') }),
      z.object({ kind: z.literal('manual'), source: sourceSchema }),
    ]),
  }),
  bridges: z.object({ centralId: bridgeIdSchema.nullable() }),
});
const HOLD: Source = { kind: 'hold' };
const PITCH = 750;

interface Parts {
  readonly server: BenchServer;
  readonly secretariat: SignedIn;
  readonly conference: BenchConference;
  readonly commander: Commander;
  readonly bridgeId: BridgeId;
  readonly bridge: Page;
  readonly wall: Page;
}

/**
 * The product with real screens: the wall, and the bridge that is next in line again and again. Nobody else is in the
 * room: another hall's work would be done on this machine, which in the field it is not.
 */
export class Product {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async open(browser: Browser, server: BenchServer): Promise<Product> {
    const secretariat = await signIn(server.origin, server.secretariatToken);
    const conference = await createBenchConference(server.origin, secretariat);
    const [, bridgeId] = conference.bridges;
    if (bridgeId === undefined) throw new Error('the conference has too few bridges');
    const open = async (seat: 'wall' | 'operator', pitch: number | null): Promise<Page> => {
      const wish = { seat, bridgeId: seat === 'wall' ? null : bridgeId };
      const { token } = await invite(server, secretariat, conference.id, wish);
      return openScreen(browser, await signIn(server.origin, token), server.origin, pitch);
    };
    const commander = await Commander.open(server.origin, secretariat.cookie);
    const [bridge, wall] = [await open('operator', PITCH), await open('wall', null)];
    const product = new Product({ server, secretariat, conference, commander, bridgeId, bridge, wall });
    await run(wall, 'wall.watch()');
    return product;
  }

  /** What the bridge's connections carry while nobody watches it, in bytes a second over this time. */
  async bytesAtRest(overMs: number): Promise<number> {
    const { bridge } = this.#parts;
    const before = z.number().parse(await run(bridge, 'carriedBytes()'));
    await pause(overMs);
    const after = z.number().parse(await run(bridge, 'carriedBytes()'));
    return ((after - before) * 1_000) / overMs;
  }

  /** The slide is on air and armed: nobody prepares the bridge, and its camera falls idle. */
  async turnAway(): Promise<void> {
    await this.#act({ type: 'armSource', source: HOLD });
    await this.#act({ type: 'takeSource', source: HOLD, expectedProgram: await this.#program() });
    await this.#act({ type: 'armSource', source: HOLD });
  }

  /** Takes the idle bridge, which nobody has armed: milliseconds from the command to its first frame on the wall. */
  async takeUnarmed(): Promise<number> {
    const { wall, bridgeId } = this.#parts;
    await run(wall, 'wall.forget()');
    const picture = run(wall, `wall.firstFrameOf(${JSON.stringify(bridgeId)})`);
    const start = Date.now();
    const taken = this.#act({ type: 'takeSource', source: { kind: 'bridge', bridgeId }, expectedProgram: HOLD });
    const at = instant.parse(await picture);
    await taken;
    await this.#act({ type: 'followFloor' });
    return at - start;
  }

  /** The bridge becomes the next in line; resolves when its picture flows on the wall, unseen. */
  async standInLine(): Promise<void> {
    const { bridgeId, wall } = this.#parts;
    const speaker = { fullName: null, positions: ['Trưởng Ban Tổ chức'] };
    await this.#act({
      type: 'registerSpeech',
      bridgeId,
      kind: 'paper',
      subject: 'Tham luận',
      speaker,
      itemId: null,
      category: null,
      allottedMs: null,
      override: null,
    });
    const selector = `video[data-bridge="${bridgeId}"][data-flowing="true"]`;
    await wall.waitForSelector(selector, { state: 'attached' });
  }

  /** Calls it: milliseconds from the command to its first frame and its first sound on the wall. */
  async call(): Promise<{ readonly pictureMs: number; readonly soundMs: number }> {
    const { wall, bridgeId } = this.#parts;
    const [speechId] = (await this.#floor()).queue;
    if (speechId === undefined) throw new Error('nobody is in line');
    await run(wall, 'wall.forget()');
    const picture = run(wall, `wall.firstFrameOf(${JSON.stringify(bridgeId)})`);
    const sound = run(wall, `wall.firstSound(${PITCH})`);
    const start = Date.now();
    const called = this.#act({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
    const [pictureAt, soundAt] = [instant.parse(await picture), instant.parse(await sound)];
    await called;
    return { pictureMs: pictureAt - start, soundMs: soundAt - start };
  }

  async endSpeech(): Promise<void> {
    const [speechId] = (await this.#floor()).onFloor;
    if (speechId !== undefined) await this.#act({ type: 'endSpeech', speechId });
  }

  async close(): Promise<void> {
    const { wall, bridge, commander } = this.#parts;
    commander.close();
    await Promise.all([wall, bridge].map((page) => page.context().close()));
  }

  async #act(command: Command): Promise<void> {
    await this.#parts.commander.act(this.#parts.conference.id, command);
  }

  async #floor(): Promise<{ readonly queue: readonly SpeechId[]; readonly onFloor: readonly SpeechId[] }> {
    return floorSchema.parse(await this.#state()).floor;
  }

  /** What is on air while nobody has the floor. */
  async #program(): Promise<Source> {
    const { onair, bridges } = onairSchema.parse(await this.#state());
    if (onair.mode.kind === 'manual') return onair.mode.source;
    return bridges.centralId === null ? HOLD : { kind: 'bridge', bridgeId: bridges.centralId };
  }

  async #state(): Promise<unknown> {
    const { server, secretariat, conference } = this.#parts;
    const path = `${server.origin}/api/conferences/${conference.id}/snapshot`;
    const response = await fetch(path, { headers: { cookie: secretariat.cookie } });
    return snapshotSchema.parse(await response.json()).state;
  }
}

async function openScreen(
  browser: Browser,
  { cookie, screen }: SignedIn,
  origin: string,
  pitch: number | null,
): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  const page = await openPage(browser, { pitch, cookie: { name, value, url: origin } });
  await page.goto(`${origin}${screen}`);
  return page;
}
