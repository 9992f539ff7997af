import { setTimeout as pause } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 2_000;

/** Null when healthy, else what is wrong. */
export async function ailment(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]) });
    const answer = await response.text();
    return response.ok && answer.startsWith('OK') ? null : `${url} answers ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `${url}: ${nameOf(cause)}${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/** The words of a fault do not always hold its name, and only the name says the cause for sure. */
function nameOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  const name = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  return cause.message.includes(name) ? '' : `${name} `;
}

export async function untilHealthy(url: string, everyMs: number, signal: AbortSignal): Promise<void> {
  while ((await ailment(url, signal)) !== null) await pause(everyMs, undefined, { signal });
}

/** Resolves when so many checks in a row have failed. */
export async function untilSick(
  url: string,
  { everyMs, checks }: { readonly everyMs: number; readonly checks: number },
  signal: AbortSignal,
): Promise<string> {
  let failed = 0;
  for (;;) {
    await pause(everyMs, undefined, { signal });
    const found = await ailment(url, signal);
    signal.throwIfAborted();
    failed = found === null ? 0 : failed + 1;
    if (found !== null && failed >= checks) return found;
  }
}
