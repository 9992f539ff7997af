import { text } from '../text/text.ts';
import { useJournalState, useLine } from './conference-provider.tsx';

/** Why no command can be sent now, in words; null: one can. Whatever else speaks against a press comes after this. */
export function useCommandsOff(): string | null {
  const { status } = useLine();
  const journal = useJournalState();
  if (status !== 'online') return text.common.offlineReason;
  return journal === 'ok' ? null : text.common.journal[journal].reason;
}
