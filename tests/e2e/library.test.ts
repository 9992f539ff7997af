import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { releaseOf, type StoredDocument } from '../../shared/domain/documents/document.ts';
import { queuedSpeeches, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { launchBrowser, openScreen } from '../support/browser.ts';
import { HeldConference } from '../support/held-conference.ts';
import { picture } from '../support/image-files.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { officeFile } from '../support/office-files.ts';
import { slidesPdf } from '../support/pdf-files.ts';
import { ServerProcess } from '../support/server-process.ts';

const SOON = { timeout: 20_000 };
const words = text.library;

let server: ServerProcess;
let held: HeldConference;
let browser: Browser;
let desk: Page;
const misdeeds: { readonly errors: readonly string[] }[] = [];

beforeAll(async () => {
  server = await ServerProcess.start(NO_MEDIA);
  held = await HeldConference.open(server, ['An Giang', 'Cà Mau']);
  browser = await launchBrowser();
  desk = await screen('secretariat', null, { width: 1_440, height: 900 });
  await desk.goto(`${server.origin}/c/${held.id}/library`);
  await desk.getByRole('heading', { name: words.title }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Wish = Parameters<typeof openScreen>[2];
async function screen(seat: 'secretariat' | 'wall' | 'operator', hall: string | null, wish: Wish): Promise<Page> {
  const opened = await openScreen(browser, await held.link(seat, hall), wish);
  misdeeds.push(opened.misdeeds);
  return opened.page;
}

const stored = async (name: string): Promise<StoredDocument | undefined> =>
  (await held.state()).documents.list.find(({ file }) => file.name === name);

interface Sent {
  readonly name: string;
  readonly buffer: Buffer;
}

const upload = (page: Page, files: readonly Sent[]): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));

const row = (title: string) => desk.locator('.library-row', { hasText: title });

test('[LIB40] files are sent from the screen, several at once; one that is not what it says is refused in words', async () => {
  await upload(desk, [
    { name: 'Tham luận An Giang.pdf', buffer: slidesPdf(3) },
    { name: 'Số liệu.xlsx', buffer: officeFile('xlsx') },
    { name: 'Toàn cảnh.png', buffer: picture('image/png') },
    { name: 'giả.docx', buffer: picture('image/jpeg') },
  ]);
  for (const name of ['Tham luận An Giang.pdf', 'Số liệu.xlsx', 'Toàn cảnh.png']) await row(name).waitFor(SOON);
  await desk.getByRole('alert').filter({ hasText: text.documents.reasons['not-what-its-name-says'] }).waitFor(SOON);
  expect((await held.state()).documents.list).toHaveLength(3);
  const size = await desk.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(size).toEqual([1_440, 900]);
});

test('[LIB41] a paper that is attached to an entry is on the wall when the entry is called', async () => {
  await row('Tham luận An Giang.pdf').getByRole('button').click();
  const pane = desk.locator('.library-pane');
  await pane.locator('img').waitFor();
  await expect
    .poll(() => pane.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth), SOON)
    .toBeGreaterThan(1_000);
  const entry = queuedSpeeches((await held.state()).floor)[0];
  if (entry === undefined) throw new Error('nobody waits');
  await pane.getByLabel(text.documents.hall.paper).selectOption(entry.speechId);
  await expect.poll(async () => (await stored('Tham luận An Giang.pdf'))?.speechId, SOON).toBe(entry.speechId);
  await row('Tham luận An Giang.pdf').getByText(words.marks.paper('An Giang'), { exact: true }).waitFor();

  const wall = await screen('wall', null, { width: 1_280, height: 720 });
  expect(await wall.locator('.picture-page').count()).toBe(0);
  const expectedOnFloor = speechOnFloor((await held.state()).floor)?.speechId ?? null;
  await held.must({
    type: 'callSpeaker',
    speechId: entry.speechId,
    expectedOnFloor,
    accepting: ['bridge-lost', 'bridge-absent'],
  });
  const page = wall.locator('.picture-page[data-page="1"] img');
  await page.waitFor(SOON);
  expect(await page.getAttribute('src')).toContain((await stored('Tham luận An Giang.pdf'))?.file.documentId);
  const box = await page.boundingBox();
  expect(box?.width ?? 0).toBeGreaterThan(600);
  await wall.close();
});

test('[LIB42] what is given out to a bridge appears on its screen, is read there, and goes when it is taken back', async () => {
  const anGiang = await screen('operator', 'An Giang', { width: 1_920, height: 1_080 });
  const caMau = await screen('operator', 'Cà Mau', { width: 1_920, height: 1_080 });
  await anGiang.locator('.bridge-queue').waitFor();
  await caMau.locator('.bridge-queue').waitFor();
  await row('Toàn cảnh.png').getByRole('button').click();
  const pane = desk.locator('.library-pane');
  await pane.getByLabel(words.about.name).fill('Ảnh toàn cảnh hội trường');
  await pane.getByLabel(words.about.watermark).check();
  await pane.getByRole('button', { name: words.about.keep }).click();
  await row('Ảnh toàn cảnh hội trường').getByText(words.marks.watermark).waitFor(SOON);
  await pane.getByLabel(words.release.to).selectOption({ label: words.release.someBridges });
  await pane.getByRole('checkbox', { name: 'Cà Mau' }).check();
  await pane.getByRole('button', { name: words.release.now }).click();

  await caMau.getByRole('button', { name: text.documents.hall.press('1') }).click(SOON);
  await caMau.getByRole('button', { name: text.documents.hall.readNamed('Ảnh toàn cảnh hội trường') }).click();
  const image = caMau.locator('.documents-preview img');
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth), SOON).toBe(400);
  expect(await caMau.getByText(text.documents.hall.download).count()).toBe(0);
  expect(await anGiang.locator('.hall-documents').count()).toBe(0);
  await row('Ảnh toàn cảnh hội trường').getByText(words.opened('1', '1')).waitFor({ timeout: 30_000 });

  await pane.getByRole('button', { name: words.release.withdraw }).click();
  await expect.poll(() => caMau.locator('.hall-documents').count(), SOON).toBe(0);
});

test('[LIB43] a time is set on the screen, and the document goes out by itself when it has come', async () => {
  await row('Số liệu.xlsx').getByRole('button').click();
  const pane = desk.locator('.library-pane');
  const later = pane.getByRole('button', { name: words.release.later });
  await pane.getByLabel(words.release.time).fill('25:99');
  await pane.getByText(words.release.badTime).waitFor();
  expect(await later.isDisabled()).toBe(true);
  await pane.getByLabel(words.release.date).fill('30/12/2099');
  await pane.getByLabel(words.release.time).fill('14:30');
  await later.click();
  await row('Số liệu.xlsx').getByText(words.marks.scheduled('14:30')).waitFor(SOON);
  const scheduled = (await stored('Số liệu.xlsx'))?.scheduled;
  expect(scheduled).toEqual({ to: { kind: 'delegates' }, at: Date.UTC(2099, 11, 30, 7, 30) });
  const { documentId } = (await stored('Số liệu.xlsx'))?.file ?? {};
  if (documentId === undefined) throw new Error('no document');
  const soon = Date.now() + 3_000;
  await held.must({ type: 'releaseDocument', documentId, to: { kind: 'delegates' }, at: soon });
  await row('Số liệu.xlsx').getByText(words.marks.released).waitFor(SOON);
  const released = releaseOf((await held.state()).documents, documentId);
  expect(released?.at ?? 0).toBeGreaterThanOrEqual(soon);
});

test('no page of these fell over', () => {
  expect(misdeeds.flatMap(({ errors }) => errors)).toEqual([]);
});
