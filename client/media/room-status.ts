import { useReadable } from '../sync/use-readable.ts';
import { useMedia } from './media-context.ts';
import type { RoomStatus } from './media-room.ts';

/**
 * How this screen stands in the room. `unavailable`: there is none to join; `replaced`: another machine took it; `full`:
 * as many machines of the bridge as may be are in.
 */
export const useRoomStatus = (): RoomStatus => useReadable(useMedia().stage.status);

/** Takes the place back from the machine that took it. */
export function useTakeBack(): () => void {
  const { stage } = useMedia();
  return () => stage.takeBack();
}

/** Browsers keep silent until somebody has pressed something; `unblock` must be called from a press. */
export function useSoundBlocked(): { readonly blocked: boolean; readonly unblock: () => void } {
  const { stage } = useMedia();
  return { blocked: useReadable(stage.soundBlocked), unblock: () => void stage.unblockSound() };
}
