import type Sqlite from 'better-sqlite3';

/** An open connection, whoever opened it. */
export type Database = Sqlite.Database;
