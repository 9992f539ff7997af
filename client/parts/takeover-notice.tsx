import { useEffect, useRef } from 'react';
import { useConference } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { formatTime } from './clock-text.ts';
import { useNotices } from './notices.tsx';

/** Tells of a deputy who sits down while this screen is open; what was before is in the list of codes. */
export function TakeoverNotice() {
  const last = useConference(({ conference }) => conference.lastTakeover);
  const { show } = useNotices();
  const told = useRef(last?.at ?? null);
  useEffect(() => {
    if (last === null || last.at === told.current) return;
    told.current = last.at;
    show({
      tone: 'look',
      sentence: text.rules.deputies.taken(text.common.seats[last.seat], formatTime(last.at)),
    });
  }, [last, show]);
  return null;
}
