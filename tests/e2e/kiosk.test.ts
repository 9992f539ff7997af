import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { qrCamera } from '../../scripts/screenshots/qr-camera.ts';
import { CROCKFORD } from '../../shared/base/short-id.ts';
import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import { type DelegatePage, delegatePageSchema } from '../../shared/protocol/http.ts';
import { launchBrowser, openScreen } from '../support/browser.ts';
import { HeldConference } from '../support/held-conference.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/**
 * The tablet at the door of An Giang. Before its camera: a badge of An Giang, one of Cà Mau, one that nobody made, and
 * the first again; then a code is typed while the line is down, and the page is loaded anew before it is back.
 */
const SOON = 30_000;
const HALLS = ['An Giang', 'Cà Mau'];
const words = text.kiosk.door;

type Listed = DelegatePage['delegates'][number];

let server: ServerProcess;
let held: HeldConference;
let browser: Browser;
let door: Page;
let folder: string;
const listed = new Map<string, readonly Listed[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-kiosk-'));
  server = await ServerProcess.start();
  held = await HeldConference.found(server, HALLS);
  for (const hall of HALLS) {
    const delegates = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hữu Châu'].map((fullName) => person(fullName, hall));
    await held.must({ type: 'registerDelegates', bridgeId: held.bridge(hall), delegates });
    listed.set(hall, await rollOf(hall));
  }
  await held.must({ type: 'startPreparation' });
  const nobody = `DC:${CROCKFORD.slice(0, 16)}`;
  const film = [badgeOf('An Giang', 0), '', badgeOf('Cà Mau', 0), '', nobody, ''];
  browser = await launchBrowser({ devices: { camera: qrCamera(folder, film) } });
  const link = await held.link('kiosk', 'An Giang');
  door = (await openScreen(browser, link, { width: 1_024, height: 768 })).page;
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const person = (fullName: string, hall: string) => ({
  fullName,
  positions: ['Trưởng Ban Tổ chức Tỉnh ủy'],
  category: 'Lãnh đạo',
  homeUnit: hall,
  delegation: hall,
  role: null,
  seat: null,
  number: null,
});

async function rollOf(hall: string): Promise<readonly Listed[]> {
  const path = `/api/conferences/${held.id}/delegates?bridge=${held.bridge(hall)}&limit=50`;
  const { cookie } = held.secretariat;
  return (await held.secretariat.http.ask(delegatePageSchema, { method: 'GET', path, cookie })).delegates;
}

const delegateAt = (hall: string, place: number): Listed => {
  const found = listed.get(hall)?.[place];
  if (found === undefined) throw new Error(`nobody stands at ${place} of ${hall}`);
  return found;
};

const badgeOf = (hall: string, place: number): string => `DC:${delegateAt(hall, place).badge}`;

const said = (word: string) => door.getByRole('status').getByText(word, { exact: true }).waitFor({ timeout: SOON });

const presentAt = async (hall: string): Promise<number> =>
  marksOf(attendanceOf((await held.state()).attendance, held.bridge(hall))).present;

/** The facts of the journal about one delegate, as it stands on the disk. */
function checkIns({ delegateId }: Listed): number {
  const db = new Sqlite(join(server.dataDir, 'journal.sqlite'), { readonly: true });
  const count = db
    .prepare(`SELECT count(*) FROM event WHERE type = 'delegateCheckedIn' AND body ->> 'delegateId' = ?`)
    .pluck()
    .get(delegateId);
  db.close();
  return Number(count);
}

test('[KSK40] a badge before the camera checks in; the wrong hall, an unknown code and a second scan are said at once', async () => {
  await said(words.checkedIn);
  await until('the server has it', SOON, async () => (await presentAt('An Giang')) === 1);
  const [row] = (await rollOf('An Giang')).filter(
    ({ delegateId }) => delegateId === delegateAt('An Giang', 0).delegateId,
  );
  expect(row).toMatchObject({ mark: 'present', way: 'badge' });
  await said(words.wrongBridge);
  await door.getByText(words.goTo('Điểm cầu Cà Mau')).waitFor({ timeout: SOON });
  await said(words.unknown);
  await said(words.already);
  expect(await presentAt('Cà Mau')).toBe(0);
  expect(checkIns(delegateAt('An Giang', 0))).toBe(1);
}, 120_000);

test('[KSK41] without a line the door goes on; what it noted outlives a reload and is sent once', async () => {
  const second = delegateAt('An Giang', 1);
  await server.end('SIGKILL');
  await door.getByText(words.offlineNone).waitFor({ timeout: SOON });
  await typeCode(second.badge ?? '');
  await said(words.checkedIn);
  await door.getByText(words.kept).waitFor({ timeout: SOON });
  await door.getByText(words.offline('1')).waitFor({ timeout: SOON });
  await server.startAgain();
  await door.reload();
  await until('it is sent', SOON, async () => (await presentAt('An Giang')) === 2);
  expect(checkIns(second)).toBe(1);
}, 120_000);

async function typeCode(badge: string): Promise<void> {
  await door.getByLabel(words.code).fill(badge.toLowerCase());
  await door.getByRole('button', { name: words.enter }).click();
}
