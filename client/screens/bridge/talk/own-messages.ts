import { useState } from 'react';
import type { BridgeId, MessageId } from '../../../../shared/domain/ids.ts';
import type { Message, Messages } from '../../../../shared/domain/messages/message.ts';
import { standingWords, unseenBy } from '../../../../shared/views/talkback.ts';
import { useMarkSeen } from '../../../parts/talkback/use-mark-seen.ts';
import { useOwnBridge } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';

const CHECKED_EVERY_MS = 5_000;

export const useOwnMessages = (): Messages => useOwnBridge(({ messages }) => messages);

interface StandingMessages {
  /** The newest first. */
  readonly standing: readonly Message[];
  readonly hide: (messageId: MessageId) => void;
}

/** What the centre wrote and still stands here; a word to which nothing is to be answered can be put away. */
export function useStandingMessages(own: BridgeId): StandingMessages {
  const messages = useOwnMessages();
  const now = useServerNow(CHECKED_EVERY_MS);
  const [hidden, setHidden] = useState<ReadonlySet<MessageId>>(new Set());
  return {
    standing: standingWords(messages, own, now)
      .filter(({ messageId }) => !hidden.has(messageId))
      .toReversed(),
    hide: (messageId) => setHidden(new Set([...hidden, messageId])),
  };
}

/** Tells the centre of those among `shown` that have not been told of. */
export function useTellSeen(own: BridgeId, shown: readonly Message[]): void {
  const ids = new Set(shown.map(({ messageId }) => messageId));
  useMarkSeen(
    own,
    useOwnBridge(({ messages }) =>
      unseenBy(messages, own).flatMap(({ messageId }) => (ids.has(messageId) ? [messageId] : [])),
    ),
  );
}
