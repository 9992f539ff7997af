import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Broadcast, FanOut } from '../../server/application/fan-out.ts';
import { resume } from '../../server/application/resume.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { type Audience, PUBLIC, redactState, STAFF } from '../../shared/domain/audience.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Patch } from '../../shared/protocol/patch.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { counts, headcount, itemId } from '../support/builders.ts';
import { type Bench, openBench, prepare } from '../support/desk.ts';

interface Listening extends Bench {
  readonly patches: Patch[];
  readonly beats: { stream: string; seq: number }[];
  readonly fanOut: FanOut;
  readonly anGiang: BridgeId;
}

let bench: Listening;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const opened = await openBench();
  await prepare(opened);
  const patches: Patch[] = [];
  const beats: { stream: string; seq: number }[] = [];
  const broadcast: Broadcast = {
    patch: (patch) => patches.push(patch),
    beat: (_, stream, seq) => beats.push({ stream, seq }),
  };
  const bridge = bridgesInOrder(opened.desk.state.bridges)[1];
  if (bridge === undefined) throw new Error('no bridge');
  bench = { ...opened, patches, beats, fanOut: new FanOut(opened.desk, broadcast), anGiang: bridge.bridgeId };
});
afterEach(() => {
  bench.fanOut.close();
  vi.useRealTimers();
});

const report = (present: number, expectedRevision = 0): Command => ({
  ...headcount(bench.anGiang, counts(50, present)),
  expectedRevision,
  note: 'việc riêng',
});
const arm: Command = { type: 'armSource', source: { kind: 'hold' } };
const rangesOf = (stream: string) =>
  bench.patches.filter((patch) => patch.stream === stream).map(({ after, through }) => [after, through]);

