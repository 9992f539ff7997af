import { useMemo } from 'react';
import { type AgendaRowReading, agendaRows } from '../../../../shared/views/agenda-rows.ts';
import { type BackTime, backTime, fairTime } from '../../../../shared/views/back-time.ts';
import { speakingNeeds } from '../../../../shared/views/queue.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { wholeState } from '../use-rights.ts';

const STEP_MS = 5_000;

export interface Programme {
  readonly rows: readonly AgendaRowReading[];
  readonly backTime: BackTime | null;
  readonly fairTime: ReturnType<typeof fairTime>;
  readonly now: number;
}

/** All that the panel reads of the programme. Attendance and lines may change a hundred times a second beside it. */
export function useProgramme(): Programme {
  const state = useConference(wholeState);
  const now = useServerNow(STEP_MS);
  const { agenda, floor, bridges, conference } = state;
  return useMemo(
    () => ({
      rows: agendaRows(agenda, now, speakingNeeds(state, now)),
      backTime: backTime(state, now),
      fairTime: fairTime(state, now),
      now,
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- `state` stands for what is read of it
    [agenda, floor, bridges, conference, now],
  );
}
