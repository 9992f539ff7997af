import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { groupedBadge, paperText, phoneText, readPicture, readTyped } from '../../client/parts/badge-text.ts';
import { badgeAddressOf } from '../../client/screens/badge/badge-address.ts';
import { Door, type Shown } from '../../client/screens/kiosk/door.ts';
import { DoorRoll } from '../../client/screens/kiosk/door-roll.ts';
import { HeldStill } from '../../client/screens/kiosk/held-still.ts';
import type { Fetched } from '../../client/sync/http.ts';
import type { Line } from '../../client/sync/socket-line.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { BadgeReading } from '../../shared/protocol/attendance.ts';
import type { DelegatePage } from '../../shared/protocol/http.ts';
import {
  anGiang,
  CLOSED,
  conferenceId,
  DRAFT,
  delegateId,
  delegateRow,
  LIVE,
  NOW,
  quangBinh,
  SECOND,
  stateAfter,
} from '../support/builders.ts';
import { server, storage } from '../support/door.ts';

const conference = conferenceId('giao-ban');
const BADGE = '7K3M9P2QX4TV8W1Z';

const settle = () => vi.advanceTimersByTimeAsync(30_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a badge says', () => {
  test('[KSK1] a badge on paper and one on the own phone are told apart, and a foreign code is no badge', () => {
    expect(readPicture(paperText(BADGE))).toEqual({ badge: BADGE, way: 'badge' });
    expect(readPicture(phoneText(BADGE))).toEqual({ badge: BADGE, way: 'phone' });
    expect(['https://example.vn', 'DC:', 'DC:short', 'WIFI:S:x;;', BADGE].map(readPicture)).toEqual(
      Array(5).fill(null),
    );
  });

  test('[KSK1] a code is typed as people type: groups, small letters, O for 0, I and L for 1', () => {
    expect(groupedBadge(BADGE)).toBe('7K3M 9P2Q X4TV 8W1Z');
    expect(readTyped(' 7k3m 9p2q-x4tv 8wlz ')).toEqual({ badge: BADGE, way: 'code' });
    expect(readTyped('7k3m9p2qx4tv8wO1')?.badge).toBe('7K3M9P2QX4TV8W01');
    expect(['7k3m', '', 'tên đại biểu'].map(readTyped)).toEqual([null, null, null]);
  });

  test('[KSK1] a hand-held scanner types what its picture holds', () => {
    expect(readTyped(`dcp:${BADGE.toLowerCase()}`)).toEqual({ badge: BADGE, way: 'phone' });
    expect(readTyped(paperText(BADGE))).toEqual({ badge: BADGE, way: 'badge' });
  });

  test('[KSK7] the address of a badge page is whole or is none', () => {
    expect(badgeAddressOf(`#giao-ban.${BADGE.toLowerCase()}`)).toEqual({ conference: 'giao-ban', badge: BADGE });
    expect(['', '#giao-ban', `#.${BADGE}`, '#giao-ban.x', `#../../etc.${BADGE}`].map(badgeAddressOf)).toEqual(
      Array(5).fill(null),
    );
  });
});

test('[KSK2] a badge held still is one scan; after it was away it is another, and another badge counts at once', () => {
  const held = new HeldStill();
  const reads = [0, 60, 120, 1_400, 2_800].map((at) => held.isNew('DC:A', at));
  expect(reads).toEqual([true, false, false, false, false]);
  expect(held.isNew('DC:B', 2_860)).toBe(true);
  expect(held.isNew('DC:A', 2_900)).toBe(true);
  expect(held.isNew('DC:A', 2_900 + 1_600)).toBe(true);
});

