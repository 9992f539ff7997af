import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import { noteOf } from '../../shared/domain/records/minutes.ts';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { HeldConference } from '../support/held-conference.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { paperHead } from '../support/records-builders.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const HALLS = ['An Giang', 'Quảng Bình'];
const SOON_MS = 15_000;
const DESK = { width: 1_440, height: 900 };
const { note, sign, course } = text.minutes;

let server: ServerProcess;
let held: HeldConference;
let browser: Browser;
let recorder: Screen;
let colleague: Screen;

beforeAll(async () => {
  server = await ServerProcess.start(NO_MEDIA);
  held = await HeldConference.open(server, HALLS);
  browser = await launchBrowser();
  recorder = await openScreen(browser, await held.link('secretary'), DESK);
  colleague = await openScreen(browser, await held.link('secretary'), DESK);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const field = ({ page }: Screen, speechId: SpeechId) => page.locator(`[data-note="speech ${speechId}"]`);
const speechNote = async (speechId: SpeechId): Promise<string | null> =>
  noteOf((await held.state()).records.minutes, { kind: 'speech', speechId })?.text ?? null;
const preview = ({ page }: Screen) => page.locator('.paper');

/** The next in line is called and heard; nobody was put before. */
async function callNext(): Promise<SpeechId> {
  const { floor } = await held.state();
  const [speechId] = floor.queue;
  if (speechId === undefined) throw new Error('nobody is in line');
  const expectedOnFloor = speechOnFloor(floor)?.speechId ?? null;
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: ['bridge-lost', 'bridge-absent'] });
  await held.must({ type: 'beginSpeech', speechId });
  return speechId;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

test('[MIN30] what is written while a speech runs is saved by itself and stands in the paper beside it', async () => {
  const speechId = await callNext();
  await recorder.page.keyboard.press('Alt+End');
  await recorder.page.keyboard.type('Nhất trí với dự thảo báo cáo');
  await recorder.page.locator('.note[data-status="saved"]').first().waitFor({ timeout: SOON_MS });
  expect(await speechNote(speechId)).toBe('Nhất trí với dự thảo báo cáo');
  await preview(recorder).getByText('Nhất trí với dự thảo báo cáo').waitFor({ timeout: SOON_MS });
  await recorder.page.getByText(text.papers.draft, { exact: true }).waitFor();
  expect(await field(colleague, speechId).inputValue()).toBe('Nhất trí với dự thảo báo cáo');
});

test('[MIN31] whoever begins to speak does not take the writer away from the field of the one before', async () => {
  const first = (await held.onFloor())?.speech.speechId;
  const second = await callNext();
  if (first === undefined) throw new Error('somebody spoke');
  await recorder.page.getByText(course.live, { exact: true }).waitFor({ timeout: SOON_MS });
  const focused = () => recorder.page.evaluate(() => document.activeElement?.getAttribute('data-note') ?? null);
  expect(await focused()).toBe(`speech ${first}`);
  await recorder.page.keyboard.press('Alt+ArrowDown');
  expect(await focused()).toBe(`speech ${second}`);
});

test('[MIN32] two writers of one part see both texts, and neither is lost until one of them is chosen', async () => {
  const speechId = (await held.onFloor())?.speech.speechId;
  if (speechId === undefined) throw new Error('somebody speaks');
  // While the colleague is still at it, the recorder leaves the field, and is saved.
  const typing = field(colleague, speechId).pressSequentially('Bản của đồng nghiệp', { delay: 150 });
  await field(recorder, speechId).fill('Bản của người ghi');
  await field(recorder, speechId).blur();
  await until('the first text is saved', SOON_MS, async () => (await speechNote(speechId)) === 'Bản của người ghi');
  await typing;
  await colleague.page.getByRole('group', { name: note.theirs }).getByText('Bản của người ghi').waitFor();
  expect(await field(colleague, speechId).inputValue()).toBe('Bản của đồng nghiệp');
  expect(await speechNote(speechId)).toBe('Bản của người ghi');
  await press(colleague.page, note.keepOwn);
  await until('the chosen text is saved', SOON_MS, async () => (await speechNote(speechId)) === 'Bản của đồng nghiệp');
  await until('the other field follows', SOON_MS, async () => {
    return (await field(recorder, speechId).inputValue()) === 'Bản của đồng nghiệp';
  });
});

test('[MIN33] a server that is killed in the middle of a word loses nothing, nor does a page that is loaded anew', async () => {
  const speechId = (await held.onFloor())?.speech.speechId;
  if (speechId === undefined) throw new Error('somebody speaks');
  const typed = 'Kiến nghị sớm ban hành hướng dẫn về biên chế';
  await field(recorder, speechId).fill('');
  await field(recorder, speechId).pressSequentially(typed.slice(0, 20));
  await server.end('SIGKILL');
  await field(recorder, speechId).pressSequentially(typed.slice(20));
  await recorder.page.getByText(note.offline).first().waitFor({ timeout: SOON_MS });
  await server.startAgain();
  recorder.page.on('dialog', (dialog) => void dialog.accept());
  await recorder.page.reload();
  await until('all of it is saved', 30_000, async () => (await speechNote(speechId)) === typed);
  expect(await field(recorder, speechId).inputValue()).toBe(typed);
  await recorder.page.getByText(note.allSaved, { exact: true }).waitFor({ timeout: SOON_MS });
});

test('[MIN34] before the closing the press says why it waits; signed minutes refuse writing until they are reopened', async () => {
  const { page } = recorder;
  const signPress = page.getByRole('button', { name: sign.act, exact: true });
  expect(await signPress.isDisabled()).toBe(true);
  await page.getByText(sign.notClosed, { exact: true }).waitFor();
  const { floor } = await held.state();
  const speechId = speechOnFloor(floor)?.speechId;
  if (speechId === undefined) throw new Error('somebody speaks');
  await held.must({ type: 'endSpeech', speechId });
  await held.must({ type: 'closeConference' });
  await page.getByText(sign.noHead, { exact: true }).waitFor({ timeout: SOON_MS });
  await held.must({ type: 'writePaperHead', head: paperHead() });
  await signPress.click();
  await page.getByText(sign.noSigner, { exact: true }).waitFor();
  await press(page, sign.confirm);
  await page.getByText(sign.signedNote, { exact: true }).waitFor({ timeout: SOON_MS });
  expect(await field(recorder, speechId).getAttribute('readonly')).not.toBeNull();
  await preview(recorder).waitFor();
  await page.locator('.preview-facts').getByText(text.papers.signed, { exact: true }).waitFor({ timeout: SOON_MS });
  await expect(
    held.must({ type: 'writeNote', about: { kind: 'conclusion' }, text: 'Thêm', expectedRevision: 0 }),
  ).rejects.toThrow('minutes-signed');
  await press(page, sign.reopen);
  await page.getByLabel(sign.reason).fill('Sửa tên người phát biểu');
  await press(page, sign.reopenAct);
  await signPress.waitFor({ timeout: SOON_MS });
  expect(await field(recorder, speechId).getAttribute('readonly')).toBeNull();
  expect(recorder.misdeeds).toEqual({ outside: [], errors: [] });
});
