import { getHealth } from '../../sync/http.ts';

const AGAIN_MS = 10_000;

/** Loads the page again as soon as the server answers: without it the browser would show a sentence of its own. */
export async function reloadWhenServed(): Promise<void> {
  while ((await getHealth()).kind !== 'ok') await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  location.reload();
}
