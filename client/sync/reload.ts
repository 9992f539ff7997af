/** Why a page that nobody asked loads itself again. */
export type ReloadReason = 'newer build' | 'message not understood' | 'states missing' | 'page failed' | Stuck;

/** What an unattended page stood still at. */
export type Stuck = 'frozen' | 'offline' | 'picture';

/** The console keeps the reason for whoever looks for it afterwards: the page itself comes back as if nothing was. */
export function reloadFor(reason: ReloadReason): void {
  // oxlint-disable-next-line no-console -- nothing else outlives the page
  console.warn(`page loads itself again: ${reason}`);
  location.reload();
}

const AGAIN_MS = 10_000;

/** Asked without what else reads an answer: the first script of every page carries this. */
const isServed = (): Promise<boolean> =>
  fetch('/healthz').then(
    ({ ok }) => ok,
    () => false,
  );

/** Waits until the server answers: without it the browser would show a sentence of its own, and stay with it. */
export async function reloadWhenServed(reason: ReloadReason): Promise<void> {
  while (!(await isServed())) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  reloadFor(reason);
}
