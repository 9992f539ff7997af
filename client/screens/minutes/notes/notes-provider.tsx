import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { NoteSubject } from '../../../../shared/domain/records/minutes.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { useSend } from '../../../sync/send-command.ts';
import { useReadable } from '../../../sync/use-readable.ts';
import { draftStore } from './draft-store.ts';
import { NoteDesk, type NoteView } from './note-desk.ts';

const NotesContext = createContext<NoteDesk | null>(null);

/** Holds what is being written, above the tabs: who looks at another one loses nothing. */
export function NotesProvider({ children }: { readonly children: ReactNode }) {
  const sync = useSync();
  const send = useSend();
  const [desk, setDesk] = useState<NoteDesk | null>(null);
  useEffect(() => {
    const store = draftStore(sync.conference);
    const opened = new NoteDesk({ state: sync.main, line: sync.lineStatus, headSeq: () => sync.headSeq, send, store });
    opened.restore();
    setDesk(opened);
    const warn = (event: BeforeUnloadEvent) => {
      if (opened.unsaved.get() > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      opened.close();
    };
  }, [sync, send]);
  return desk === null ? null : <NotesContext value={desk}>{children}</NotesContext>;
}

export function useNotes(): NoteDesk {
  const desk = useContext(NotesContext);
  if (desk === null) throw new Error('used outside a NotesProvider');
  return desk;
}

export const useNote = (about: NoteSubject): NoteView => useReadable(useNotes().view(about));
