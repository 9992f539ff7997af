import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath, QUIET_FLAGS } from '../../scripts/chromium.ts';

export interface Devices {
  /** A y4m file that stands for the camera; null: a camera of Chromium's own. */
  readonly camera?: string;
  /** A wav file that stands for the microphone. */
  readonly microphone?: string;
}

interface BrowserWish {
  /** null: the browser has devices, and whoever sits before it refuses them. */
  readonly devices?: Devices | null;
  readonly args?: readonly string[];
  readonly executable?: string;
}

export function launchBrowser({ devices = {}, args = [], executable }: BrowserWish = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: executable ?? chromiumPath(),
    args: [...QUIET_FLAGS, '--use-fake-device-for-media-stream', ...deviceFlags(devices), ...args],
  });
}

function deviceFlags(devices: Devices | null): readonly string[] {
  if (devices === null) return ['--deny-permission-prompts'];
  const { camera, microphone } = devices;
  return [
    '--use-fake-ui-for-media-stream',
    ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`]),
    ...(microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}`]),
  ];
}

/** What a screen did that no screen may do. */
export interface Misdeeds {
  /** Addresses outside the server that were asked for, by request, by socket or as a server for ICE. */
  readonly outside: string[];
  /** Faults that nobody caught, and why the page has loaded itself again. */
  readonly errors: string[];
}

export interface Screen {
  readonly page: Page;
  readonly misdeeds: Misdeeds;
}

interface ScreenWish {
  readonly width?: number;
  readonly height?: number;
  readonly context?: BrowserContext;
}

/** Several screens that are opened at once on a busy machine wait for each other. */
const NAVIGATION_MS = 120_000;

/** Opens the link as a person does, and resolves on the seat's screen. */
export async function openScreen(browser: Browser, link: string, wish: ScreenWish = {}): Promise<Screen> {
  const { width = 640, height = 360 } = wish;
  const context = wish.context ?? (await browser.newContext({ viewport: { width, height } }));
  context.setDefaultNavigationTimeout(NAVIGATION_MS);
  const misdeeds = await watch(context, new URL(link).origin);
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL(/\/c\//);
  return { page, misdeeds };
}

/** What client/sync/reload.ts says: nobody has asked for it. */
const RELOADS = 'page loads itself again';

/** Notes every address outside `origin` that any page of the context asks for. */
export async function watch(context: BrowserContext, origin: string): Promise<Misdeeds> {
  const misdeeds: Misdeeds = { outside: [], errors: [] };
  const own = new URL(origin).host;
  const note = (url: string): void => {
    const { protocol, host } = new URL(url);
    if (!['data:', 'blob:', 'about:'].includes(protocol) && host !== own) misdeeds.outside.push(url);
  };
  const { hostname } = new URL(origin);
  await context.exposeFunction('noteIceServer', (url: string) => {
    if (iceHost(url) !== hostname) misdeeds.outside.push(url);
  });
  await context.addInitScript(reportIceServers);
  context.on('request', (request) => note(request.url()));
  context.on('page', (page) => {
    page.on('websocket', (socket) => note(socket.url()));
    page.on('pageerror', (error) => misdeeds.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.text().startsWith(RELOADS)) misdeeds.errors.push(message.text());
    });
  });
  return misdeeds;
}

/** `stun:host:port?transport=udp`, the host of an IPv6 address in brackets. */
const iceHost = (url: string): string => /^\w+:(\[[^\]]+\]|[^:?]+)/.exec(url)?.[1] ?? url;

/** Runs in the page. A connection that is told of a STUN server asks it, and no request of the page shows it. */
function reportIceServers(): void {
  const note = (window as unknown as { noteIceServer: (url: string) => void }).noteIceServer;
  const report = (configuration: RTCConfiguration | undefined): void => {
    for (const { urls } of configuration?.iceServers ?? []) for (const url of [urls].flat()) note(url);
  };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      report(configuration);
    }
    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration(configuration);
      report(configuration);
    }
  };
}
