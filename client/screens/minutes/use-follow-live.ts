import { type RefObject, useEffect } from 'react';
import type { SpeechId } from '../../../shared/domain/ids.ts';

const lineOf = (pane: HTMLElement | null, live: SpeechId | null): HTMLElement | null =>
  live === null ? null : (pane?.querySelector<HTMLElement>(`[data-speech="${CSS.escape(live)}"]`) ?? null);

/**
 * Brings whoever begins to speak into view, unless somebody writes elsewhere: a summary is mostly finished while the
 * next speaker has begun. Answers the way there by a press, which goes into the field as well.
 */
export function useFollowLive(pane: RefObject<HTMLElement | null>, live: SpeechId | null): () => void {
  useEffect(() => {
    const focused = document.activeElement;
    const writes = focused instanceof HTMLTextAreaElement && pane.current?.contains(focused);
    if (!writes) lineOf(pane.current, live)?.scrollIntoView({ block: 'center' });
  }, [pane, live]);
  return () => {
    const line = lineOf(pane.current, live);
    line?.scrollIntoView({ block: 'center' });
    line?.querySelector('textarea')?.focus({ preventScroll: true });
  };
}
