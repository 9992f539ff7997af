import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  CheckInStore,
  type Keeping,
  type NotedCheckIn,
  settlementOf,
} from '../../client/screens/kiosk/check-in-queue.ts';
import { CheckInSender } from '../../client/screens/kiosk/check-in-sender.ts';
import type { CommandLine } from '../../client/sync/send-command.ts';
import { anGiang, conferenceId, delegateId, NOW, quangBinh } from '../support/builders.ts';
import { server, storage } from '../support/door.ts';

const conference = conferenceId('giao-ban');
const settle = () => vi.advanceTimersByTimeAsync(30_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const scan = (name: string, seenAt: number) =>
  ({ delegateId: delegateId(name), who: name, way: 'badge', seenAt }) as const;

const sender = (line: CommandLine, keeping: Keeping, ids?: () => string) => {
  const settled: [NotedCheckIn, string][] = [];
  const made = new CheckInSender({
    line,
    store: new CheckInStore(keeping, conference, anGiang),
    conference,
    bridgeId: anGiang,
    onSettled: (noted, outcome) => settled.push([noted, outcome.kind]),
    ...(ids === undefined ? {} : { makeId: ids }),
  });
  return { made, settled };
};

test('[KSK3] without a line they are kept and sent when it is back, in the order in which they were seen', async () => {
  const { line, status, heard } = server();
  status.set({ status: 'offline', since: 0 });
  const { made } = sender(line, storage());
  made.note(scan('b', NOW + 2));
  made.note(scan('a', NOW + 1));
  await settle();
  expect(heard).toEqual([]);
  expect(made.noted.get().waiting).toHaveLength(2);
  status.set({ status: 'online', since: 1 });
  await settle();
  expect(heard.map(({ command }) => command)).toEqual(
    ['a', 'b'].map((name, index) => ({
      type: 'checkInDelegate',
      bridgeId: anGiang,
      delegateId: name,
      way: 'badge',
      online: false,
      seenAt: NOW + 1 + index,
    })),
  );
  expect(made.noted.get().waiting).toEqual([]);
});

test('[KSK4] an answer that got lost doubles nothing: every repeat carries the same id, also after a reload', async () => {
  const keeping = storage();
  const { line, status, heard, present } = server({ lostAnswers: 4 });
  const first = sender(line, keeping);
  first.made.note(scan('a', NOW));
  // Three tries in one sending, all unanswered; then the page goes away.
  await vi.advanceTimersByTimeAsync(100);
  first.made.close();
  status.set({ status: 'offline', since: 0 });
  const second = sender(line, keeping);
  expect(second.made.noted.get().waiting).toHaveLength(1);
  status.set({ status: 'online', since: 1 });
  await settle();
  expect(heard.length).toBeGreaterThan(3);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  expect(present()).toBe(1);
  expect(second.made.noted.get().waiting).toEqual([]);
});

test('[KSK4] control: a server that did not know ids would count the repeats', async () => {
  const { line, present } = server({ lostAnswers: 2, byId: false });
  sender(line, storage()).made.note(scan('a', NOW));
  await settle();
  expect(present()).toBe(3);
});

test('[KSK5] somebody who is there already is no trouble, and a passing refusal is tried again', () => {
  const refused = (code: 'already-present' | 'journal-unavailable' | 'too-many-commands' | 'wrong-bridge') =>
    settlementOf({ kind: 'refused', code, params: {} });
  expect(refused('already-present')).toBe('done');
  expect([refused('journal-unavailable'), refused('too-many-commands')]).toEqual(['again', 'again']);
  expect(refused('wrong-bridge')).toBe('refused');
  expect(settlementOf({ kind: 'unknown' })).toBe('again');
});

test('[KSK5] what the server does not accept stays until a person has seen it, also after a reload', async () => {
  const keeping = storage();
  const { line } = server();
  const refusing: CommandLine = {
    ...line,
    command: () => Promise.resolve({ ok: false, code: 'wrong-phase', params: {} }),
  };
  sender(refusing, keeping).made.note(scan('a', NOW));
  await settle();
  const { made } = sender(refusing, keeping);
  const [noted] = made.noted.get().refused;
  expect(made.noted.get().waiting).toEqual([]);
  expect(noted?.refusal?.code).toBe('wrong-phase');
  if (noted !== undefined) made.dismiss(noted);
  expect(made.noted.get().refused).toEqual([]);
});

test('[KSK3] a browser that keeps nothing still sends, and says that it keeps nothing', async () => {
  const { line, heard } = server();
  const { made } = sender(line, storage(true));
  made.note(scan('a', NOW));
  expect(made.noted.get().isKept).toBe(false);
  await settle();
  expect(heard).toHaveLength(1);
  expect(made.noted.get().waiting).toEqual([]);
});

test('[KSK3] two pages of one door lose none of each other, and other doors are other doors', () => {
  const keeping = storage();
  const { line, status } = server();
  status.set({ status: 'offline', since: 0 });
  const [one, two] = [sender(line, keeping).made, sender(line, keeping).made];
  one.note(scan('a', NOW));
  two.note(scan('b', NOW + 1));
  expect(new CheckInStore(keeping, conference, anGiang).all()).toHaveLength(2);
  expect(new CheckInStore(keeping, conference, quangBinh).all()).toEqual([]);
});
