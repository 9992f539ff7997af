import { createContext, type ReactNode, useContext } from 'react';
import type { ConferenceSync } from './conference-sync.ts';

export const ConferenceContext = createContext<ConferenceSync | null>(null);

/**
 * Stands at the top of every screen of a conference, and says when it is the rehearsal. It is handed in from above,
 * because it reads the conference and the provider draws it.
 */
export const MarkContext = createContext<(unattended: boolean) => ReactNode>(() => null);

export function useSync(): ConferenceSync {
  const sync = useContext(ConferenceContext);
  if (sync === null) throw new Error('used outside a ConferenceProvider');
  return sync;
}
