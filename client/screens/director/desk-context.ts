import { createContext, useContext } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';

export interface Desk {
  /** Why nothing can be shown from here now; null: it can. */
  readonly standing: string | null;
  /** Opens the talk with a hall beside the pictures. */
  readonly talkTo: (bridgeId: BridgeId) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('used outside the director’s screen');
  return desk;
}
