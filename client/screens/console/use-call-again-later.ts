import { useState } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { text } from '../../text/text.ts';
import { useRights } from './use-rights.ts';

interface CallAgainLater {
  readonly pending: boolean;
  readonly reason: string | null;
  readonly start: () => void;
}

/**
 * Takes a call back: ends it unheard and calls its speaker back to the head of the line. Two commands, since a speech
 * that was called stays on the record as called; a refusal of the first stops with its sentence.
 */
export function useCallAgainLater({ speechId, allottedMs }: Speech): CallAgainLater {
  const [pending, setPending] = useState(false);
  const issue = useIssue();
  const { show } = useNotices();
  const end: Command = { type: 'endSpeech', speechId };
  const reason = useRights().reason(end);
  const run = async () => {
    setPending(true);
    const done = (await issue(end)) && (await issue({ type: 'callBackSpeaker', speechId, allottedMs }));
    setPending(false);
    if (done) show({ tone: 'ok', sentence: text.console.unanswered.isFirstAgain });
  };
  return { pending, reason, start: () => void run() };
}
