import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftStore } from '../../client/screens/minutes/notes/draft-store.ts';
import { NoteDesk, REST_MS } from '../../client/screens/minutes/notes/note-desk.ts';
import { MAX_NOTE, written } from '../../client/screens/minutes/notes/note-draft.ts';
import { createCell } from '../../client/sync/cell.ts';
import type { SendOutcome } from '../../client/sync/send-command.ts';
import type { Line } from '../../client/sync/socket-line.ts';
import type { Command } from '../../shared/domain/command.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { type NoteSubject, noteOf } from '../../shared/domain/records/minutes.ts';
import { CLOSED, conferenceId, LIVE, NOW, secretariat, stateAfter } from '../support/builders.ts';
import { givenState } from '../support/domain-spec.ts';

const CONFERENCE = conferenceId('giao-ban');
const conclusion: NoteSubject = { kind: 'conclusion' };
const ONLINE: Line = { status: 'online', since: NOW };
const OFFLINE: Line = { status: 'offline', since: NOW };

/** As a tab keeps it. */
function shelf() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** A server that decides as the real one does; the test says when its answer and its patch arrive. */
function table(kept = shelf()) {
  const state = createCell(stateAfter(LIVE));
  const line = createCell<Line>(ONLINE);
  const truth = { state: state.get(), seq: 1 };
  const disk = { isFull: false };
  let head = 1;
  const sent: Command[] = [];
  const answers: (() => void)[] = [];
  const decideNow = (command: Command): SendOutcome => {
    if (disk.isFull) return { kind: 'refused', code: 'journal-unavailable', params: {} };
    const { decided } = givenState(truth.state).when(command, { by: secretariat });
    if (!decided.ok) return { kind: 'refused', ...decided.error };
    truth.state = decided.value.events.reduce(evolve, truth.state);
    truth.seq += 1;
    return { kind: 'accepted', seq: truth.seq };
  };
  const patch = () => {
    head = truth.seq;
    state.set(truth.state);
  };
  const send = (command: Command): Promise<SendOutcome> => {
    sent.push(command);
    const outcome = decideNow(command);
    return new Promise((resolve) => answers.push(() => resolve(outcome)));
  };
  const open = () => new NoteDesk({ state, line, headSeq: () => head, send, store: draftStore(CONFERENCE, kept) });
  return {
    desk: open(),
    /** The page is loaded anew. */
    reload: open,
    kept,
    line,
    disk,
    sent,
    patch,
    answer: async () => {
      answers.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
    /** Somebody else writes; their patch comes when the test lets it. */
    other: (text: string | null) => {
      const expectedRevision = noteOf(truth.state.records.minutes, conclusion)?.revision ?? 0;
      decideNow({ type: 'writeNote', about: conclusion, text, expectedRevision });
    },
    happens: (next: typeof truth.state) => {
      truth.state = next;
      truth.seq += 1;
      patch();
    },
    truth: () => noteOf(truth.state.records.minutes, conclusion)?.text ?? null,
    state: () => truth.state,
  };
}

const rest = () => vi.advanceTimersByTimeAsync(REST_MS);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is written', () => {
  test('[MIN20] is saved a moment after the last key, and at once when the field is left', async () => {
    const { desk, sent, answer, patch } = table();
    const view = desk.view(conclusion);
    desk.type(conclusion, 'Hội nghị');
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
    desk.type(conclusion, 'Hội nghị thống nhất');
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
    expect(sent).toEqual([]);
    expect(view.get().status).toBe('waiting');
    expect([desk.unsaved.get(), desk.stuck.get()]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([{ type: 'writeNote', about: conclusion, text: 'Hội nghị thống nhất', expectedRevision: 0 }]);
    expect(view.get().status).toBe('saving');
    await answer();
    patch();
    expect(view.get()).toMatchObject({ status: 'saved', savedAt: NOW, theirs: null });
    desk.type(conclusion, 'Hội nghị thống nhất cao');
    desk.rest(conclusion);
    expect(sent.at(-1)).toMatchObject({ text: 'Hội nghị thống nhất cao', expectedRevision: 1 });
  });

  test('[MIN20] what is typed while it is being saved follows, whichever of answer and patch comes first', async () => {
    for (const first of ['answer', 'patch'] as const) {
      const { desk, sent, answer, patch, truth } = table();
      desk.type(conclusion, 'Một');
      await rest();
      desk.type(conclusion, 'Một hai');
      if (first === 'patch') patch();
      await answer();
      patch();
      expect(desk.view(conclusion).get()).toMatchObject({ typed: 'Một hai', theirs: null });
      await rest();
      await answer();
      patch();
      expect(truth()).toBe('Một hai');
      expect(sent.map((command) => 'expectedRevision' in command && command.expectedRevision)).toEqual([0, 1]);
    }
  });

  test('[MIN21] a blank at the end stays where it was typed, and an emptied field takes the note out', async () => {
    const { desk, answer, patch, truth } = table();
    const view = desk.view(conclusion);
    desk.type(conclusion, 'Kết luận ');
    await rest();
    await answer();
    patch();
    expect([view.get().typed, truth()]).toEqual(['Kết luận ', 'Kết luận']);
    desk.type(conclusion, ' ');
    await rest();
    await answer();
    patch();
    expect(truth()).toBeNull();
    expect(view.get().status).toBe('empty');
    desk.type(conclusion, 'Lại');
    await rest();
    await answer();
    expect(truth()).toBe('Lại');
  });

  test('[MIN22] half-composed letters are neither sent nor touched', async () => {
    const { desk, sent, other, patch } = table();
    desk.compose(conclusion, true);
    desk.type(conclusion, 'thô');
    await rest();
    expect(sent).toEqual([]);
    other('Của người khác');
    patch();
    expect(desk.view(conclusion).get()).toMatchObject({ typed: 'thô', theirs: null });
    desk.compose(conclusion, false);
    expect(desk.view(conclusion).get()).toMatchObject({ typed: 'thô', theirs: 'Của người khác' });
  });

  test('[MIN23] pasted signs that nobody sees do not stop the saving, and too long a text says so and stays', async () => {
    expect(written('a\tb\r\nc\u202e\u0007 ')).toBe('a b\nc');
    const { desk, sent } = table();
    desk.type(conclusion, 'x'.repeat(MAX_NOTE + 1));
    await rest();
    expect(sent).toEqual([]);
    expect(desk.view(conclusion).get().status).toBe('tooLong');
  });
});

