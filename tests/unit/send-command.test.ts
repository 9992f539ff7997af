import { expect, test, vi } from 'vitest';
import { type Cell, createCell } from '../../client/sync/cell.ts';
import { type CommandLine, sendCommand } from '../../client/sync/send-command.ts';
import type { Line } from '../../client/sync/socket-line.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';
import { commandId, conferenceId } from '../support/builders.ts';

const envelope: CommandEnvelope = {
  id: commandId('press-1'),
  conference: conferenceId('giao-ban'),
  command: { type: 'openConference' },
};

/** A line that answers as told, one answer a try; null is silence. */
function lineAnswering(answers: readonly (CommandAck | null)[]) {
  const sent: CommandEnvelope[] = [];
  const status: Cell<Line> = createCell<Line>({ status: 'online', since: 0 });
  const line: CommandLine = {
    status,
    command: (one) => {
      sent.push(one);
      return Promise.resolve(answers[sent.length - 1] ?? null);
    },
  };
  return { line, sent, status };
}

test('an answer is passed on, accepted or refused', async () => {
  const accepted = lineAnswering([{ ok: true, seq: 7 }]);
  expect(await sendCommand(accepted.line, envelope)).toEqual({ kind: 'accepted', seq: 7 });
  expect(accepted.sent).toHaveLength(1);
  const refused = lineAnswering([{ ok: false, code: 'wrong-phase', params: { phase: 'live' } }]);
  expect(await sendCommand(refused.line, envelope)).toEqual({
    kind: 'refused',
    code: 'wrong-phase',
    params: { phase: 'live' },
  });
});

test('without a line nothing is sent, now or later', async () => {
  const { line, sent, status } = lineAnswering([{ ok: true, seq: 7 }]);
  status.set({ status: 'offline', since: 0 });
  expect(await sendCommand(line, envelope)).toEqual({ kind: 'offline' });
  status.set({ status: 'online', since: 1 });
  expect(sent).toEqual([]);
});

test('on silence it is asked again under the same id, three times at most', async () => {
  const late = lineAnswering([null, null, { ok: true, seq: 7 }]);
  expect(await sendCommand(late.line, envelope)).toEqual({ kind: 'accepted', seq: 7 });
  expect(late.sent.map(({ id }) => id)).toEqual([envelope.id, envelope.id, envelope.id]);
  const silent = lineAnswering([]);
  expect(await sendCommand(silent.line, envelope)).toEqual({ kind: 'unknown' });
  expect(silent.sent).toHaveLength(3);
});

test('a line that breaks after the first try is waited for, and not for ever', async () => {
  vi.useFakeTimers();
  try {
    const back = lineAnswering([null, { ok: true, seq: 8 }]);
    const outcome = sendCommand(back.line, envelope);
    back.status.set({ status: 'offline', since: 0 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(back.sent).toHaveLength(1);
    back.status.set({ status: 'online', since: 1 });
    expect(await outcome).toEqual({ kind: 'accepted', seq: 8 });

    const gone = lineAnswering([null]);
    const unknown = sendCommand(gone.line, envelope);
    gone.status.set({ status: 'offline', since: 0 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await unknown).toEqual({ kind: 'unknown' });
    expect(gone.sent).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
});
