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
  // Delegates of national conferences: 1.9 million rows. A check-in writes one narrow row; whole imports are seen or
  // not by their blocks (sqlite-blocks.ts). former-delegates.ts moves the rows of the releases before.
  `
  CREATE TABLE conference_key (
    key INTEGER PRIMARY KEY, conference TEXT NOT NULL UNIQUE, badge_key BLOB NOT NULL DEFAULT (randomblob(32))
  );
  CREATE TABLE delegate_term (
    term INTEGER PRIMARY KEY, conference INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (conference, text)
  );
  CREATE TABLE delegate_block (
    block INTEGER PRIMARY KEY, conference INTEGER NOT NULL, import INTEGER NOT NULL, next INTEGER NOT NULL,
    seen INTEGER NOT NULL
  );
  CREATE INDEX delegate_block_by_conference ON delegate_block (conference, block);
  CREATE INDEX delegate_block_by_import ON delegate_block (import, block);

  ALTER TABLE delegate RENAME TO former_delegate;
  DROP INDEX delegate_by_bridge;
  CREATE TABLE delegate (
    position INTEGER PRIMARY KEY, conference INTEGER NOT NULL, delegate TEXT NOT NULL, bridge INTEGER NOT NULL,
    category INTEGER NOT NULL, counted INTEGER, delegation INTEGER NOT NULL, match INTEGER NOT NULL, number TEXT,
    mark TEXT NOT NULL, said TEXT
  );
  CREATE UNIQUE INDEX delegate_by_id ON delegate (conference, delegate);
  CREATE INDEX delegate_by_bridge ON delegate (conference, bridge, match);
  CREATE INDEX delegate_by_delegation ON delegate (conference, delegation);
  CREATE INDEX delegate_by_number ON delegate (conference, number) WHERE number IS NOT NULL;
  CREATE TABLE delegate_listed (position INTEGER PRIMARY KEY, listed TEXT NOT NULL);
  CREATE VIRTUAL TABLE delegate_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='2 3 4 5 6 7'
  );
  INSERT INTO delegate_words (delegate_words, rank) VALUES ('automerge', 16);
  INSERT INTO delegate_words (delegate_words, rank) VALUES ('crisismerge', 64);

  CREATE TABLE import (
    key INTEGER PRIMARY KEY, conference INTEGER NOT NULL, import TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    state TEXT NOT NULL, added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE import_change (
    import INTEGER NOT NULL, position INTEGER NOT NULL, before TEXT, after TEXT NOT NULL,
    PRIMARY KEY (import, position)
  ) WITHOUT ROWID;
  CREATE TABLE import_tally (
    import INTEGER NOT NULL, bridge INTEGER NOT NULL, category INTEGER NOT NULL, delegation INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY (import, bridge, category, delegation)
  ) WITHOUT ROWID;
  CREATE TABLE import_refused (
    import INTEGER NOT NULL, position INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (import, position)
  ) WITHOUT ROWID;

  CREATE VIEW delegate_seen AS
    SELECT conference_key.conference AS conference, delegate.delegate AS delegate, bridge.text AS bridge,
      coalesce(counted.text, category.text) AS category, delegation.text AS delegation, delegate.mark AS mark,
      delegate.number AS number, import.import AS import, delegate.position AS position
    FROM delegate
    JOIN delegate_block ON delegate_block.block = delegate.position >> 17 AND delegate_block.seen = 1
    JOIN conference_key ON conference_key.key = delegate.conference
    JOIN delegate_term AS bridge ON bridge.term = delegate.bridge
    JOIN delegate_term AS category ON category.term = delegate.category
    JOIN delegate_term AS delegation ON delegation.term = delegate.delegation
    LEFT JOIN delegate_term AS counted ON counted.term = delegate.counted
    LEFT JOIN import ON import.key = delegate_block.import;
  `,
  // Who has voted and what was answered in secret share no key but the ballot, and no order: both are sorted by their
  // keys, and neither has a time. Readers of a document are counted once each.
  `
  CREATE TABLE ballot_voter (
    conference TEXT NOT NULL, ballot TEXT NOT NULL, delegate TEXT NOT NULL,
    PRIMARY KEY (conference, ballot, delegate)
  ) WITHOUT ROWID;
  CREATE TABLE ballot_answer (
    conference TEXT NOT NULL, ballot TEXT NOT NULL, option INTEGER NOT NULL, answers INTEGER NOT NULL,
    PRIMARY KEY (conference, ballot, option)
  ) WITHOUT ROWID;
  CREATE TABLE document_reader (
    conference TEXT NOT NULL, document TEXT NOT NULL, reader TEXT NOT NULL,
    PRIMARY KEY (conference, document, reader)
  ) WITHOUT ROWID;
  `,
  // A snapshot whose text is not the one that was stored is not used. How far the file of anchors went, so that a
  // shortened one is found. What the probe writes when the disk refuses is as large as a batch of commands.
  `
  ALTER TABLE snapshot ADD COLUMN digest BLOB;
  CREATE TABLE anchor_head (one INTEGER PRIMARY KEY CHECK (one = 1), lines INTEGER NOT NULL, signature TEXT NOT NULL);
  CREATE TABLE disk_probe (one INTEGER PRIMARY KEY CHECK (one = 1), filler BLOB NOT NULL);
  `,
];
