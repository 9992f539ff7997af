import { useEffect, useState } from 'react';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceSummary } from '../../shared/protocol/http.ts';
import { getConference } from '../sync/http.ts';

/** A screen follows one conference by its line; of the other one it asks now and then. null: not known (yet). */
export function useOtherConference(conference: ConferenceId | null, everyMs: number): ConferenceSummary | null {
  const [known, setKnown] = useState<ConferenceSummary | null>(null);
  useEffect(() => {
    if (conference === null) return;
    let current = true;
    const ask = async () => {
      const fetched = await getConference(conference);
      if (current && fetched.kind === 'ok') setKnown(fetched.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [conference, everyMs]);
  return known?.id === conference ? known : null;
}
