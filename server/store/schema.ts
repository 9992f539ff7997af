/** The tables, made at first start. A later release adds a step; a step that was released is never edited. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE event (
    conference TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
    type TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (conference, seq)
  ) WITHOUT ROWID;
  CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

  CREATE TABLE receipt (
    conference TEXT NOT NULL, command TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (conference, command)
  ) WITHOUT ROWID;

  CREATE TABLE person (
    conference TEXT NOT NULL, person TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (conference, person)
  ) WITHOUT ROWID;

  CREATE TABLE delegate (
    position INTEGER PRIMARY KEY, conference TEXT NOT NULL, delegate TEXT NOT NULL, bridge TEXT NOT NULL,
    folded TEXT NOT NULL, content TEXT NOT NULL,
    UNIQUE (conference, delegate)
  );
  CREATE INDEX delegate_by_bridge ON delegate (conference, bridge, position);

  CREATE TABLE snapshot (
    conference TEXT PRIMARY KEY, seq INTEGER NOT NULL, code TEXT NOT NULL, hash BLOB NOT NULL, state TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE invitation (
    id TEXT PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE, seat TEXT NOT NULL, conference TEXT, bridge TEXT,
    label TEXT NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER
  ) WITHOUT ROWID;

  CREATE TABLE session (
    id TEXT PRIMARY KEY, secret_hash BLOB NOT NULL UNIQUE, invitation TEXT NOT NULL REFERENCES invitation (id),
    created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, ended_at INTEGER
  ) WITHOUT ROWID;
  `,
  // A deputy's code is an invitation that serves once; programmes are kept as templates.
  `
  ALTER TABLE invitation ADD COLUMN kind TEXT NOT NULL DEFAULT 'link';
  ALTER TABLE invitation ADD COLUMN expires_at INTEGER;
  ALTER TABLE invitation ADD COLUMN used_at INTEGER;

  CREATE TABLE agenda_template (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
];
