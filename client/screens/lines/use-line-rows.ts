import { useMemo } from 'react';
import { type LineRow, lineBoard, type Tended } from '../../../shared/views/line-board.ts';
import { useMeasurements } from '../../parts/lines/use-measurements.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';

/** Rows change by themselves only when a line that came back has proved itself. */
const STEP_MS = 10_000;

const tended = ({ bridges, lines, messages, attendance }: Tended): Tended => ({ bridges, lines, messages, attendance });

/** Every bridge, worst first; sorted anew when something of it changes, not with every level. */
export function useLineRows(): readonly LineRow[] {
  const state = useConference(tended);
  const measured = useMeasurements();
  const now = useServerNow(STEP_MS);
  return useMemo(() => lineBoard(state, measured, now), [state, measured, now]);
}