describe('what is told to whom, and when', () => {
  test('[RSM1] what the stage does goes at once, to each stream that may see it', async () => {
    await bench.act(arm);
    expect(bench.patches.map(({ stream }) => stream)).toEqual(['staff', 'public']);
    expect(bench.patches[0]).toMatchObject({
      after: 3,
      through: 4,
      events: [{ seq: 4, event: { type: 'sourceArmed' } }],
    });
  });

  test('[RSM2] what bridges do waits for the next frame, and goes in one', async () => {
    for (const link of ['online', 'lost', 'online'] as const) {
      await bench.act({ type: 'reportBridgeLink', bridgeId: bench.anGiang, link, since: 0 }, { actor: SYSTEM });
    }
    expect(bench.patches).toEqual([]);
    await vi.advanceTimersByTimeAsync(150);
    expect(rangesOf('staff')).toEqual([[3, 6]]);
    expect(rangesOf(`bridge:${bench.anGiang}`)).toEqual([[3, 6]]);
    expect(bench.patches.map(({ events }) => events.length)).toEqual([3, 3]);
  });

  test('[RSM13] counts are told once a frame, each bridge once however often it was moved, and absolute', async () => {
    for (const present of [40, 41, 42]) await bench.act(report(present, present - 40));
    const quangBinh = bridgesInOrder(bench.desk.state.bridges)[2]?.bridgeId ?? bench.anGiang;
    await bench.act(headcount(quangBinh, counts(9, 8)));
    await vi.advanceTimersByTimeAsync(150);
    const [staff] = bench.patches.filter(({ stream }) => stream === 'staff');
    expect(staff).toMatchObject({ after: 3, through: 7 });
    expect(staff?.events).toMatchObject([
      {
        seq: 7,
        event: {
          type: 'attendanceTold',
          bridges: [
            { bridgeId: bench.anGiang, one: { report: { revision: 3, note: 'việc riêng' } } },
            { bridgeId: quangBinh, one: { report: { revision: 1 } } },
          ],
          totals: { reported: 2, byCategory: { 'Đại biểu': { expected: 59, onSite: 50 } } },
        },
      },
    ]);
    const own = bench.patches.filter(({ stream }) => stream === `bridge:${bench.anGiang}`);
    expect(own).toMatchObject([
      {
        after: 3,
        through: 6,
        events: [{ event: { bridges: [{ bridgeId: bench.anGiang }], totals: { reported: 1 } } }],
      },
    ]);
  });

  test('[RSM14] the staff are told within 150 ms, the public once a second', async () => {
    await bench.act(report(40));
    await vi.advanceTimersByTimeAsync(150);
    expect([rangesOf('staff').length, rangesOf('public').length]).toEqual([1, 0]);
    for (let revision = 1; revision <= 4; revision++) {
      await bench.act(report(40 + revision, revision));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect([rangesOf('staff').length, rangesOf('public').length]).toEqual([5, 0]);
    await vi.advanceTimersByTimeAsync(50);
    expect(rangesOf('public')).toEqual([[3, 8]]);
    expect(JSON.stringify(bench.patches.filter(({ stream }) => stream === 'public'))).not.toContain('việc riêng');
  });

  test('[RSM3] what waits goes out before what is urgent, in order', async () => {
    await bench.act(report(40));
    await bench.act(arm);
    const [staff] = bench.patches.filter(({ stream }) => stream === 'staff');
    expect(staff?.events.map(({ seq, event }) => [seq, event.type])).toEqual([
      [4, 'attendanceTold'],
      [5, 'sourceArmed'],
    ]);
  });

  test('[RSM4] a stream’s patches join without a hole, whatever was hidden from it', async () => {
    await bench.act({ type: 'reportBridgeLink', bridgeId: bench.anGiang, link: 'online', since: 0 }, { actor: SYSTEM });
    await bench.act(arm);
    await bench.act({ type: 'disarmSource' });
    await bench.act(report(40));
    await vi.advanceTimersByTimeAsync(150);
    expect(rangesOf('staff')).toEqual([
      [3, 5],
      [5, 6],
      [6, 7],
    ]);
    await vi.advanceTimersByTimeAsync(850);
    expect(rangesOf('public')).toEqual([
      [3, 5],
      [5, 6],
      [6, 7],
    ]);
    expect(rangesOf(`bridge:${bench.anGiang}`)).toEqual([[3, 7]]);
    expect(JSON.stringify(bench.patches.filter(({ stream }) => stream === 'public'))).not.toContain('bridgeLink');
  });

  test('[RSM5] a refusal is told to nobody', async () => {
    await bench.act({ type: 'startAgendaItem', itemId: itemId('none'), expectedLive: null, accepting: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(bench.patches).toEqual([]);
  });

  test('[RSM6] every five seconds each stream is told where it stands, also one that nothing was sent on', async () => {
    await bench.act(arm);
    await bench.act(report(40));
    await vi.advanceTimersByTimeAsync(5_000);
    const all = bridgesInOrder(bench.desk.state.bridges);
    const others = all.filter(({ bridgeId }) => bridgeId !== bench.anGiang);
    expect(others).toHaveLength(2);
    expect(new Set(bench.beats)).toEqual(
      new Set([
        { stream: 'staff', seq: 5 },
        { stream: 'public', seq: 5 },
        { stream: `bridge:${bench.anGiang}`, seq: 5 },
        ...others.map(({ bridgeId }) => ({ stream: `bridge:${bridgeId}`, seq: 3 })),
        ...all.map(({ bridgeId }) => ({ stream: `door:${bridgeId}`, seq: 3 })),
      ]),
    );
  });

  test('[RSM7] a closed fan-out is silent', async () => {
    await bench.act(report(40));
    bench.fanOut.close();
    await bench.act(arm);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([bench.patches, bench.beats]).toEqual([[], []]);
  });
});

describe('coming back', () => {
  test('[RSM8] a screen that has nothing gets the whole stream, redacted', () => {
    expect(resume(bench.desk, PUBLIC, undefined)).toEqual({
      kind: 'snapshot',
      snapshot: {
        conference: bench.desk.id,
        stream: 'public',
        seq: 3,
        state: encodeState(redactState(PUBLIC, bench.desk.state)),
      },
    });
  });

  test('[RSM9] a screen that was away gets what it missed, and the range counts what is hidden from it', async () => {
    await bench.act(report(40));
    await bench.act({ type: 'reportBridgeLink', bridgeId: bench.anGiang, link: 'online', since: 0 }, { actor: SYSTEM });
    const resumed = resume(bench.desk, PUBLIC, 3);
    expect(resumed).toMatchObject({ kind: 'patch', patch: { stream: 'public', after: 3, through: 5 } });
    const events = resumed.kind === 'patch' ? resumed.patch.events : [];
    expect(events).toMatchObject([
      { seq: 4, event: { type: 'attendanceTold', bridges: [{ one: { report: { note: null } } }] } },
    ]);
  });

  test.each([STAFF, PUBLIC, 'own'] as const)(
    '[RSM15] what a screen of %s missed leads to what a snapshot gives',
    async (whose) => {
      const audience: Audience = whose === 'own' ? { kind: 'bridge', bridgeId: bench.anGiang } : whose;
      const before = redactState(audience, bench.desk.state);
      for (const present of [40, 41]) await bench.act(report(present, present - 40));
      await bench.act(arm);
      await bench.act({ type: 'excuseBridge', bridgeId: bench.anGiang, reason: 'Mất điện' });
      const resumed = resume(bench.desk, audience, 3);
      const events = resumed.kind === 'patch' ? resumed.patch.events : [];
      expect(events.length).toBeGreaterThan(0);
      const screen = events.reduce((state, { event }) => evolve(state, event), before);
      expect(screen).toEqual(redactState(audience, bench.desk.state));
      expect(before).not.toEqual(screen);
    },
  );

  test('[RSM10] a screen that missed nothing is told so by an empty range', () => {
    expect(resume(bench.desk, STAFF, 3)).toMatchObject({ kind: 'patch', patch: { after: 3, through: 3, events: [] } });
  });

  test('[RSM11] a screen ahead of the journal is given the truth whole', () => {
    expect(resume(bench.desk, STAFF, 4)).toMatchObject({ kind: 'snapshot', snapshot: { seq: 3 } });
  });

  test('[RSM12] a screen that was away too long is given a snapshot instead of a long tail', async () => {
    while (bench.desk.seq < 8_300) await Promise.all(Array.from({ length: 500 }, () => bench.act(arm)));
    expect(resume(bench.desk, STAFF, 3).kind).toBe('snapshot');
    expect(resume(bench.desk, STAFF, bench.desk.seq - 4_000).kind).toBe('patch');
  });
});
