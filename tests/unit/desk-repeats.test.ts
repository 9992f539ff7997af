import { describe, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { isSameSender } from '../../server/application/same-sender.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { bridgeIdSchema } from '../../shared/domain/ids.ts';
import { bridgeInput, details, moderator, operatorOf, secretariat } from '../support/builders.ts';
import { actOn, HN, named, openBench, prepare } from '../support/desk.ts';

const retitled = (title: string): Command => ({ type: 'correctConferenceDetails', details: { ...details, title } });
/** What more than one seat may do. */
const noted = (sentence: string): Command => ({ type: 'reportDefect', sentence, bridgeId: null });

/** A journal whose appends wait for a sign, or fail. */
function watched() {
  const inner = createMemoryJournal();
  const control = { before: async (): Promise<void> => undefined };
  const append: Journal['append'] = async (batch) => {
    await control.before();
    return inner.append(batch);
  };
  return { journal: { ...inner, append }, control };
}

describe('a command under an id that somebody else has used', () => {
  const id = named('taken');

  test('[DSK24] is refused, later and in the same batch; the seat itself is answered, after another sign-in and a restart too', async () => {
    const bench = await openBench();
    await prepare(bench);
    const first = await bench.act(noted('một'), { id, actor: moderator });
    const again = await ConferenceDesk.open(HN, bench.options);
    for (const act of [bench.act, actOn(again)]) {
      expect(await act(noted('một'), { id, actor: secretariat })).toMatchObject({ code: 'not-permitted' });
      for (const session of [moderator.session, 'anew']) {
        expect(await act(noted('một'), { id, actor: { ...moderator, session } })).toEqual(first);
      }
    }
    // The control: under an id of its own the same seat may do it.
    expect(await bench.act(noted('hai'), { actor: secretariat })).toMatchObject({ ok: true });
    const together = named('together');
    const acks = [moderator, secretariat, moderator].map((actor) => bench.act(noted('ba'), { id: together, actor }));
    const seq = bench.desk.seq + 1;
    expect(await Promise.all(acks)).toMatchObject([{ ok: true, seq }, { code: 'not-permitted' }, { ok: true, seq }]);
  });

  test('[DSK24] of two bridges, or two delegates, one is not the other', () => {
    const hall = (bridge: string) => operatorOf(bridgeIdSchema.parse(bridge));
    const phone = (session: string): Actor => ({ seat: 'delegate', session, bridgeId: null });
    expect(isSameSender(hall('a'), hall('a'))).toBe(true);
    expect(isSameSender(hall('a'), hall('b'))).toBe(false);
    expect(isSameSender(phone('an'), phone('an'))).toBe(true);
    expect(isSameSender(phone('an'), phone('binh'))).toBe(false);
    expect(isSameSender(phone('an'), { ...phone('an'), seat: 'operator' })).toBe(false);
    // Whose a secret vote was is written nowhere.
    expect(isSameSender(phone('secret'), phone('an'))).toBe(true);
  });
});

describe('when the disk refuses', () => {
  test('[DSK45] a repeat of what was kept before gets its first answer all the same', async () => {
    const { journal, control } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    const id = named('kept');
    const first = await bench.act(retitled('một'), { id });
    control.before = () => Promise.reject(new Error('the disk is full'));
    const answers = [bench.act(retitled('hai')), bench.act(retitled('một'), { id }), bench.act(retitled('ba'))];
    const unavailable = { ok: false, code: 'journal-unavailable' };
    expect(await Promise.all(answers)).toMatchObject([unavailable, first, unavailable]);
  });

  test('[DSK44] what was said not to be done is not done by a repeat that waited; one that comes later does it once', async () => {
    const { journal, control } = watched();
    const bench = await openBench(journal);
    await prepare(bench);
    const id = named('refused');
    let refuse = (_: Error): void => undefined;
    control.before = () => new Promise((_, reject) => (refuse = reject));
    const caMau: Command = { type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] };
    const first = bench.act(caMau, { id });
    await new Promise((resolve) => setImmediate(resolve));
    // Its line broke, and the page sends it again while the disk still tries.
    const repeat = bench.act(caMau, { id });
    const other = bench.act(retitled('khác'));
    control.before = async () => undefined;
    refuse(new Error('the disk is full'));
    const unavailable = { ok: false, code: 'journal-unavailable', params: {} };
    expect(await Promise.all([first, repeat])).toEqual([unavailable, unavailable]);
    expect(await other).toEqual({ ok: true, seq: 4 });
    expect(bench.desk.state.bridges.byId.size).toBe(3);
    expect(await bench.act(caMau, { id })).toEqual({ ok: true, seq: 5 });
    expect(await bench.act(caMau, { id })).toEqual({ ok: true, seq: 5 });
    expect(bench.desk.state.bridges.byId.size).toBe(4);
  });
});
