import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { archiveText } from '../../../client/text/vi/archive.ts';
import { consoleText } from '../../../client/text/vi/console.ts';
import { startText } from '../../../client/text/vi/start.ts';
import type { Chance } from '../desk/seeded-chance.ts';
import type { Seated } from './chaos-hall.ts';

/** What a press did, for the story that is told when something is wrong. */
export interface Act {
  readonly seat: string;
  readonly did: string;
}

const PRESSED = 'button:enabled:visible, summary:visible, [role="tab"]:visible, a[href]:visible';
const FILLED = 'input:enabled:visible, textarea:enabled:visible, select:enabled:visible';
const ANY = `${PRESSED}, ${FILLED}`;
const ACT_MS = 1_500;
const DEAD_END_MS = 8_000;

/** Legal, and the end of the day, of the sign-in or of a person: what would leave nothing to try. */
const LAST: ReadonlySet<string> = new Set([
  startText.signOut,
  consoleText.phaseControls.closeConference,
  consoleText.phaseControls.archiveConference,
  archiveText.erase,
]);
const isLast = (name: string): boolean => LAST.has(name) || name.startsWith('Thu hồi');

/** Whatever somebody may type; the fields must bear it. */
const WORDS = [
  'Lê Thị Hòa',
  'Đồng chí Nguyễn Thị Thanh Hương, Phó Trưởng ban Thường trực',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'Ứng Hoè – Ninh Giang; «Điểm cầu số 1»',
  '=HYPERLINK("http://example.org")',
  'x'.repeat(300),
  'Nghị quyết số 18-NQ/TW ngày 25/10/2017\nvà những việc tiếp theo',
  '12',
  '',
] as const;

/** One thing that the screen offers, by chance. Null: it offered nothing for a long time. */
export async function act({ seat, page, home }: Seated, chance: Chance): Promise<Act | null> {
  if (!page.url().startsWith(home.split('?')[0] ?? home) && chance.next() < 0.2) {
    await page.goto(home).catch(() => undefined);
    return { seat, did: 'went back to its screen' };
  }
  const offered = await offers(page);
  if (offered === null) return null;
  const target = offered.nth(chance.between(0, Math.max(0, (await offered.count()) - 1)));
  const name = await nameOf(target);
  if (name === null || isLast(name) || (await leadsAway(target, page))) return { seat, did: `left «${name ?? '?'}»` };
  const did = await use(target, chance).catch((cause: unknown) => `could not: ${String(cause).split('\n')[0] ?? ''}`);
  return { seat, did: `«${name.slice(0, 60)}» ${did}` };
}

/** What can be pressed or filled now, within the dialog if one is open. Null: nothing, for longer than one waits. */
async function offers(page: Page): Promise<Locator | null> {
  for (const end = Date.now() + DEAD_END_MS; ; ) {
    const dialogs = page.locator('dialog[open]:visible');
    const scope = (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body');
    const offered = scope.locator(ANY);
    if ((await offered.count()) > 0) return offered;
    if (Date.now() > end) return null;
    await pause(200);
  }
}

const nameOf = (target: Locator): Promise<string | null> =>
  target
    .getAttribute('aria-label', { timeout: ACT_MS })
    .then((label) => label ?? target.innerText({ timeout: ACT_MS }))
    .then(
      (name) => name.trim(),
      () => null,
    );

/** To another page of the product only: a sheet to print in a window of its own is nobody's screen. */
async function leadsAway(target: Locator, page: Page): Promise<boolean> {
  const href = await target.getAttribute('href', { timeout: ACT_MS }).catch(() => null);
  if (href === null) return false;
  const other = (await target.getAttribute('target', { timeout: ACT_MS }).catch(() => null)) !== null;
  return other || !new URL(href, page.url()).pathname.startsWith('/c/');
}

async function use(target: Locator, chance: Chance): Promise<string> {
  const kind = await kindOf(target);
  const limits = { timeout: ACT_MS, noWaitAfter: true };
  if (kind.startsWith('select')) {
    const count = await target.locator('option').count();
    await target.selectOption({ index: chance.between(0, Math.max(0, count - 1)) }, limits);
    return 'chosen';
  }
  if (/^(?:input (?:text|search|tel|)$|textarea)/.test(kind)) {
    await target.fill(chance.one(WORDS), limits);
    if (chance.next() < 0.3) await target.press('Enter', limits);
    return 'filled';
  }
  if (kind === 'input number') {
    await target.fill(String(chance.between(0, 99)), limits);
    return 'counted';
  }
  if (/^input (?:file|date|time|datetime-local|color|range)$/.test(kind)) return 'left as it is';
  await target.click(limits);
  return 'pressed';
}

/** 'input text': what it is, and of which type. */
async function kindOf(target: Locator): Promise<string> {
  const kind: unknown = await target.evaluate('(one) => `${one.localName} ${one.type ?? ""}`', undefined, {
    timeout: ACT_MS,
  });
  return String(kind);
}
