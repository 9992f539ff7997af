import { watchExternalLiveKit } from './external-livekit.ts';
import { FINDERS } from './find-livekit.ts';
import type { Finder } from './finder.ts';
import type { LiveKitOptions, LiveKitServer } from './media-state.ts';
import { runOwnLiveKit } from './own-livekit.ts';

export type { LiveKitEndpoint, LiveKitOptions, LiveKitServer, MediaState } from './media-state.ts';

/** Returns at once; LiveKit is prepared in the background. */
export function startLiveKit(options: LiveKitOptions, finders: readonly Finder[] = FINDERS): LiveKitServer {
  return options.external === null
    ? runOwnLiveKit(options, finders)
    : watchExternalLiveKit(options.external, options.log);
}
