import { z } from 'zod';
import { seatSchema } from '../../shared/domain/actor.ts';
import { bridgeIdSchema, conferenceIdSchema } from '../../shared/domain/ids.ts';
import type { InvitationRow, SessionRow } from './accounts.ts';
import type { Database } from './sqlite-database.ts';

const bytes = z.instanceof(Uint8Array);
const invitationRow = z
  .object({
    id: z.string(),
    token_hash: bytes,
    seat: seatSchema,
    conference: conferenceIdSchema.nullable(),
    bridge: bridgeIdSchema.nullable(),
    label: z.string(),
    created_at: z.int(),
    revoked_at: z.int().nullable(),
    kind: z.enum(['link', 'code']),
    expires_at: z.int().nullable(),
    used_at: z.int().nullable(),
  })
  .transform(
    ({ token_hash, bridge, created_at, revoked_at, expires_at, used_at, ...rest }): InvitationRow => ({
      ...rest,
      tokenHash: token_hash,
      bridgeId: bridge,
      createdAt: created_at,
      revokedAt: revoked_at,
      expiresAt: expires_at,
      usedAt: used_at,
    }),
  );
const sessionRow = z
  .object({
    id: z.string(),
    secret_hash: bytes,
    invitation: z.string(),
    created_at: z.int(),
    expires_at: z.int(),
    ended_at: z.int().nullable(),
  })
  .transform(
    (row): SessionRow => ({
      id: row.id,
      secretHash: row.secret_hash,
      invitationId: row.invitation,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      endedAt: row.ended_at,
    }),
  );

function sessionsExpired(db: Database, after: number, until: number): readonly SessionRow[] {
  const expired = db.prepare('SELECT * FROM session WHERE expires_at > ? AND expires_at <= ? AND ended_at IS NULL');
  return z.array(sessionRow).parse(expired.all(after, until));
}

/** Links and sign-ins, synchronous, on the writing connection. */
export function createSqliteAccounts(db: Database) {
  const revoke = db.transaction((id: string, at: number): readonly string[] => {
    db.prepare('UPDATE invitation SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL').run(at, id);
    const open = db.prepare('SELECT id FROM session WHERE invitation = ? AND ended_at IS NULL').pluck().all(id);
    db.prepare('UPDATE session SET ended_at = ? WHERE invitation = ? AND ended_at IS NULL').run(at, id);
    return z.array(z.string()).parse(open);
  });
  return {
    addInvitation: (row: InvitationRow): void => {
      db.prepare(
        `INSERT INTO invitation
           (id, token_hash, seat, conference, bridge, label, created_at, revoked_at, kind, expires_at, used_at)
         VALUES (@id, @tokenHash, @seat, @conference, @bridgeId, @label, @createdAt, @revokedAt, @kind, @expiresAt, @usedAt)`,
      ).run(row);
    },
    invitationByToken: (tokenHash: Uint8Array): InvitationRow | null => {
      const byToken = db.prepare("SELECT * FROM invitation WHERE token_hash = ? AND kind = 'link'");
      return invitationRow.optional().parse(byToken.get(tokenHash)) ?? null;
    },
    useCode: (codeHash: Uint8Array, at: number): InvitationRow | null => {
      const use = db.prepare(
        `UPDATE invitation SET used_at = @at
         WHERE token_hash = @codeHash AND kind = 'code' AND used_at IS NULL AND revoked_at IS NULL AND expires_at > @at
         RETURNING *`,
      );
      return invitationRow.optional().parse(use.get({ codeHash, at })) ?? null;
    },
    invitation: (id: string): InvitationRow | null =>
      invitationRow.optional().parse(db.prepare('SELECT * FROM invitation WHERE id = ?').get(id)) ?? null,
    invitations: (): readonly InvitationRow[] =>
      z.array(invitationRow).parse(db.prepare('SELECT * FROM invitation ORDER BY created_at').all()),
    revokeInvitation: (id: string, at: number): readonly string[] => revoke(id, at),
    addSession: ({ id, secretHash, invitationId, createdAt, expiresAt, endedAt }: SessionRow): void => {
      db.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)').run(
        id,
        secretHash,
        invitationId,
        createdAt,
        expiresAt,
        endedAt,
      );
    },
    sessionBySecret: (secretHash: Uint8Array): SessionRow | null =>
      sessionRow.optional().parse(db.prepare('SELECT * FROM session WHERE secret_hash = ?').get(secretHash)) ?? null,
    sessionsExpired: (after: number, until: number): readonly SessionRow[] => sessionsExpired(db, after, until),
    endSession: (id: string, at: number): void => {
      db.prepare('UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL').run(at, id);
    },
  };
}
