import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Actor, Seat } from '../../shared/domain/actor.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import type { Invitation, Session } from '../../shared/protocol/http.ts';
import type { Accounts, InvitationRow } from '../store/accounts.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { hashOfCode, newCode } from './deputy-code.ts';

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

/** A deputy comes today or not at all. */
export const CODE_LIVES_MS = 24 * 3_600_000;

const sha256 = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const newSecret = (): string => randomBytes(32).toString('base64url');

/** Where the seat's screen is. */
export function screenOf(seat: Seat, conference: ConferenceId | null, bridgeId: BridgeId | null): string {
  if (conference === null) return '/';
  switch (seat) {
    case 'secretariat':
    case 'moderator':
      return `/c/${conference}/console`;
    case 'chair':
      return `/c/${conference}/chair`;
    case 'announcer':
      return `/c/${conference}/announcer`;
    case 'director':
      return `/c/${conference}/director`;
    case 'technician':
      return `/c/${conference}/lines`;
    case 'secretary':
      return `/c/${conference}/minutes`;
    case 'recorder':
      return `/c/${conference}/recorder`;
    case 'operator':
      return `/c/${conference}/bridge/${bridgeId ?? ''}`;
    case 'kiosk':
      return `/c/${conference}/kiosk/${bridgeId ?? ''}`;
    case 'wall':
      return `/c/${conference}/wall`;
    case 'viewer':
      return `/c/${conference}/programme`;
  }
}

export const actorOf = ({ id, seat, bridgeId }: SeatSession): Actor => ({ seat, session: id.slice(0, 8), bridgeId });

/** The one rule: a seat sees its own conference and the rehearsals of it. */
export const maySee = (
  { conference }: Pick<SeatSession, 'conference'>,
  { id, state }: Pick<ConferenceDesk, 'id' | 'state'>,
): boolean => conference === null || conference === id || conference === state.conference.rehearsalOf?.conference;

/** Links, deputies' codes and sign-ins. Only hashes are stored; a link serves every device of its seat until it is revoked. */
export class Seats {
  readonly #accounts: Accounts;
  readonly #originalOf: (id: ConferenceId) => Promise<ConferenceId>;
  readonly #cache = new Map<string, SeatSession | null>();
  readonly #ended = new EventEmitter<{ ended: [readonly string[]] }>();

  /** `originalOf` names the conference that is rehearsed; of any other conference itself. */
  constructor(accounts: Accounts, originalOf: (id: ConferenceId) => Promise<ConferenceId> = async (id) => id) {
    this.#accounts = accounts;
    this.#originalOf = originalOf;
  }

  /** In a rehearsal a seat sits at the screen that it has in the conference. */
  async screenInConference(screen: string): Promise<string> {
    const id = conferenceIdSchema.safeParse(/^\/c\/([^/]+)\//.exec(screen)?.[1]).data;
    return id === undefined ? screen : screen.replace(id, await this.#originalOf(id));
  }

  /** The secret is answered once and stands nowhere. */
  async mint(wish: InvitationWish): Promise<{ invitation: Invitation; token: string }> {
    const token = newSecret();
    const row: InvitationRow = { ...newRow(wish), kind: 'link', tokenHash: sha256(token), expiresAt: null };
    await this.#accounts.addInvitation(row);
    return { invitation: publicRow(row), token };
  }

  /** A code by which a deputy takes a seat over: once, and within a day. */
  async mintCode(wish: InvitationWish): Promise<{ invitation: Invitation; code: string }> {
    const code = newCode();
    const fresh = newRow(wish);
    const expiresAt = fresh.createdAt + CODE_LIVES_MS;
    const row: InvitationRow = { ...fresh, kind: 'code', tokenHash: await hashOfCode(code), expiresAt };
    await this.#accounts.addInvitation(row);
    return { invitation: publicRow(row), code };
  }

  /** Null for an unknown or revoked link: both look the same from outside. */
  async signIn(token: string): Promise<{ session: SeatSession; secret: string } | null> {
    const row = await this.#accounts.invitationByToken(sha256(token));
    return row === null || row.revokedAt !== null ? null : this.#open(row);
  }

  /** Null for a code that is wrong, used, too old or revoked: all look the same from outside. */
  async takeOver(code: string): Promise<{ session: SeatSession; secret: string } | null> {
    const row = await this.#accounts.useCode(await hashOfCode(code), Date.now());
    return row === null ? null : this.#open(row);
  }

  async #open(row: InvitationRow): Promise<{ session: SeatSession; secret: string }> {
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

const newRow = (wish: InvitationWish) => ({
  ...wish,
  id: randomUUID(),
  createdAt: Date.now(),
  revokedAt: null,
  usedAt: null,
});

const publicRow = ({ tokenHash: _, ...row }: InvitationRow): Invitation => row;