describe('two writers', () => {
  test('[MIN24] an untouched field follows the other at once', () => {
    const { desk, other, patch } = table();
    const view = desk.view(conclusion);
    other('Của người khác');
    patch();
    expect(view.get()).toMatchObject({ typed: 'Của người khác', status: 'saved', theirs: null });
  });

  test('[MIN24] the other text stands beside the own until one of them is chosen, and neither is sent before', async () => {
    const { desk, sent, other, patch, answer, truth } = table();
    const view = desk.view(conclusion);
    desk.type(conclusion, 'Bản này');
    other('Bản kia');
    await rest();
    await answer();
    expect(view.get().typed).toBe('Bản này');
    patch();
    expect(view.get()).toMatchObject({ typed: 'Bản này', status: 'changed', theirs: 'Bản kia' });
    const before = sent.length;
    await rest();
    expect(sent).toHaveLength(before);
    desk.keepOwn(conclusion);
    await answer();
    patch();
    expect(truth()).toBe('Bản này');
    expect(view.get()).toMatchObject({ status: 'saved', theirs: null });
  });

  test('[MIN24] taking the other text gives the own one up, knowingly', async () => {
    const { desk, sent, other, patch, kept } = table();
    desk.type(conclusion, 'Bản này');
    other('Bản kia');
    patch();
    desk.takeTheirs(conclusion);
    expect(desk.view(conclusion).get()).toMatchObject({ typed: 'Bản kia', status: 'saved', theirs: null });
    await rest();
    expect(sent).toEqual([]);
    expect(kept.length).toBe(0);
  });
});

