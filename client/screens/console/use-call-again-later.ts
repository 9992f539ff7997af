import { useState } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import { type Speech, waitingOf } from '../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';
import { useRights } from './use-rights.ts';

const PATIENCE_MS = 3_000;
const LOOK_MS = 50;

interface CallAgainLater {
  readonly pending: boolean;
  readonly reason: string | null;
  readonly start: () => void;
}

/**
 * Takes a call back: ends it unheard and enters the same wish again at the head of the queue. Several commands, since
 * a speech that was called stays on the record as called; a refusal in between stops with its sentence.
 */
export function useCallAgainLater(speech: Speech): CallAgainLater {
  // Read where it stands, not by a hook: the first command takes the press that started this off the screen.
  const sync = useSync();
  const [pending, setPending] = useState(false);
  const issue = useIssue();
  const { show } = useNotices();
  const end: Command = { type: 'endSpeech', speechId: speech.speechId };
  const reason = useRights().reason(end);
  const run = async () => {
    setPending(true);
    const done = (await issue(end)) && (await reenter(speech, issue, () => sync.main.get()));
    setPending(false);
    if (done) show({ tone: 'ok', sentence: text.console.unanswered.isFirstAgain });
  };
  return { pending, reason, start: () => void run() };
}

type Issue = (command: Command) => Promise<boolean>;

async function reenter(speech: Speech, issue: Issue, read: () => ConferenceState): Promise<boolean> {
  const { bridgeId, subject, allottedMs, kind } = speech;
  const { fullName, positions } = speech.speaker;
  const wish = { bridgeId, subject, speaker: { fullName, positions } };
  const entry: Command =
    kind === 'paper' ? { type: 'registerPaper', ...wish, allottedMs } : { type: 'requestSpeech', ...wish };
  if (!(await issue(entry))) return false;
  const waiting = await untilFound(() => waitingOf(read().floor, bridgeId).find((one) => one.kind === kind));
  if (waiting === null) return false;
  const { speechId } = waiting;
  if (kind === 'opinion' && !(await issue({ type: 'acceptSpeech', speechId, allottedMs }))) return false;
  const first = await untilFound(() => (read().floor.queue.includes(speechId) ? read().floor.queue[0] : undefined));
  return first === null || first === speechId || issue({ type: 'moveSpeech', speechId, beforeSpeechId: first });
}

/** The answer to a command may arrive before its patch. */
async function untilFound<T>(look: () => T | undefined): Promise<T | null> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return null;
}
