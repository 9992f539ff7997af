import { useEffect, useRef } from 'react';
import type { BridgeId, MessageId } from '../../../shared/domain/ids.ts';
import { useLine } from '../../sync/conference-provider.tsx';
import { useSend } from '../../sync/send-command.ts';
import { usePageVisible } from './page-visible.ts';

/**
 * Says of messages that stand on this page that they were seen: once each, and only while somebody can see the page.
 * Another machine may have said so before; that is no news to anybody.
 */
export function useMarkSeen(bridgeId: BridgeId, messageIds: readonly MessageId[]): void {
  const send = useSend();
  const isOnline = useLine().status === 'online';
  const isVisible = usePageVisible();
  const said = useRef(new Set<MessageId>());
  useEffect(() => {
    if (!isOnline || !isVisible) return;
    const mark = async (messageId: MessageId) => {
      said.current.add(messageId);
      const { kind } = await send({ type: 'markMessageSeen', bridgeId, messageId });
      // Without an answer it is said again on the next line.
      if (kind === 'offline' || kind === 'unknown') said.current.delete(messageId);
    };
    for (const messageId of messageIds) if (!said.current.has(messageId)) void mark(messageId);
  }, [bridgeId, messageIds, isOnline, isVisible, send]);
}
