import type { Readable } from '../sync/cell.ts';
import type { OwnCapture } from './own-capture-store.ts';
import type { Captured } from './publish.ts';
import type { ScreenCapture } from './screen-capture.ts';

/** What a machine has to send, as one value that changes with each of its parts. */
export const capturedBy = (capture: OwnCapture, screen: ScreenCapture | null): Readable<Captured> => ({
  get: () => ({
    camera: capture.cameraTrack,
    microphone: capture.microphoneTrack,
    screen: screen?.shared.get().track ?? null,
  }),
  subscribe: (listener) => {
    const stops = [capture.devices.subscribe(listener), screen?.shared.subscribe(listener)];
    return () => {
      for (const stop of stops) stop?.();
    };
  },
});

/** The same without the microphone, as long as it is muted by hand. */
export const mutable = (captured: Readable<Captured>, muted: Readable<boolean>): Readable<Captured> => ({
  get: () => (muted.get() ? { ...captured.get(), microphone: null } : captured.get()),
  subscribe: (listener) => {
    const stops = [captured.subscribe(listener), muted.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  },
});
