import { createContext, useContext } from 'react';
import type { ConferenceSync } from './conference-sync.ts';

export const ConferenceContext = createContext<ConferenceSync | null>(null);

export function useSync(): ConferenceSync {
  const sync = useContext(ConferenceContext);
  if (sync === null) throw new Error('used outside a ConferenceProvider');
  return sync;
}