describe('nothing typed is lost', () => {
  test('[MIN25] without a line it waits on this machine, outlives the page, and is saved when the line is back', async () => {
    const { desk, reload, line, sent, kept, answer, patch, truth } = table();
    line.set(OFFLINE);
    desk.type(conclusion, 'Gõ khi mất kết nối');
    await rest();
    expect(sent).toEqual([]);
    expect(desk.view(conclusion).get().status).toBe('offline');
    expect([desk.unsaved.get(), desk.stuck.get()]).toEqual([1, 1]);
    desk.close();
    const again = reload();
    again.restore();
    expect(again.unsaved.get()).toBe(1);
    expect(again.view(conclusion).get().typed).toBe('Gõ khi mất kết nối');
    line.set(ONLINE);
    await rest();
    await answer();
    patch();
    expect(truth()).toBe('Gõ khi mất kết nối');
    expect([again.unsaved.get(), kept.length]).toEqual([0, 0]);
  });

  test('[MIN25] an own writing whose answer was lost is known again after the page was loaded anew', async () => {
    const { desk, reload, patch, sent, answer, truth } = table();
    desk.type(conclusion, 'Một');
    await rest();
    desk.type(conclusion, 'Một hai');
    desk.close();
    patch();
    const again = reload();
    expect(again.view(conclusion).get()).toMatchObject({ typed: 'Một hai', theirs: null });
    again.rest(conclusion);
    expect(sent.at(-1)).toMatchObject({ text: 'Một hai', expectedRevision: 1 });
    await answer();
    expect(truth()).toBe('Một hai');
  });

  test('[MIN25] what was typed over an earlier text outlives the page as well', async () => {
    const { desk, reload, line, other, patch, answer, truth } = table();
    other('Bản trước');
    patch();
    expect(desk.view(conclusion).get().typed).toBe('Bản trước');
    line.set(OFFLINE);
    desk.type(conclusion, 'Bản trước, và sau');
    const again = reload();
    expect(again.view(conclusion).get()).toMatchObject({ typed: 'Bản trước, và sau', theirs: null });
    line.set(ONLINE);
    await rest();
    await answer();
    expect(truth()).toBe('Bản trước, và sau');
  });

  test('[MIN25] what another wrote meanwhile is not overwritten by what was kept', () => {
    const { desk, reload, line, other, patch } = table();
    line.set(OFFLINE);
    desk.type(conclusion, 'Bản này');
    desk.close();
    other('Bản kia');
    patch();
    const again = reload();
    expect(again.view(conclusion).get()).toMatchObject({ typed: 'Bản này', theirs: 'Bản kia' });
  });

  test('[MIN26] signed minutes refuse it in words, and it is saved once they are reopened', async () => {
    const { desk, happens, state, answer, truth, sent } = table();
    const { signed: _, ...rest0 } = stateAfter(CLOSED).records.minutes;
    const signed = { version: 1, at: NOW, position: 1, signer: null, recorder: null };
    const withMinutes = (minutes: ReturnType<typeof state>['records']['minutes']) => ({
      ...stateAfter(CLOSED),
      records: { ...state().records, minutes },
    });
    desk.type(conclusion, 'Muộn');
    happens(withMinutes({ ...rest0, signed }));
    await rest();
    await answer();
    expect(desk.view(conclusion).get()).toMatchObject({ status: 'refused', refusal: { code: 'minutes-signed' } });
    expect(desk.view(conclusion).get().typed).toBe('Muộn');
    await rest();
    expect(sent).toHaveLength(1);
    happens(withMinutes({ ...rest0, signed: null }));
    await rest();
    await answer();
    expect(truth()).toBe('Muộn');
  });

  test('[STO9] what is typed while the disk of the server takes nothing is saved by itself once it does', async () => {
    const { desk, disk, answer, truth, sent } = table();
    disk.isFull = true;
    desk.type(conclusion, 'Đĩa đầy');
    await rest();
    await answer();
    expect(desk.view(conclusion).get()).toMatchObject({ status: 'waiting', typed: 'Đĩa đầy' });
    expect([sent.length, truth()]).toEqual([1, null]);
    disk.isFull = false;
    await rest();
    await answer();
    expect(truth()).toBe('Đĩa đầy');
  });
});
