import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Seat } from '../../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { type BenchServer, startServer } from '../../bench/server-process.ts';
import { DESK, launch } from '../../screenshots/pages.ts';
import { Secretary } from '../../screenshots/secretary.ts';
import { CENTRAL, DETAILS } from '../desk/plain-conference.ts';

const HALLS = ['An Giang', 'Quảng Bình', 'Cà Mau', 'Lạng Sơn'] as const;
const MINUTE_MS = 60_000;

export interface Seated {
  readonly seat: Seat;
  readonly page: Page;
  /** Where its link has led: the screen it comes back to. */
  readonly home: string;
}

/** Everything that a chaotic day needs: the server, a live conference, those who press and those who only look. */
export interface ChaosHall {
  readonly secretary: Secretary;
  readonly hands: readonly Seated[];
  readonly watchers: readonly Seated[];
  readonly journal: string;
  /** Faults that a page did not catch, dialogs it opened, addresses outside that it asked for. */
  readonly misdeeds: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openChaosHall(): Promise<ChaosHall> {
  const server = await startServer({ media: false });
  const browser = await launch().catch(async (cause: unknown) => {
    await server.close();
    throw cause;
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  try {
    return { ...(await seatAll(server, browser)), journal: join(server.dataDir, 'journal.sqlite'), close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function seatAll(server: BenchServer, browser: Browser): Promise<Omit<ChaosHall, 'journal' | 'close'>> {
  const secretary = await Secretary.signIn(`${server.origin}/join#${server.secretariatToken}`, 'chaos');
  const [central, first, second] = await holdConference(secretary);
  const misdeeds: string[] = [];
  const sit = async (seat: Seat, bridgeId: BridgeId | null = null): Promise<Seated> => {
    const context = await browser.newContext({ viewport: DESK, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    await watch(context, { seat, origin: server.origin, misdeeds });
    const page = await context.newPage();
    await page.goto(await secretary.link(seat, bridgeId));
    await page.waitForURL(/\/c\//);
    return { seat, page, home: page.url() };
  };
  const hands: Seated[] = [];
  for (const seat of ['moderator', 'chair', 'director', 'announcer'] as const) hands.push(await sit(seat));
  hands.push(await sit('operator', first), await sit('kiosk', second));
  const watchers = [await sit('wall'), await sit('wall'), await sit('chair'), await sit('operator', central)];
  return { secretary, hands, watchers, misdeeds };
}

interface Watched {
  readonly seat: Seat;
  readonly origin: string;
  readonly misdeeds: string[];
}

async function watch(context: BrowserContext, { seat, origin, misdeeds }: Watched): Promise<void> {
  // A printer's window would stand before everything else until somebody closes it.
  await context.addInitScript('window.print = () => undefined;');
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:'].includes(url.protocol) && url.origin !== origin)
      misdeeds.push(`${seat}: asked ${url.href}`);
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => misdeeds.push(`${seat}: ${error.stack ?? String(error)}`));
    page.on('dialog', (dialog) => {
      misdeeds.push(`${seat}: the browser itself asked: ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
  });
}

/** Live, with a programme of three items and a paper of each hall in the line; the ids of the first three bridges. */
async function holdConference(secretary: Secretary): Promise<readonly [BridgeId, BridgeId, BridgeId]> {
  await secretary.must({ type: 'createConference', details: DETAILS });
  await secretary.must({ type: 'addBridges', bridges: ['Trung ương', ...HALLS].map(bridge) });
  for (const [index, title] of ['Khai mạc', 'Thảo luận', 'Bế mạc'].entries()) {
    const span = { lock: 'duration', durationMs: 10 * MINUTE_MS } as const;
    const start = Date.now() + index * 10 * MINUTE_MS;
    const plan = { row: 'item', kind: 'discussion', title, start, soft: index > 0, span } as const;
    await secretary.must({ type: 'addAgendaItems', items: [{ plan, presenter: null }], beforeItemId: null });
  }
  const bridges = bridgesInOrder((await secretary.state()).bridges).map(({ bridgeId }) => bridgeId);
  for (const bridgeId of bridges.slice(1)) {
    await secretary.must({ ...PAPER, bridgeId, speaker: { fullName: null, positions: ['Trưởng Ban Tổ chức'] } });
    await secretary.must({ type: 'registerDelegates', bridgeId, delegates: [DELEGATE] });
  }
  await secretary.must({ type: 'startPreparation' });
  await secretary.must({ type: 'openConference' });
  const itemId = (await secretary.state()).agenda.items[0]?.itemId;
  if (itemId !== undefined)
    await secretary.must({ type: 'startAgendaItem', itemId, expectedLive: null, accepting: [] });
  const [central, first, second] = bridges;
  if (central === undefined || first === undefined || second === undefined) throw new Error('the halls are missing');
  return [central, first, second];
}

const PAPER = {
  type: 'registerSpeech',
  kind: 'paper',
  subject: 'Tham luận',
  itemId: null,
  category: null,
  allottedMs: 7 * MINUTE_MS,
  override: null,
} as const;

const DELEGATE = {
  fullName: 'Nguyễn Văn An',
  positions: ['Ủy viên'],
  category: 'Đại biểu chính thức',
  homeUnit: 'Ban Tổ chức',
  delegation: 'Đoàn địa phương',
  role: null,
  seat: null,
  number: null,
};

const bridge = (shortName: string, index: number) => ({
  ...CENTRAL,
  name: `Điểm cầu ${shortName}`,
  shortName,
  central: index === 0,
});
