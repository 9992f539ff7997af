/**
 * A process of its own, started by make-copy.ts: `VACUUM INTO` holds its thread until it is done, and a Ctrl-C must
 * not wait. One reading transaction: what is committed at its beginning, whatever the server writes meanwhile. The
 * backup interface of SQLite would begin again at every write of another connection; and what was erased stays behind
 * in free pages there, which here are not copied.
 */
import Sqlite from 'better-sqlite3';
import { openForReading } from '../store/database.ts';

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) throw new Error('two paths are needed');

const from = openForReading(source);
from.pragma('query_only = OFF');
from.prepare('VACUUM INTO ?').run(target);
from.close();

// One file, with no second one beside it that could be forgotten.
const copy = new Sqlite(target);
copy.pragma('journal_mode = DELETE');
copy.close();
