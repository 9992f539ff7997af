import type { Seat } from '../../shared/domain/actor.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';

/** A link or a deputy's code that was given out. The secret itself is nowhere: only its hash. */
export interface InvitationRow {
  readonly id: string;
  readonly kind: 'link' | 'code';
  readonly tokenHash: Uint8Array;
  readonly seat: Seat;
  /** null: the secretariat's, for every conference. */
  readonly conference: ConferenceId | null;
  readonly bridgeId: BridgeId | null;
  readonly label: string;
  readonly createdAt: number;
  readonly revokedAt: number | null;
  readonly expiresAt: number | null;
  readonly usedAt: number | null;
}

/** A browser that exchanged a link for a cookie. */
export interface SessionRow {
  readonly id: string;
  readonly secretHash: Uint8Array;
  readonly invitationId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly endedAt: number | null;
}

export interface Accounts {
  addInvitation(row: InvitationRow): Promise<void>;
  invitationByToken(tokenHash: Uint8Array): Promise<InvitationRow | null>;
  /** The code is used up by this call; null for one that is unknown, used, expired or revoked. */
  useCode(codeHash: Uint8Array, at: number): Promise<InvitationRow | null>;
  invitation(id: string): Promise<InvitationRow | null>;
  invitations(): Promise<readonly InvitationRow[]>;
  /** Also ends its sessions; answers their ids. */
  revokeInvitation(id: string, at: number): Promise<readonly string[]>;
  addSession(row: SessionRow): Promise<void>;
  sessionBySecret(secretHash: Uint8Array): Promise<SessionRow | null>;
  /** Sign-ins that nobody ended and whose time was over after the one instant and by the other. */
  sessionsExpired(after: number, until: number): Promise<readonly SessionRow[]>;
  endSession(id: string, at: number): Promise<void>;
}
