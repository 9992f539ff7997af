import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, openScreen, type Screen } from './browser.ts';
import { beepingMicrophone, solidCamera } from './fake-devices.ts';
import { HeldConference } from './held-conference.ts';
import { SecondNetwork } from './second-network.ts';
import { ServerProcess } from './server-process.ts';
import { trusting } from './tls-trust.ts';
import { until } from './until.ts';

export const HALL = 'An Giang';
export const COLOUR = 'yellow';
export const HERTZ = 700;
const JOIN_MS = 45_000;

/** The server on the cable to a network of its own, and a conference on it. */
export interface CableConference {
  readonly network: SecondNetwork;
  readonly server: ServerProcess;
  readonly held: HeldConference;
  readonly close: () => Promise<void>;
}

export async function openOverCable(
  halls: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CableConference> {
  const network = SecondNetwork.open();
  let server: ServerProcess | null = null;
  const close = async (): Promise<void> => {
    await server?.close();
    network.close();
  };
  try {
    server = await ServerProcess.start({ HOST: network.serverAddress, ...env });
    return { network, server, held: await HeldConference.open(server, halls), close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** One hall that reaches the server over its cable with picture and sound; a wall stands beside the server. */
export interface HallOverCable extends CableConference {
  readonly wall: Screen;
  readonly bridge: Screen;
}

export async function openHallOverCable(): Promise<HallOverCable> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-cable-'));
  const browsers: Browser[] = [];
  const conference = await openOverCable([HALL]);
  const { network, server, held } = conference;
  const close = async (): Promise<void> => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await conference.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const args = [trusting(server)];
  const devices = { camera: solidCamera(folder, COLOUR), microphone: beepingMicrophone(folder, HERTZ) };
  const screenIn = async (wish: Parameters<typeof launchBrowser>[0], link: string): Promise<Screen> => {
    const browser = await launchBrowser({ args, ...wish });
    browsers.push(browser);
    return openScreen(browser, link);
  };
  try {
    await server.untilMedia();
    const [wall, bridge] = await Promise.all([
      screenIn({}, await held.link('wall')),
      screenIn({ devices, executable: network.chromiumThere(folder) }, await held.link('operator', HALL)),
    ]);
    await until('the hall is on the line', JOIN_MS, async () => (await held.onLine()).includes(HALL));
    return { ...conference, wall, bridge, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
