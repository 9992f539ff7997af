import type { ConferenceId } from '../../shared/domain/ids.ts';
import { startRemote } from '../store/remote.ts';
import { type FolderEntry, zipFolder } from '../zip/zip-folder.ts';
import { bytesFrom, type ChosenFiles, chooseFiles, Measured } from './archive-files.ts';
import {
  ARCHIVE_FORMAT,
  DELEGATES,
  INDEX,
  JOURNAL,
  jsonFile,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  PEOPLE,
  SIGNATURE,
} from './archive-format.ts';
import type { ArchiveKey } from './archive-key.ts';
import type { ArchiveMethods } from './archive-worker.ts';

/** A paper of the conference beside its records: minutes, attendance. */
export interface ArchivePaper {
  readonly path: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

export interface ArchiveOrder {
  readonly conference: ConferenceId;
  readonly dataDir: string;
  readonly product: string;
  readonly now: number;
  readonly key: ArchiveKey;
  readonly withRecordings: boolean;
  /** Asked when the records are written: papers that nobody waits for are not made. */
  readonly papers: () => AsyncIterable<ArchivePaper>;
}

type Reader = Awaited<ReturnType<typeof startRemote<ArchiveMethods>>>;
const BOOT = new URL('./archive-worker-boot.mjs', import.meta.url);

/** The folder of a conference as a ZIP that is written while it is sent. Whoever stops reading stops the work. */
export async function* conferenceArchive(order: ArchiveOrder): AsyncGenerator<Buffer> {
  const reader = await startRemote<ArchiveMethods>(BOOT, {
    path: `${order.dataDir}/journal.sqlite`,
    conference: order.conference,
  });
  try {
    yield* zipFolder(folderOf(order, reader));
    await reader.close();
  } finally {
    await reader.terminate();
  }
}

/** Beyond so many rows a list might not fit a plain ZIP entry. */
const MANY_ROWS = 200_000;
const MANY_BYTES = 2 ** 31;

async function* folderOf(order: ArchiveOrder, reader: Reader): AsyncGenerator<FolderEntry> {
  const files: ManifestFile[] = [];
  const summary = await reader.summary();
  async function* entry(path: string, content: FolderEntry['content'], large = false): AsyncGenerator<FolderEntry> {
    const measured = new Measured();
    yield { path, content: measured.through(content), large };
    files.push({ path, ...measured.result() });
  }
  const people = { count: 0 };
  const delegates = { count: 0 };
  yield* entry(
    JOURNAL,
    pages((after) => reader.journal(after), 0),
    summary.seq > MANY_ROWS,
  );
  yield* entry(
    PEOPLE,
    pages((after) => reader.people(after), '', people),
  );
  // How many come is known when they have come; the long form does no harm.
  yield* entry(
    DELEGATES,
    pages((after) => reader.delegates(after), -1, delegates),
    true,
  );
  const chosen = await chooseFiles(order.dataDir, {
    conference: order.conference,
    documents: summary.documents,
    recordings: summary.recordings,
    withRecordings: order.withRecordings,
  });
  for (const { path, from, bytes } of chosen.files) yield* entry(path, bytesFrom(from), bytes > MANY_BYTES);
  for await (const { path, content } of order.papers()) yield* entry(path, content);
  yield* entry(INDEX, [Buffer.from(await reader.index(), 'utf8')]);

  const counts = { people: people.count, delegates: delegates.count };
  const manifest = jsonFile(manifestOf(order, summary, { ...counts, files, leftOut: chosen.leftOut }));
  yield { path: MANIFEST, content: [manifest], large: false };
  yield { path: SIGNATURE, content: [jsonFile(order.key.sign(manifest))], large: false };
}

function manifestOf(
  { conference: id, product, now }: ArchiveOrder,
  { conference, seq, head, state }: ReturnType<ArchiveMethods['summary']>,
  rest: Pick<Manifest, 'people' | 'delegates' | 'files'> & Pick<ChosenFiles, 'leftOut'>,
): Manifest {
  const { title, date, organiser, rehearsalOf } = conference;
  return {
    format: ARCHIVE_FORMAT,
    product,
    exportedAt: now,
    conference: { id, title, date, organiser, rehearsal: rehearsalOf !== null },
    journal: { seq, head },
    state,
    ...rest,
    leftOut: [...rest.leftOut],
  };
}

interface Page<Key> {
  readonly text: string;
  readonly last: Key | null;
  readonly count: number;
}

async function* pages<Key>(
  read: (after: Key) => Promise<Page<Key>>,
  first: Key,
  tally = { count: 0 },
): AsyncGenerator<Buffer> {
  for (let after = first; ; ) {
    const { text, last, count } = await read(after);
    if (last === null) return;
    tally.count += count;
    yield Buffer.from(text, 'utf8');
    after = last;
  }
}
