import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Actor, Seat } from '../../shared/domain/actor.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import type { Invitation, Session } from '../../shared/protocol/http.ts';
import type { Accounts, InvitationRow } from '../store/accounts.ts';

/** A signed-in seat: what a request or a socket acts as. Everything in it comes from the link's row, nothing from the request. */
export interface SeatSession extends Session {
  readonly id: string;
  readonly invitationId: string;
  readonly expiresAt: number;
}

export interface InvitationWish {
  readonly seat: Seat;
  readonly conference: ConferenceId | null;
  readonly bridgeId: BridgeId | null;
  readonly label: string;
}

/** Long enough for two days of conference, short enough that a forgotten browser forgets. */
export const SESSION_MS = 36 * 3_600_000;

const sha256 = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const newSecret = (): string => randomBytes(32).toString('base64url');

/** Where the seat's screen is. */
export function screenOf(seat: Seat, conference: ConferenceId | null, bridgeId: BridgeId | null): string {
  if (conference === null) return '/';
  switch (seat) {
    case 'secretariat':
    case 'moderator':
      return `/c/${conference}/console`;
    case 'operator':
      return `/c/${conference}/bridge/${bridgeId ?? ''}`;
    case 'wall':
      return `/c/${conference}/wall`;
    case 'viewer':
      return `/c/${conference}/programme`;
  }
}

export const actorOf = ({ id, seat, bridgeId }: SeatSession): Actor => ({ seat, session: id.slice(0, 8), bridgeId });

export const maySee = ({ conference }: SeatSession, id: ConferenceId): boolean =>
  conference === null || conference === id;

/** Links and sign-ins. Only hashes are stored; a link can be exchanged by every device of its seat until it is revoked. */
export class Seats {
  readonly #accounts: Accounts;
  readonly #cache = new Map<string, SeatSession | null>();
  readonly #ended = new EventEmitter<{ ended: [readonly string[]] }>();

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /** The secret is answered once and stands nowhere. */
  async mint(wish: InvitationWish): Promise<{ invitation: Invitation; token: string }> {
    const token = newSecret();
    const row = { ...wish, id: randomUUID(), tokenHash: sha256(token), createdAt: Date.now(), revokedAt: null };
    await this.#accounts.addInvitation(row);
    return { invitation: publicRow(row), token };
  }

  /** Null for an unknown or revoked link: both look the same from outside. */
  async signIn(token: string): Promise<{ session: SeatSession; secret: string } | null> {
    const row = await this.#accounts.invitationByToken(sha256(token));
    if (row === null || row.revokedAt !== null) return null;
    const secret = newSecret();
    const createdAt = Date.now();
    const session = seatOf(row, randomUUID(), createdAt + SESSION_MS);
    await this.#accounts.addSession({
      id: session.id,
      secretHash: sha256(secret),
      invitationId: row.id,
      createdAt,
      expiresAt: session.expiresAt,
      endedAt: null,
    });
    return { session, secret };
  }

  /** Null for an unknown, ended or expired sign-in. Asked for each request, so it answers from memory when it can. */
  async sessionOf(secret: string): Promise<SeatSession | null> {
    const key = sha256(secret).toString('hex');
    const known = this.#cache.get(key);
    const session = known === undefined ? await this.#load(key) : known;
    return session === null || session.expiresAt <= Date.now() ? null : session;
  }

  async signOut(session: SeatSession): Promise<void> {
    await this.#accounts.endSession(session.id, Date.now());
    this.#forget([session.id]);
  }

  /** Ends every sign-in made with the link, at once. */
  async revoke(invitationId: string): Promise<void> {
    this.#forget(await this.#accounts.revokeInvitation(invitationId, Date.now()));
  }

  /** Links of the conference; for a secretariat of every conference also those of its own kind. */
  async invitations(conference: ConferenceId, asker: Pick<SeatSession, 'conference'>): Promise<readonly Invitation[]> {
    const rows = await this.#accounts.invitations();
    const isListed = (row: InvitationRow): boolean =>
      row.conference === conference || (row.conference === null && asker.conference === null);
    return rows.filter(isListed).map(publicRow);
  }

  async isFirstRun(): Promise<boolean> {
    return (await this.#accounts.invitations()).length === 0;
  }

  onEnded(listener: (sessionIds: readonly string[]) => void): void {
    this.#ended.on('ended', listener);
  }

  async #load(key: string): Promise<SeatSession | null> {
    const row = await this.#accounts.sessionBySecret(Buffer.from(key, 'hex'));
    const invitation = row === null || row.endedAt !== null ? null : await this.#accounts.invitation(row.invitationId);
    const valid = row !== null && invitation !== null && invitation.revokedAt === null;
    const session = valid ? seatOf(invitation, row.id, row.expiresAt) : null;
    // An unknown cookie is not remembered: guesses must not fill the memory.
    if (session !== null) this.#cache.set(key, session);
    return session;
  }

  #forget(sessionIds: readonly string[]): void {
    for (const [key, session] of this.#cache) {
      if (session !== null && sessionIds.includes(session.id)) this.#cache.delete(key);
    }
    this.#ended.emit('ended', sessionIds);
  }
}

const seatOf = ({ id, seat, conference, bridgeId, label }: InvitationRow, session: string, expiresAt: number) => ({
  id: session,
  invitationId: id,
  expiresAt,
  seat,
  conference,
  bridgeId,
  label,
  screen: screenOf(seat, conference, bridgeId),
});

const publicRow = ({ tokenHash: _, ...row }: InvitationRow): Invitation => row;
