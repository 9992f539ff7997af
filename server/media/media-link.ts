import {
  type LiveKitEndpoint,
  type LiveKitOptions,
  type LiveKitServer,
  type MediaState,
  startLiveKit,
} from './livekit/livekit-server.ts';
import { createLiveKitGateway, verifyWebhook } from './livekit-gateway.ts';
import type { MediaGateway, VerifyWebhook } from './media-gateway.ts';

/** LiveKit as the rest of the server knows it, from before it is started until it is gone. */
export class MediaLink {
  #server: LiveKitServer | null = null;
  #gateway: MediaGateway | null = null;

  /** Prepares LiveKit in the background; `onState` hears of every change, with the gateway already in place. */
  start(options: LiveKitOptions, onState: (state: MediaState) => void): void {
    this.#server = startLiveKit(options);
    this.#server.onState((state) => {
      const endpoint = this.#endpoint();
      this.#gateway = endpoint === null ? null : createLiveKitGateway(endpoint);
      onState(state);
    });
  }

  state(): MediaState {
    return this.#server?.state() ?? { state: 'preparing', step: 'searching', progress: null };
  }

  /** Where the signalling answers, on the machine itself; null until LiveKit was there once. */
  signalling(): string | null {
    return this.#endpoint()?.url ?? null;
  }

  gateway(): MediaGateway | null {
    return this.#gateway;
  }

  readonly verify: VerifyWebhook = async (body, authorization) => {
    const endpoint = this.#endpoint();
    return endpoint === null ? null : verifyWebhook(endpoint, body, authorization);
  };

  #endpoint(): LiveKitEndpoint | null {
    return this.#server?.endpoint() ?? null;
  }

  async close(): Promise<void> {
    this.#gateway = null;
    await this.#server?.close();
  }
}
