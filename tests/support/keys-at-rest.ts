import type { Page } from 'playwright-core';

/** The key that ends an item of the programme and starts the next one, as the console's row of keys writes it. */
const STEP = '⇧F8';
const LOOK_MS = 50;
const REST_WITHIN_MS = 30_000;

interface LastChange {
  step: number;
  floor: number;
}
type Watched = Window & { lastChange?: LastChange };

/** From now on the page notes when its row of keys last offered another step of the programme, or anything else. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate((step) => {
    const last: LastChange = { step: performance.now(), floor: performance.now() };
    (window as Watched).lastChange = last;
    const note = ({ target }: MutationRecord): void => {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element?.closest('.console-keys')) return;
      const key = element.closest('.console-keys > span')?.querySelector('kbd')?.textContent;
      if (key !== step) last.floor = performance.now();
      if (key === step || key === undefined) last.step = performance.now();
    };
    const wish = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver((changes) => changes.forEach(note)).observe(document.body, wish);
  }, STEP);

/** Resolves when what the key does has not changed on the screen for so long: a press is then no double press. */
export async function keyAtRest(page: Page, key: string, ms: number): Promise<void> {
  const isAtRest = ([kind, forMs]: readonly ['step' | 'floor', number]): boolean => {
    const last = (window as Watched).lastChange;
    if (last === undefined) throw new Error('nobody watches the keys');
    return performance.now() - last[kind] > forMs;
  };
  const asked = [key === STEP ? 'step' : 'floor', ms] as const;
  await page.waitForFunction(isAtRest, asked, { polling: LOOK_MS, timeout: REST_WITHIN_MS });
}
