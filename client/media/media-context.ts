import { createContext, useContext } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { OwnCapture } from './own-capture-store.ts';
import type { StageRoom } from './stage-room.ts';

export interface Media {
  readonly stage: StageRoom;
  readonly capture: OwnCapture;
  readonly own: BridgeId | null;
}

export const MediaContext = createContext<Media | null>(null);

export function useMedia(): Media {
  const media = useContext(MediaContext);
  if (media === null) throw new Error('used outside a MediaProvider');
  return media;
}
