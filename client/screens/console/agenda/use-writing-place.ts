import type { Agenda } from '../../../../shared/domain/agenda/agenda.ts';
import { placeAtEnd, type WritingPlace } from '../../../../shared/views/agenda-writing.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { instantOf } from '../conference-times.ts';

/** When an empty programme begins, until somebody says otherwise. */
const USUAL_START = '08:00';

/** Where a row that is added at the end would stand. */
export function useWritingPlace(agenda: Agenda): WritingPlace {
  const date = useConference(({ conference }) => conference.date);
  return placeAtEnd(agenda, instantOf(date, USUAL_START) ?? 0);
}
