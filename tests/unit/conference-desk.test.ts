import { describe, expect, test } from 'vitest';
import { type Committed, ConferenceDesk } from '../../server/application/conference-desk.ts';
import type { Batch, Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { bridgeInput, checkIn, delegateInput, details, moderator, operatorOf } from '../support/builders.ts';
import { ADD_HALLS, actOn, type Bench, CREATE, HN, named, OPEN, openBench, prepare } from '../support/desk.ts';

const retitled = (title: string): Command => ({ type: 'correctConferenceDetails', details: { ...details, title } });
const titleOf = ({ conference }: ConferenceState): string => conference.title;
const bridgeAt = ({ desk }: Bench, index: number) => {
  const bridge = bridgesInOrder(desk.state.bridges)[index];
  if (bridge === undefined) throw new Error('no such bridge');
  return bridge.bridgeId;
};

/** A journal whose appends wait for a sign, fail, or are met by another writer. */
function watched(inner: Journal = createMemoryJournal()) {
  const appends: Batch[] = [];
  const control = { before: async (_: Batch): Promise<void> => undefined };
  const journal: Journal = {
    ...inner,
    append: async (batch) => {
      appends.push(batch);
      await control.before(batch);
      return inner.append(batch);
    },
  };
  return { journal, appends, control, inner };
}

describe('the way of a command', () => {
  test('[DSK10] an accepted command is answered with the seq of its last fact', async () => {
    const { act, desk } = await openBench();
    expect(await act(CREATE)).toEqual({ ok: true, seq: 1 });
    expect(await act(ADD_HALLS)).toEqual({ ok: true, seq: 2 });
    expect(desk.seq).toBe(2);
  });

  test('[DSK11] a refused command changes neither state nor journal, and says why', async () => {
    const bench = await openBench();
    await prepare(bench);
    const before = bench.desk.state;
    expect(await bench.act(OPEN)).toEqual({ ok: false, code: 'wrong-phase', params: { phase: 'live' } });
    expect(bench.desk.state).toBe(before);
    expect(await bench.journal.read(HN, 0, 99)).toHaveLength(3);
  });

  test('[DSK12] a seat without the right is refused before anything is decided', async () => {
    const bench = await openBench();
    await prepare(bench);
    const refused = await bench.act(CREATE, { actor: operatorOf(bridgeAt(bench, 1)) });
    expect(refused).toEqual({ ok: false, code: 'not-permitted', params: {} });
  });

  test('[DSK13] nobody is answered before the journal has kept the facts', async () => {
    const { journal, control } = watched();
    const { act, desk } = await openBench(journal);
    let release = (): void => undefined;
    control.before = () => new Promise((resolve) => (release = resolve));
    let answered = false;
    const answer = act(CREATE).then(() => (answered = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([answered, desk.seq]).toEqual([false, 0]);
    release();
    await answer;
    expect(desk.seq).toBe(1);
  });

  test('[DSK14] what arrives while the journal writes is the next batch, one append for all of it', async () => {
    const { journal, appends } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    appends.length = 0;
    await new Promise((resolve) => setImmediate(resolve));
    const acks = await Promise.all(['a', 'b', 'c', 'd'].map((title) => bench.act(retitled(title))));
    expect(appends.map(({ events }) => events.length)).toEqual([1, 3]);
    expect(acks).toEqual([4, 5, 6, 7].map((seq) => ({ ok: true, seq })));
  });

  test('[DSK15] within a batch each command meets what those before it have done', async () => {
    const bench = await openBench();
    const acks = await Promise.all([CREATE, ADD_HALLS, OPEN, OPEN].map((command) => bench.act(command)));
    expect(acks.map((ack) => (ack.ok ? ack.seq : ack.code))).toEqual([1, 2, 3, 'wrong-phase']);
  });

  test('[DSK16] a full desk says so at once', async () => {
    const { journal, control } = watched();
    const { act } = await openBench(journal);
    let release = (): void => undefined;
    control.before = () => new Promise((resolve) => (release = resolve));
    const acks = Array.from({ length: 5_000 }, () => act(CREATE));
    await new Promise((resolve) => setImmediate(resolve));
    const more = Array.from({ length: 1_000 }, () => act(CREATE));
    const codes = (
      await Promise.race([Promise.all(more.slice(-5)), new Promise<[]>((r) => setTimeout(r, 500, []))])
    ).map((ack) => (ack.ok ? 'ok' : ack.code));
    control.before = async () => undefined;
    release();
    await Promise.all([...acks, ...more]);
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'too-many-commands'));
  });
});

describe('a command sent again', () => {
  test('[DSK20] gets the first answer and changes nothing, also much later', async () => {
    const bench = await openBench();
    await prepare(bench);
    const first = await bench.act(retitled('một'), { id: named('again') });
    for (let i = 0; i < 20; i++) await bench.act(retitled(`khác ${i}`));
    expect(await bench.act(retitled('một'), { id: named('again') })).toEqual(first);
    expect(titleOf(bench.desk.state)).toBe('khác 19');
  });

  test('[DSK21] in the same batch too', async () => {
    const bench = await openBench();
    await prepare(bench);
    const twice: Command = { type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] };
    const acks = await Promise.all([1, 2, 3].map(() => bench.act(twice, { id: named('double-click') })));
    expect(acks).toEqual([1, 2, 3].map(() => ({ ok: true, seq: 4 })));
    expect(bench.desk.state.bridges.byId.size).toBe(4);
  });

  test('[DSK22] and after a restart', async () => {
    const bench = await openBench();
    await prepare(bench);
    const first = await bench.act(retitled('một'), { id: named('before-restart') });
    const again = await ConferenceDesk.open(HN, bench.options);
    expect(await actOn(again)(retitled('một'), { id: named('before-restart') })).toEqual(first);
    expect(again.seq).toBe(bench.desk.seq);
  });

  test('[DSK23] a command that was refused is decided anew', async () => {
    const bench = await openBench();
    await bench.act(CREATE);
    expect(await bench.act(OPEN, { id: named('later') })).toMatchObject({ code: 'central-bridge-missing' });
    await bench.act(ADD_HALLS);
    expect(await bench.act(OPEN, { id: named('later') })).toEqual({ ok: true, seq: 3 });
  });
});

