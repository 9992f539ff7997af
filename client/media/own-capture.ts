import { useReadable } from '../sync/use-readable.ts';
import { useMedia } from './media-context.ts';
import type { OwnDevices } from './own-capture-store.ts';

export type { CaptureStatus } from './own-capture-store.ts';

export interface OwnDeviceChoice extends OwnDevices {
  readonly chooseCamera: (deviceId: string) => void;
  readonly chooseMicrophone: (deviceId: string) => void;
  readonly chooseSpeaker: (deviceId: string) => void;
  readonly retry: () => void;
}

/** The own devices and the ways to change them; re-drawn when a device changes, never by sound. */
export function useOwnDevices(): OwnDeviceChoice {
  const { capture } = useMedia();
  const { chooseCamera, chooseMicrophone, chooseSpeaker, retry } = capture;
  return { ...useReadable(capture.devices), chooseCamera, chooseMicrophone, chooseSpeaker, retry };
}

/** How loud the own microphone is, 0 to 1; re-drawn up to ten times a second: for the bar alone. */
export const useOwnLevel = (): number => useReadable(useMedia().capture.meter.level);
