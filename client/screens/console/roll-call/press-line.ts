import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { attendanceFigures } from '../../../../shared/views/attendance-lines.ts';
import { pressLine } from '../../../parts/attendance-sentences.ts';
import { useNotices } from '../../../parts/notices.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { text } from '../../../text/text.ts';
import { rollCallText } from '../../../text/vi/roll-call.ts';

const words = () => text.rollCall.press;

/** For a Vietnamese newsroom, whatever language the table works in; null: nobody has reported. */
export function linePressGets(state: ConferenceState): string | null {
  const figures = attendanceFigures(state);
  return figures === null ? null : pressLine(rollCallText.lines, figures);
}

/** Copies the line; where the browser gives no clipboard it is shown, to be copied by hand. */
export function useCopyPressLine(): () => Promise<void> {
  const { main } = useSync();
  const { show } = useNotices();
  return async () => {
    const line = linePressGets(main.get());
    if (line === null) return show({ tone: 'look', sentence: words().none });
    try {
      await navigator.clipboard.writeText(line);
      show({ tone: 'ok', sentence: words().copied(line) });
    } catch {
      show({ tone: 'look', sentence: words().notCopied(line) });
    }
  };
}
