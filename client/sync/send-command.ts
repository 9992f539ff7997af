import { useCallback } from 'react';
import { plainThroughout } from '../../shared/base/plain-text.ts';
import type { Command } from '../../shared/domain/command.ts';
import { commandIdSchema } from '../../shared/domain/ids.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';
import { useSync } from './conference-context.ts';
import { newId } from './new-id.ts';
import type { SocketLine } from './socket-line.ts';

export type SendOutcome =
  | { readonly kind: 'accepted'; readonly seq: number }
  | {
      readonly kind: 'refused';
      readonly code: RejectionCode;
      readonly params: Readonly<Record<string, string | number>>;
    }
  /** It was not sent at all. */
  | { readonly kind: 'offline' }
  /** It was sent and no answer came: what is on the screen tells whether it happened. */
  | { readonly kind: 'unknown' };

/** What sending needs of the line. */
export type CommandLine = Pick<SocketLine, 'status' | 'command'>;

const TRIES = 3;
const BACK_ONLINE_MS = 4_000;

/**
 * On a live line or not at all: a wish must not come true ten minutes later, so the socket never queues it. On silence
 * it is asked again under the same id, to which the server gives the first answer again.
 */
export async function sendCommand(line: CommandLine, envelope: CommandEnvelope): Promise<SendOutcome> {
  if (line.status.get().status !== 'online') return { kind: 'offline' };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const ack = await attemptOnce(line, envelope);
    if (ack?.ok === true) return { kind: 'accepted', seq: ack.seq };
    if (ack?.ok === false) return { kind: 'refused', code: ack.code, params: ack.params };
  }
  return { kind: 'unknown' };
}

async function attemptOnce(line: CommandLine, envelope: CommandEnvelope): Promise<CommandAck | null> {
  return (await untilOnline(line)) ? line.command(envelope) : null;
}

/** Between two tries the line may be on its way back. */
function untilOnline({ status }: CommandLine): Promise<boolean> {
  if (status.get().status === 'online') return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (online: boolean) => {
      clearTimeout(timer);
      unsubscribe();
      resolve(online);
    };
    const timer = setTimeout(() => settle(false), BACK_ONLINE_MS);
    const unsubscribe = status.subscribe(() => {
      if (status.get().status === 'online') settle(true);
    });
  });
}

export function useSend(): (command: Command) => Promise<SendOutcome> {
  const { line, conference } = useSync();
  return useCallback(
    (command: Command) =>
      sendCommand(line, { id: commandIdSchema.parse(newId()), conference, command: plainThroughout(command) }),
    [line, conference],
  );
}