describe('a door', () => {
  const listed = (name: string, badge: string, rest: Partial<DelegateRow> = {}) => ({
    ...delegateRow(anGiang, name, rest),
    fullName: name,
    badge,
  });

  async function door(state: ConferenceState, rows: DelegatePage['delegates'], reading?: Fetched<BadgeReading>) {
    const { line, status, heard } = server();
    let now = NOW;
    const roll = new DoorRoll(
      () => Promise.resolve({ kind: 'ok', value: { delegates: rows, next: null } }),
      conference,
      anGiang,
    );
    roll.refresh();
    await vi.advanceTimersByTimeAsync(1);
    const made = new Door({
      conference,
      bridgeId: anGiang,
      line,
      state: () => state,
      now: () => (now += SECOND),
      roll,
      keeping: storage(),
      ask: () => Promise.resolve(reading ?? { kind: 'refused', status: 404, code: 'badge-unknown', params: {} }),
    });
    const shown: (Shown['kind'] | null)[] = [];
    made.shown.subscribe(() => shown.push(made.shown.get()?.kind ?? null));
    const scan = async (badge: string) => {
      made.scan(readPicture(paperText(badge)));
      await vi.advanceTimersByTimeAsync(1);
      return made.shown.get();
    };
    return { made, scan, status, heard, shown, roll };
  }

  const live = stateAfter(LIVE);
  const offline: Line = { status: 'offline', since: 0 };

  test('[KSK6] says at once who goes in, by the own list, with and without a line', async () => {
    const { scan, status } = await door(live, [listed('An', BADGE, { seat: 'A12' })]);
    status.set(offline);
    expect(await scan(BADGE)).toMatchObject({ kind: 'checkedIn', seen: { head: 'An', seat: 'A12' }, recordedAt: null });
  });

  test('[KSK6] the second scan says since when, before the server has said anything', async () => {
    const { scan, status, heard } = await door(live, [listed('An', BADGE)]);
    status.set(offline);
    await scan(BADGE);
    expect(await scan(BADGE)).toMatchObject({ kind: 'already', since: NOW + SECOND, way: 'badge' });
    status.set({ status: 'online', since: 1 });
    await settle();
    expect(heard).toHaveLength(1);
  });

  test('[KSK6] whoever is on the list as present, or has sent a substitute, is told so and sent nowhere', async () => {
    const there = listed('An', BADGE, { mark: 'late', markedAt: NOW, way: 'list' });
    const gone = listed('Binh', '0000000000000001', { mark: 'substituted' });
    const { scan, heard } = await door(live, [there, gone]);
    expect(await scan(BADGE)).toMatchObject({ kind: 'already', since: NOW, way: 'list' });
    expect((await scan('0000000000000001'))?.kind).toBe('substituted');
    expect(heard).toEqual([]);
  });

  test('[KSK6] who left early comes in again', async () => {
    const { scan, heard } = await door(live, [listed('An', BADGE, { mark: 'left', markedAt: NOW })]);
    expect((await scan(BADGE))?.kind).toBe('checkedIn');
    expect(heard).toHaveLength(1);
  });

  test('[KSK6] a badge of another bridge is sent there by name; an unknown one is unknown', async () => {
    const elsewhere = { delegateId: delegateId('x'), fullName: 'Chi', bridgeId: quangBinh };
    const { scan } = await door(live, [], { kind: 'ok', value: elsewhere });
    expect(await scan(BADGE)).toEqual({ kind: 'wrongBridge', who: 'Chi', bridge: 'Điểm cầu tỉnh Quảng Bình' });
    const unknown = await door(live, []);
    expect((await unknown.scan(BADGE))?.kind).toBe('unknown');
  });

  test('[KSK6] without a line what is not on the own list is not guessed', async () => {
    const { scan, status } = await door(live, []);
    status.set(offline);
    expect((await scan(BADGE))?.kind).toBe('unchecked');
  });

  test('[KSK6] before the roll call is opened and after the closing nobody is checked in', async () => {
    const closed = await door(stateAfter(CLOSED), [listed('An', BADGE)]);
    expect((await closed.scan(BADGE))?.kind).toBe('closed');
    const draft = await door(stateAfter(DRAFT), [listed('An', BADGE)]);
    expect((await draft.scan(BADGE))?.kind).toBe('notOpen');
    expect([...closed.heard, ...draft.heard]).toEqual([]);
  });

  test('[KSK6] a mark that was taken back on the list lets the badge in again', async () => {
    const { scan, roll } = await door(live, [listed('An', BADGE)]);
    await scan(BADGE);
    await settle();
    expect((await scan(BADGE))?.kind).toBe('already');
    // The list, read after the server had recorded the scan, says unmarked: somebody took it back.
    roll.refresh();
    await vi.advanceTimersByTimeAsync(1);
    expect((await scan(BADGE))?.kind).toBe('checkedIn');
  });

  test('[KSK6] what was shown does not stand at the door for an hour', async () => {
    const { scan, made } = await door(live, [listed('An', BADGE)]);
    await scan(BADGE);
    await settle();
    expect(made.shown.get()).toBe(null);
  });
});