describe('another writer', () => {
  test('[DSK30] whoever loses a race folds the tail and decides the batch again', async () => {
    const { journal, control, inner } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    const other = await openBench(inner);
    control.before = async () => {
      control.before = async () => undefined;
      await other.act({ type: 'adjournConference' });
    };
    const lost = await Promise.all([bench.act(retitled('một')), bench.act({ type: 'adjournConference' })]);
    expect(lost).toEqual([
      { ok: true, seq: 5 },
      { ok: false, code: 'wrong-phase', params: { phase: 'adjourned' } },
    ]);
    expect((await journal.read(HN, 3, 9)).map(({ event }) => event.type)).toEqual([
      'conferenceAdjourned',
      'conferenceDetailsCorrected',
    ]);
  });

  test('[DSK31] a command that the other writer has done meanwhile is not done twice', async () => {
    const { journal, control, inner } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    const other = await openBench(inner);
    const id = named('sent-to-both');
    const caMau: Command = { type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] };
    let first: unknown = null;
    control.before = async () => {
      control.before = async () => undefined;
      first = await other.act(caMau, { id });
    };
    expect(await bench.act(caMau, { id })).toEqual({ ok: true, seq: 4 });
    expect(first).toEqual({ ok: true, seq: 4 });
    expect(bench.desk.state.bridges.byId.size).toBe(4);
  });

  test('[DSK32] a delegate whom the other writer has marked meanwhile is decided by the new mark', async () => {
    const { journal, control, inner } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    const bridgeId = bridgeAt(bench, 1);
    const delegate = delegateInput();
    await bench.act({ type: 'registerDelegates', bridgeId, delegates: [delegate] });
    const [last] = (await journal.read(HN, 3, 1)).map(({ event }) => event);
    const delegateId = last?.type === 'delegatesRegistered' ? last.delegates[0]?.delegateId : undefined;
    if (delegateId === undefined) throw new Error('nobody was listed');
    const other = await openBench(inner);
    control.before = async () => {
      control.before = async () => undefined;
      await other.act(checkIn(bridgeId, delegateId));
    };
    const lost = await bench.act(checkIn(bridgeId, delegateId));
    expect(lost).toMatchObject({ ok: false, code: 'already-present', params: { way: 'list' } });
    expect(sumOf(bench.desk.state.attendance.totals)).toMatchObject({ expected: 1, onSite: 1 });
  });
});

