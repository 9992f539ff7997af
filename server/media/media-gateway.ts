/** What the rooms can be asked and told. The media reactor knows only this. */
export interface Permission {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly screen: boolean;
  /** Whether anything of the room reaches it. */
  readonly receives: boolean;
  readonly hidden: boolean;
}

export interface Participant {
  readonly identity: string;
  readonly permission: Permission;
  /** A microphone track is published and not muted. */
  readonly microphoneLive: boolean;
  /** A sound that calls itself a camera: LiveKit checks what a track says it is, not what it is. */
  readonly smugglesSound: boolean;
  /** In ms; of a bridge's machines the first one has the voice. */
  readonly joinedAt: number;
}

export interface MediaGateway {
  /** Makes the room if it is not there; rooms are never made by a guest. */
  ensureRoom(room: string): Promise<void>;
  /** The names of all rooms that there are. */
  rooms(): Promise<readonly string[]>;
  /** Takes the room away with everybody in it. */
  closeRoom(room: string): Promise<void>;
  participants(room: string): Promise<readonly Participant[]>;
  /** Replaces the whole permission: what is not granted is taken away at the SFU. */
  permit(room: string, identity: string, permission: Permission): Promise<void>;
  remove(room: string, identity: string): Promise<void>;
  /** A way in for one identity, good for a minute: a token cannot be taken back. */
  joinToken(guest: Guest): Promise<string>;
}

export interface Guest {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
  readonly permission: Permission;
}

/** What a webhook says once it is proved to come from our LiveKit; null for a forged, old or unreadable one. */
export type VerifyWebhook = (
  body: string,
  authorization: string | undefined,
) => Promise<{ readonly id: string; readonly room: string | null } | null>;
