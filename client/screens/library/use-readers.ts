import { useEffect, useState } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ReadersOfDocument } from '../../../shared/protocol/technical.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { getDocumentReaders } from '../../sync/documents.ts';

const ASK_EVERY_MS = 10_000;

export type Readers = ReadonlyMap<DocumentId, ReadersOfDocument>;

/** Who has opened what was given out, as far as it is known; asked again while something is out. */
export function useReaders(): Readers {
  const { conference } = useSync();
  const out = useConference(({ documents }) => documents.released.length);
  const [readers, setReaders] = useState<Readers>(new Map());
  useEffect(() => {
    if (out === 0) return;
    let open = true;
    const look = async () => {
      const answer = await getDocumentReaders(conference);
      if (open && answer.kind === 'ok') setReaders(new Map(answer.value.map((one) => [one.documentId, one])));
    };
    void look();
    const timer = setInterval(() => void look(), ASK_EVERY_MS);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, [conference, out]);
  return readers;
}
