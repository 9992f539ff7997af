import { useEffect, useState } from 'react';
import type { Paper, PaperKind } from '../../../shared/views/papers/paper.ts';
import { useSync } from '../../sync/conference-context.ts';
import { ask } from '../../sync/http.ts';
import { paperAddress } from './paper-address.ts';
import { paperSchema } from './paper-schema.ts';

export interface PaperReading {
  /** The last one that could be read; null: none of this kind yet. */
  readonly paper: Paper | null;
  readonly trouble: 'none' | 'classified' | 'failed';
}

/** A conference that is live moves all the time: the paper is made anew so often and not more. */
const EVERY_MS = 3_000;
const LOOK_MS = 500;
const NOTHING: PaperReading = { paper: null, trouble: 'none' };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The paper as it would be taken along now; it follows the conference a moment behind. */
export function usePaper(kind: PaperKind): PaperReading {
  const sync = useSync();
  const [reading, setReading] = useState<PaperReading>(NOTHING);
  useEffect(() => {
    const leave = new AbortController();
    const { signal } = leave;
    /** Whether there is nothing more to ask for until the conference moves. */
    const read = async (): Promise<boolean> => {
      const answer = await ask(paperSchema, paperAddress(sync.conference, kind), { signal }).catch(() => null);
      if (signal.aborted) return true;
      if (answer?.kind === 'ok') setReading({ paper: answer.value, trouble: 'none' });
      const isClassified = answer?.kind === 'refused' && answer.code === 'classified';
      if (isClassified) setReading({ paper: null, trouble: 'classified' });
      const isDone = answer?.kind === 'ok' || isClassified;
      if (!isDone) setReading(({ paper }) => ({ paper, trouble: 'failed' }));
      return isDone;
    };
    const follow = async () => {
      for (let readAt: number | null = null; !signal.aborted; ) {
        const { headSeq } = sync;
        if (headSeq === readAt || document.hidden) await pause(LOOK_MS);
        else {
          readAt = (await read()) ? headSeq : null;
          await pause(EVERY_MS);
        }
      }
    };
    void follow();
    return () => leave.abort();
  }, [sync, kind]);
  return reading.paper === null || reading.paper.kind === kind ? reading : NOTHING;
}
