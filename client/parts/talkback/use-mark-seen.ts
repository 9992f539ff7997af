import { createContext, useContext, useEffect, useRef } from 'react';
import type { BridgeId, MessageId } from '../../../shared/domain/ids.ts';
import { useSend } from '../../sync/send-command.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { usePageVisible } from './page-visible.ts';

/** Whether what is mounted can be seen: a panel may stand behind another one and keep what was typed. */
export const DrawnContext = createContext(true);

/** Thousands of halls see a word to all in the same moment: they say so one after the other. */
const SPREAD_MS = 1_000;

/**
 * Says of messages that stand on this page that they were seen: once each, and only while somebody can see them.
 * Another machine may have said so before; that is no news to anybody.
 */
export function useMarkSeen(bridgeId: BridgeId, messageIds: readonly MessageId[]): void {
  const send = useSend();
  const isTaken = useCommandsOff() === null;
  const isVisible = usePageVisible();
  const isDrawn = useContext(DrawnContext);
  const said = useRef(new Set<MessageId>());
  useEffect(() => {
    if (!isTaken || !isVisible || !isDrawn || messageIds.length === 0) return;
    const page = { left: false };
    const markAll = async () => {
      for (const messageId of messageIds) {
        if (page.left || said.current.has(messageId)) continue;
        said.current.add(messageId);
        const outcome = await send({ type: 'markMessageSeen', bridgeId, messageId });
        const isHeard = outcome.kind === 'accepted' || (outcome.kind === 'refused' && !AGAIN_LATER.has(outcome.code));
        // What was not heard is said again when the line or the list changes.
        if (!isHeard) said.current.delete(messageId);
      }
    };
    const timer = setTimeout(() => void markAll(), Math.random() * SPREAD_MS);
    return () => {
      page.left = true;
      clearTimeout(timer);
    };
  }, [bridgeId, messageIds, isTaken, isVisible, isDrawn, send]);
}

const AGAIN_LATER: ReadonlySet<string> = new Set(['too-many-commands', 'journal-unavailable']);
