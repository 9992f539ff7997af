import type { MediaState } from '../../shared/protocol/media-state.ts';
import {
  type LiveKitEndpoint,
  type LiveKitOptions,
  type LiveKitServer,
  type MediaState as OwnState,
  startLiveKit,
} from './livekit/livekit-server.ts';
import { createLiveKitGateway, verifyWebhook } from './livekit-gateway.ts';
import type { MediaGateway, VerifyWebhook } from './media-gateway.ts';

/** LiveKit as the rest of the server knows it, from before it is started until it is gone. */
export class MediaLink {
  #server: LiveKitServer | null = null;
  #gateway: MediaGateway | null = null;

  /**
   * Prepares LiveKit in the background; `onState` hears of every change, with the gateway already in place. `detail`,
   * for the machine's own console alone, is why it is down.
   */
  start(options: LiveKitOptions, onState: (state: MediaState, detail: string | null) => void): void {
    this.#server = startLiveKit(options);
    this.#server.onState((state) => {
      const endpoint = this.#endpoint();
      this.#gateway = endpoint === null ? null : createLiveKitGateway(endpoint);
      onState(announced(state), state.state === 'down' ? state.detail : null);
    });
  }

  state(): MediaState {
    const state = this.#server?.state();
    return state === undefined ? { state: 'preparing', step: 'searching', progress: null } : announced(state);
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

/** Without the detail, which names folders: it is in the log. */
const announced = (state: OwnState): MediaState =>
  state.state === 'down' ? { state: 'down', reason: state.reason } : state;
