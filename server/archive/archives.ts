import type { ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import type { ArchiveOutline } from '../../shared/protocol/archive.ts';
import type { ConferenceDesk } from '../application/conference-desk.ts';
import type { ConferencePapers, PaperFormat } from '../application/conference-papers.ts';
import type { Papers } from '../application/papers.ts';
import { chooseFiles } from './archive-files.ts';
import { archiveKey } from './archive-key.ts';
import { type ArchivePaper, conferenceArchive } from './conference-archive.ts';

export interface ArchivesOptions {
  readonly dataDir: string;
  readonly product: string;
  readonly papers: Papers;
  readonly conferencePapers: Pick<ConferencePapers, 'file'>;
  readonly now: () => number;
  /** Documents with a mark of secrecy that the journal names. */
  readonly secretTitles: (conference: ConferenceId) => Promise<readonly DocumentId[]>;
}

/** What a row and a line come to when they are packed, measured; papers and the page beside them. */
const PACKED_LINE = 160;
const PACKED_DELEGATE = 70;
const PACKED_PAPERS = 150_000;

const MINUTES: readonly (readonly [string, PaperFormat])[] = [
  ['papers/bien-ban.docx', 'docx'],
  ['papers/bien-ban.pdf', 'pdf'],
];

/** Hands conferences out as folders that can be trusted without this server. */
export class Archives {
  readonly #options: ArchivesOptions;

  constructor(options: ArchivesOptions) {
    this.#options = options;
  }

  async outline({ id, state, seq }: ConferenceDesk, withRecordings: boolean): Promise<ArchiveOutline> {
    const { dataDir, papers, secretTitles } = this.#options;
    const { documents, recordings } = state;
    const choice = { conference: id, documents: documents.list, recordings: recordings.list, withRecordings };
    const { files, leftOut } = await chooseFiles(dataDir, choice);
    const listed = new Set(documents.list.map(({ file }) => file.documentId));
    const removed = (await secretTitles(id))
      .filter((one) => !listed.has(one))
      .map((one) => ({ kind: 'document' as const, id: one, reason: 'secret' as const }));
    const scope = { conference: id, state, seq, branch: null, phonesOf: null };
    const delegates = papers.rowsOf('delegates', scope);
    const fileBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      lines: seq,
      delegates,
      files: files.length,
      fileBytes,
      estimate: fileBytes + seq * PACKED_LINE + delegates * PACKED_DELEGATE + PACKED_PAPERS,
      leftOut: [...leftOut, ...removed],
      fingerprint: (await archiveKey(dataDir)).fingerprint,
      keptDays: state.records.peopleKeptDays,
    };
  }

  /** Of how many documents with a mark of secrecy the journal in the archive would tell the title. */
  async secretTitles({ id }: Pick<ConferenceDesk, 'id'>): Promise<number> {
    return (await this.#options.secretTitles(id)).length;
  }

  /** The ZIP, written while it is read. */
  async stream(desk: ConferenceDesk, withRecordings: boolean): Promise<AsyncIterable<Buffer>> {
    const { dataDir, product, now } = this.#options;
    return conferenceArchive({
      conference: desk.id,
      dataDir,
      product,
      now: now(),
      key: await archiveKey(dataDir),
      withRecordings,
      papers: () => this.#papersOf(desk),
    });
  }

  /** Minutes as an office edits and as it files them, attendance by bridge, and the register of speeches. */
  async *#papersOf(desk: ConferenceDesk): AsyncGenerator<ArchivePaper> {
    const { papers, conferencePapers } = this.#options;
    for (const [path, format] of MINUTES) {
      const paper = await conferencePapers.file('minutes', format, desk, 'in turn');
      if (paper === null) throw new Error('the minutes were not drawn');
      yield { path, content: [paper.content] };
    }
    const { id: conference, state, seq } = desk;
    const scope = { conference, state, seq, branch: null, phonesOf: null };
    yield { path: 'papers/diem-danh.xlsx', content: papers.list('attendance', 'xlsx', scope).content };
    const register = await papers.speechRegister(state, 'in turn');
    if (register === null) throw new Error('the register was not drawn');
    yield { path: 'papers/phat-bieu.xlsx', content: [register.content] };
  }
}
