import type { BridgeId } from '../../shared/domain/ids.ts';

export interface Chosen {
  readonly chosenCamera: string | null;
  readonly chosenMicrophone: string | null;
  readonly chosenSpeaker: string | null;
}

type Kind = 'camera' | 'microphone' | 'speaker';

/**
 * Which camera, microphone and loudspeaker belong to a room, on this machine. One machine may serve another room
 * tomorrow: each remembers its own; what an earlier release remembered for all of them stands in until then.
 */
export class DeviceMemory {
  readonly #room: string;

  constructor(room: BridgeId | null) {
    this.#room = room ?? 'centre';
  }

  chosen(): Chosen {
    return {
      chosenCamera: this.#read('camera'),
      chosenMicrophone: this.#read('microphone'),
      chosenSpeaker: this.#read('speaker'),
    };
  }

  /** An empty id leaves the choice to the browser, and is remembered as such. */
  keep(kind: Kind, deviceId: string): string | null {
    localStorage.setItem(this.#key(kind), deviceId);
    return deviceId === '' ? null : deviceId;
  }

  #read(kind: Kind): string | null {
    const stored = localStorage.getItem(this.#key(kind)) ?? localStorage.getItem(`diemcau.${kind}`);
    return stored === null || stored === '' ? null : stored;
  }

  #key(kind: Kind): string {
    return `diemcau.${kind}.${this.#room}`;
  }
}
