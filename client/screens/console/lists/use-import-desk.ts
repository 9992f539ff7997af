import { useEffect, useRef, useState } from 'react';
import type { Command } from '../../../../shared/domain/command.ts';
import { importIdSchema } from '../../../../shared/domain/ids.ts';
import type { ImportList } from '../../../../shared/protocol/list-import.ts';
import { useSync } from '../../../sync/conference-context.ts';
import type { ConferenceSync } from '../../../sync/conference-sync.ts';
import { useReadable } from '../../../sync/use-readable.ts';
import { BLANK } from '../blank-commands.ts';
import { doorOf, type ImportBoard, ImportDesk, type Refused } from './import-desk.ts';
import { newsOf, refusedSentence } from './import-words.ts';

/** As long as the page has the conference, whatever dialogs come and go. */
const desks = new WeakMap<ConferenceSync, ImportDesk>();

export function useImportDesk(): ImportDesk {
  const sync = useSync();
  const desk = desks.get(sync) ?? new ImportDesk(doorOf(sync.conference));
  desks.set(sync, desk);
  return desk;
}

/** The board as it stands; while somebody looks, the server is asked for news. */
export function useImportBoard(desk: ImportDesk): ImportBoard {
  useEffect(() => desk.watch(), [desk]);
  return useReadable(desk.board);
}

/** What is to be read out, each once; the number changes with each. */
export function useNews(board: ImportBoard): { readonly sentence: string; readonly count: number } {
  const before = useRef(board);
  const [news, setNews] = useState({ sentence: '', count: 0 });
  useEffect(() => {
    const told = newsOf(before.current, board);
    before.current = board;
    if (told !== null) setNews(({ count }) => ({ sentence: told, count: count + 1 }));
  }, [board]);
  return news;
}

const nobody = importIdSchema.parse('none');

/** What a file of the list would become, still blank: to ask for the right and the phase. Never sent. */
export const BLANK_IMPORT: Readonly<Record<ImportList, Command>> = {
  delegates: { type: 'applyDelegateImport', importId: nobody },
  bridges: { type: 'importBridges', importId: nobody, name: '', bridges: [], changes: [] },
  agenda: BLANK.agendaItem,
};

interface Asking {
  readonly pending: boolean;
  readonly problem: string | null;
  readonly run: (ask: () => Promise<Refused | null>) => void;
}

/** One question at a time; a refusal stays on the screen until the next. */
export function useAsking(): Asking {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const busy = useRef(false);
  const run = async (ask: () => Promise<Refused | null>) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setRefused(await ask());
    setPending(false);
    busy.current = false;
  };
  return {
    pending,
    problem: refused === null ? null : refusedSentence(refused),
    run: (ask) => void run(ask),
  };
}
