import { useCallback, useEffect, useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { ArchiveOutline } from '../../../shared/protocol/archive.ts';
import { getArchiveOutline } from '../../sync/archive.ts';
import type { Fetched } from '../../sync/http.ts';

/** null until the server has answered. */
export function useOutline(conference: ConferenceId, recordings: boolean) {
  const [outline, setOutline] = useState<Fetched<ArchiveOutline> | null>(null);
  const again = useCallback(
    async () => setOutline(await getArchiveOutline(conference, recordings)),
    [conference, recordings],
  );
  useEffect(() => void again(), [again]);
  return { outline, again };
}
