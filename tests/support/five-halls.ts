import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Seat } from '../../shared/domain/actor.ts';
import { type Devices, launchBrowser, openScreen, type Screen } from './browser.ts';
import { beepingMicrophone, type Colour, deadMicrophone, solidCamera } from './fake-devices.ts';
import { CENTRAL, HeldConference } from './held-conference.ts';
import { ServerProcess } from './server-process.ts';
import { until } from './until.ts';

export interface Hall {
  readonly name: string;
  readonly colour: Colour;
  /** null: its microphone is plugged in and sends silence. */
  readonly hertz: number | null;
}

/** The central hall and four others, each with a camera of one colour and a microphone of one pitch. */
export const FIVE_HALLS = [
  { name: CENTRAL, colour: 'magenta', hertz: 500 },
  { name: 'An Giang', colour: 'red', hertz: 700 },
  { name: 'Quảng Bình', colour: 'green', hertz: 900 },
  { name: 'Cà Mau', colour: 'blue', hertz: 1_200 },
  { name: 'Lâm Đồng', colour: 'yellow', hertz: 1_600 },
] as const satisfies readonly Hall[];

const CAMERAS_MS = 60_000;

/** A conference that is held in five halls with real media, and whatever else opens a screen in it. */
export class FiveHalls {
  readonly server: ServerProcess;
  readonly held: HeldConference;
  readonly folder: string;
  readonly screens = new Map<string, Screen>();
  readonly #browsers: Browser[] = [];

  private constructor(server: ServerProcess, held: HeldConference, folder: string) {
    this.server = server;
    this.held = held;
    this.folder = folder;
  }

  /** `papers`: who stands in line; all but the central hall unless told. */
  static async open(halls: readonly Hall[] = FIVE_HALLS, papers?: readonly string[]): Promise<FiveHalls> {
    const server = await ServerProcess.start();
    const names = halls.map(({ name }) => name).filter((name) => name !== CENTRAL);
    const held = await HeldConference.open(server, names, papers ?? names);
    await server.untilMedia();
    const all = new FiveHalls(server, held, mkdtempSync(join(tmpdir(), 'diem-cau-halls-')));
    const screens = await Promise.all(halls.map((hall) => all.#join(hall)));
    for (const [index, { name }] of halls.entries()) {
      const screen = screens[index];
      if (screen !== undefined) all.screens.set(name, screen);
    }
    await until('every camera is at the SFU', CAMERAS_MS, async () => {
      const sending = (await held.atSfu()).filter(({ publishes }) => publishes.includes('CAMERA'));
      return sending.length === halls.length;
    });
    return all;
  }

  #join({ name, colour, hertz }: Hall): Promise<Screen> {
    return this.openAt('operator', name, this.devicesOf(colour, hertz));
  }

  devicesOf(colour: Colour, hertz: number | null): Devices {
    const microphone = hertz === null ? deadMicrophone(this.folder) : beepingMicrophone(this.folder, hertz);
    return { camera: solidCamera(this.folder, colour), microphone };
  }

  /** A screen of the seat in a browser of its own. */
  async openAt(
    seat: Seat,
    bridge: string | null,
    devices: Devices = {},
    size = { width: 640, height: 360 },
  ): Promise<Screen> {
    const browser = await this.launch(devices);
    return openScreen(browser, await this.held.link(seat, bridge), size);
  }

  async launch(devices: Devices = {}): Promise<Browser> {
    const browser = await launchBrowser({ devices });
    this.#browsers.push(browser);
    return browser;
  }

  screen(name: string): Screen {
    const found = this.screens.get(name);
    if (found === undefined) throw new Error(`no screen of ${name}`);
    return found;
  }

  async close(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
