import type { Keeping } from '../../client/screens/kiosk/check-in-queue.ts';
import { type Cell, createCell } from '../../client/sync/cell.ts';
import type { CommandLine } from '../../client/sync/send-command.ts';
import type { Line } from '../../client/sync/socket-line.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';

/** The browser's storage, as far as it is used; `full` keeps nothing more. */
export function storage(full = false): Keeping {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

/** A server that counts each command id once and loses answers as told; without ids it would count every letter. */
export function server({ lostAnswers = 0, byId = true } = {}) {
  const status: Cell<Line> = createCell<Line>({ status: 'online', since: 0 });
  const answers = new Map<string, CommandAck>();
  const heard: CommandEnvelope[] = [];
  let present = 0;
  let lost = lostAnswers;
  const judge = (envelope: CommandEnvelope): CommandAck => {
    const before = byId ? answers.get(envelope.id) : undefined;
    if (before !== undefined) return before;
    present += 1;
    const ack: CommandAck = { ok: true, seq: present };
    answers.set(envelope.id, ack);
    return ack;
  };
  const line: CommandLine = {
    status,
    command: (envelope) => {
      heard.push(envelope);
      const ack = judge(envelope);
      if (lost > 0) {
        lost -= 1;
        return Promise.resolve(null);
      }
      return Promise.resolve(ack);
    },
  };
  return { line, status, heard, present: () => present };
}
