import { createContext, useContext } from 'react';
import type { PrivateTalk as Talk } from '../../shared/views/media-plan.ts';
import { createCell } from '../sync/cell.ts';
import { useReadable } from '../sync/use-readable.ts';
import { type OtherSide, otherSideOf, type PrivateRoom } from './private-room.ts';
import { NOTHING_RECEIVED } from './receive.ts';

export interface PrivateTalkValue {
  readonly talk: Talk | null;
  /** null: this machine stands in no private room now. */
  readonly joined: PrivateRoom | null;
}

export const PrivateTalkContext = createContext<PrivateTalkValue | null>(null);

export function useTalkContext(): PrivateTalkValue {
  const value = useContext(PrivateTalkContext);
  if (value === null) throw new Error('used outside a PrivateTalk');
  return value;
}

const NOBODY: OtherSide = { picture: null, sounds: [] };
const NOTHING = createCell(NOTHING_RECEIVED);

export function useOtherSide(): OtherSide {
  const { joined } = useTalkContext();
  const received = useReadable(joined?.room.received ?? NOTHING);
  return joined === null ? NOBODY : otherSideOf(joined, received);
}
