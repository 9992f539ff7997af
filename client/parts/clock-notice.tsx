import { useEffect, useRef } from 'react';
import { useSync } from '../sync/conference-context.ts';
import { useReadable } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import { useNotices } from './notices.tsx';

/** Tells once that somebody has set the clock of the server's machine: nothing here moved by that. */
export function ClockNotice() {
  const { line } = useSync();
  const offMs = useReadable(line.machineOffMs);
  const { show } = useNotices();
  const isOff = useRef(false);
  useEffect(() => {
    if (offMs !== 0 && !isOff.current) show({ tone: 'look', sentence: text.common.clockWasSet(offMs), about: 'clock' });
    isOff.current = offMs !== 0;
  }, [offMs, show]);
  return null;
}