describe('a journal that lost its end', () => {
  test('[DSK33] is not written to, and the desk does not try for ever', async () => {
    const bench = await openBench();
    await prepare(bench);
    const shortened: Journal = { ...bench.journal, append: async () => ({ ok: false, head: 1 }) };
    const desk = await ConferenceDesk.open(HN, { ...bench.options, journal: shortened });
    expect(await actOn(desk)(retitled('một'))).toEqual({ ok: false, code: 'journal-unavailable', params: {} });
    expect([desk.seq, desk.failing]).toEqual([3, true]);
  });
});

describe('when the disk refuses', () => {
  test('[DSK40] nobody is told yes, nothing changes, and the next command may try again', async () => {
    const { journal, control } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    const heard: Committed[] = [];
    bench.desk.onCommitted((committed) => heard.push(committed));
    const full = new Error('the disk is full');
    control.before = async () => {
      throw full;
    };
    const before = bench.desk.state;
    expect(bench.desk.failing).toBe(false);
    expect(await bench.act(retitled('một'))).toEqual({ ok: false, code: 'journal-unavailable', params: {} });
    expect(bench.desk.failing).toBe(true);
    expect([bench.desk.state === before, bench.desk.seq, heard, bench.faults]).toEqual([true, 3, [], [full]]);
    control.before = async () => undefined;
    expect(await bench.act(retitled('hai'))).toEqual({ ok: true, seq: 4 });
    expect(bench.desk.failing).toBe(false);
  });
});

describe('those who listen', () => {
  test('[DSK41] are told of each batch after it is kept, with the state that it left', async () => {
    const bench = await openBench();
    const heard: Committed[] = [];
    const stop = bench.desk.onCommitted((committed) => heard.push(committed));
    await Promise.all([CREATE, ADD_HALLS].map((command) => bench.act(command)));
    stop();
    await bench.act(OPEN);
    expect(heard.map(({ recorded }) => recorded.map(({ seq, event }) => [seq, event.type]))).toEqual([
      [[1, 'conferenceCreated']],
      [[2, 'bridgesAdded']],
    ]);
    expect(heard[1]?.state.bridges.byId.size).toBe(3);
  });

  test('[DSK42] cannot turn an accepted command into a failed one', async () => {
    const bench = await openBench();
    const broken = new Error('a listener broke');
    const heard: string[] = [];
    bench.desk.onCommitted(() => {
      throw broken;
    });
    bench.desk.onCommitted(({ recorded }) => heard.push(...recorded.map(({ event }) => event.type)));
    expect(await bench.act(CREATE)).toEqual({ ok: true, seq: 1 });
    expect([heard, bench.faults]).toEqual([['conferenceCreated'], [broken]]);
  });

  test('[DSK43] a refusal is told to nobody', async () => {
    const bench = await openBench();
    await prepare(bench);
    let told = 0;
    bench.desk.onCommitted(() => told++);
    await bench.act(OPEN, { actor: moderator });
    expect(told).toBe(0);
  });
});
