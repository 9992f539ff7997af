import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor, Seat } from '../../shared/domain/actor.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import type { Invitation, Session } from '../../shared/protocol/http.ts';
import type { Accounts, InvitationRow } from '../store/accounts.ts';
import { type Begun, begunWith } from './begun.ts';
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

/** Sign-ins that asked for nothing since the start are known to the store alone, and looked for there so often. */
const UNSEEN_EVERY_MS = 30_000;

/** Whoever ends a sign-in waits so long for what it had begun. */
const DRAIN_MS = 2_000;

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
  readonly #now: () => number;
  readonly #cache = new Map<string, SeatSession>();
  readonly #ended = new EventEmitter<{ ended: [readonly SeatSession[]] }>();
  /** What each sign-in has begun and not finished, with how to cut it short. */
  readonly #begun = new Map<string, Set<Begun>>();
  /** Sign-ins that ended in the life of this server, until they would have expired: what was looked up before is void. */
  readonly #over = new Map<string, number>();
  /** Until when the store was asked for sign-ins whose time is over. */
  #expiredUntil: number;

  /** `originalOf` names the conference that is rehearsed; of any other conference itself. */
  constructor(
    accounts: Accounts,
    originalOf: (id: ConferenceId) => Promise<ConferenceId> = async (id) => id,
    now: () => number = Date.now,
  ) {
    this.#accounts = accounts;
    this.#originalOf = originalOf;
    this.#now = now;
    this.#expiredUntil = now();
  }

  /** In a rehearsal a seat sits at the screen that it has in the conference. */
  async screenInConference(screen: string): Promise<string> {
    const id = conferenceIdSchema.safeParse(/^\/c\/([^/]+)\//.exec(screen)?.[1]).data;
    return id === undefined ? screen : screen.replace(id, await this.#originalOf(id));
  }

  /** The secret is answered once and stands nowhere. */
  async mint(wish: InvitationWish): Promise<{ invitation: Invitation; token: string }> {
    const token = newSecret();
    const row: InvitationRow = {
      ...newRow(wish, this.#now()),
      kind: 'link',
      tokenHash: sha256(token),
      expiresAt: null,
    };
    await this.#accounts.addInvitation(row);
    return { invitation: publicRow(row), token };
  }

  /** A code by which a deputy takes a seat over: once, and within a day. */
  async mintCode(wish: InvitationWish): Promise<{ invitation: Invitation; code: string }> {
    const code = newCode();
    const fresh = newRow(wish, this.#now());
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
    const row = await this.#accounts.useCode(await hashOfCode(code), this.#now());
    return row === null ? null : this.#open(row);
  }

  async #open(row: InvitationRow): Promise<{ session: SeatSession; secret: string }> {
    const secret = newSecret();
    const createdAt = this.#now();
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
    return session === null || this.#isOver(session) ? null : session;
  }

  /**
   * Notes that the sign-in begins something; call the answer when it is done. null: the sign-in ended meanwhile, and
   * nothing more is begun. `cut` is called when it ends while the thing goes on.
   */
  begin(session: SeatSession, cut: () => void = () => undefined): (() => void) | null {
    if (this.#isOver(session)) return null;
    const begun = this.#begun.get(session.id) ?? new Set<Begun>();
    this.#begun.set(session.id, begun);
    const one = begunWith(cut);
    begun.add(one);
    return () => {
      begun.delete(one);
      if (begun.size === 0) this.#begun.delete(session.id);
      one.finish();
    };
  }

  /** Does it as the sign-in; null: that is over. */
  async act<T>(session: SeatSession, work: () => Promise<T>): Promise<T | null> {
    const done = this.begin(session);
    return done === null ? null : work().finally(done);
  }

  async signOut(session: SeatSession): Promise<void> {
    await this.#accounts.endSession(session.id, this.#now());
    await this.#end([session], session);
  }

  /**
   * Ends every sign-in made with the link. When it resolves, nothing that they had begun will still change anything;
   * only the asker's own request goes on, to be answered.
   */
  async revoke(invitationId: string, asker: Pick<SeatSession, 'id'> | null = null): Promise<void> {
    const ids = await this.#accounts.revokeInvitation(invitationId, this.#now());
    const row = await this.#accounts.invitation(invitationId);
    if (row === null) return;
    const until = this.#now() + SESSION_MS;
    await this.#end(
      ids.map((id) => seatOf(row, id, until)),
      asker,
    );
  }

  /**
   * Sign-ins whose time is over: what they hold open ends as if they had been revoked, a machine in a room too that has
   * said nothing since this server was started. To be called now and then.
   */
  async endExpired(): Promise<void> {
    const now = this.#now();
    // Kept beyond their time: the store still tells of them, and nobody is thrown out twice.
    for (const [id, until] of this.#over) if (until + 2 * UNSEEN_EVERY_MS <= now) this.#over.delete(id);
    const known = [...this.#cache.values()].filter(({ expiresAt }) => expiresAt <= now);
    const expired = [...known, ...(await this.#expiredUnseen(now))];
    const fresh = expired.filter(
      ({ id }, at) => !this.#over.has(id) && expired.findIndex((one) => one.id === id) === at,
    );
    if (fresh.length > 0) await this.#end(fresh, null);
  }

  async #expiredUnseen(now: number): Promise<readonly SeatSession[]> {
    const after = this.#expiredUntil;
    if (now - after < UNSEEN_EVERY_MS) return [];
    this.#expiredUntil = now;
    const rows = await this.#accounts.sessionsExpired(after, now);
    const seats = rows.map(async ({ id, invitationId, expiresAt }) => {
      const row = await this.#accounts.invitation(invitationId);
      return row === null ? [] : [seatOf(row, id, expiresAt)];
    });
    return (await Promise.all(seats)).flat();
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

  onEnded(listener: (sessions: readonly SeatSession[]) => void): void {
    this.#ended.on('ended', listener);
  }

  async #load(key: string): Promise<SeatSession | null> {
    const row = await this.#accounts.sessionBySecret(Buffer.from(key, 'hex'));
    const invitation = row === null || row.endedAt !== null ? null : await this.#accounts.invitation(row.invitationId);
    const valid = row !== null && invitation !== null && invitation.revokedAt === null;
    const session = valid ? seatOf(invitation, row.id, row.expiresAt) : null;
    // An unknown cookie is not remembered: guesses must not fill the memory. Nor is one that was ended while it was read.
    if (session !== null && !this.#isOver(session)) this.#cache.set(key, session);
    return session;
  }

  #isOver({ id, expiresAt }: Pick<SeatSession, 'id' | 'expiresAt'>): boolean {
    return expiresAt <= this.#now() || this.#over.has(id);
  }

  async #end(sessions: readonly SeatSession[], asker: Pick<SeatSession, 'id'> | null): Promise<void> {
    const ids = new Set(sessions.map(({ id }) => id));
    for (const { id, expiresAt } of sessions) this.#over.set(id, expiresAt);
    for (const [key, { id }] of this.#cache) if (ids.has(id)) this.#cache.delete(key);
    this.#ended.emit('ended', sessions);
    ids.delete(asker?.id ?? '');
    const begun = [...ids].flatMap((id) => [...(this.#begun.get(id) ?? [])]);
    for (const { cut } of begun) cut();
    const patience = new AbortController();
    const drained = Promise.all(begun.map(({ done }) => done)).finally(() => patience.abort());
    await Promise.race([drained, pause(DRAIN_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
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

const newRow = (wish: InvitationWish, createdAt: number) => ({
  ...wish,
  id: randomUUID(),
  createdAt,
  revokedAt: null,
  usedAt: null,
});

const publicRow = ({ tokenHash: _, ...row }: InvitationRow): Invitation => row;
