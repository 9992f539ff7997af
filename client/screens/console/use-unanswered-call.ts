import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { isCallUnanswered } from '../../../shared/views/speech-clock.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';

/** The call about which the moderator must be asked, if there is one. */
export function useUnansweredCall(): Speech | null {
  const speech = useConference(({ floor }) => speechOnFloor(floor)) ?? null;
  const now = useServerNow();
  return speech !== null && isCallUnanswered(speech, now) ? speech : null;
}
