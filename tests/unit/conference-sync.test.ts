import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConferenceSync } from '../../client/sync/conference-sync.ts';
import { conferenceIdSchema } from '../../shared/domain/ids.ts';
import { initialState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';

const ID = conferenceIdSchema.parse('0d9bdb3e-6c0d-4f7e-8a51-3f1d2f6f6f01');
const SESSION = { seat: 'wall', conference: ID, bridgeId: null, label: '', screen: `/c/${ID}/wall` };
const SNAPSHOT = { conference: ID, stream: 'public', seq: 0, state: encodeState(initialState) };

let sync: ConferenceSync | null = null;
let asked = 0;

/** The line never opens: what the page has, it has by HTTP. The first answers for the state are these. */
function serve(...refusals: readonly number[]): void {
  vi.stubGlobal('fetch', async (path: string) => {
    if (!path.includes('/snapshot')) return Response.json(SESSION);
    const status = refusals[asked++];
    return status === undefined ? Response.json(SNAPSHOT) : Response.json({ code: 'internal' }, { status });
  });
}

beforeEach(() => {
  asked = 0;
  vi.useFakeTimers();
  const page = { pathname: SESSION.screen, protocol: 'http:', host: '127.0.0.1:9', hostname: '127.0.0.1', port: '9' };
  vi.stubGlobal('location', page);
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
});
afterEach(() => {
  sync?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function openingAfter(ms: number): Promise<string> {
  sync = new ConferenceSync(ID);
  await vi.advanceTimersByTimeAsync(ms);
  return sync.opening.get();
}

test('[DLV19] a first state that is refused for now (429, 5xx) is asked for again until it is there', async () => {
  serve(429, 503, 500);
  expect(await openingAfter(16_000)).toBe('ready');
  expect(asked).toBe(4);
});

test('[DLV19] one that is refused for good is not asked for again', async () => {
  serve(404, 404, 404);
  expect(await openingAfter(16_000)).toBe('unknown');
  expect(asked).toBe(1);
});
