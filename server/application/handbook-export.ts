import { createReadStream } from 'node:fs';
import type { Actor } from '../../shared/domain/actor.ts';
import type { HandbookDocument, HandbookRow, HandbookView } from '../../shared/protocol/handbook.ts';
import { escaped } from '../archive/escaped.ts';
import { type FolderEntry, zipFolder } from '../zip/zip-folder.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { DocumentReading, ReadingAnswer } from './document-reading.ts';
import { handbookView } from './handbook-view.ts';
import { handbookWords as words } from './handbook-words.ts';

export interface HandbookExportOptions {
  readonly desk: ConferenceDesk;
  readonly actor: Actor;
  readonly reading: Pick<DocumentReading, 'readDocument'>;
  /** Where this server is reached. */
  readonly origin: string;
}

export interface HandbookExport {
  readonly title: string;
  readonly content: AsyncIterable<Buffer>;
}

interface ExportedDocument {
  readonly document: HandbookDocument;
  /** In the folder; null: it is shown by the handbook alone. */
  readonly path: string | null;
  readonly file: Extract<ReadingAnswer, { kind: 'file' }> | null;
}

/**
 * Programme, released documents and notices as files with an index: what the national handbook application takes over.
 * Nothing is in them that a delegate's phone would not show. null: there is no conference yet.
 */
export async function handbookExport(options: HandbookExportOptions): Promise<HandbookExport | null> {
  const { desk, origin } = options;
  const view = handbookView(desk.state, desk.now);
  if (view === null) return null;
  const documents: ExportedDocument[] = [];
  for (const [place, document] of view.documents.entries()) documents.push(await exported(document, place, options));
  const link = `${origin}/s/${desk.id}`;
  return { title: view.title, content: zipFolder(entriesOf(view, documents, link)) };
}

async function exported(
  document: HandbookDocument,
  place: number,
  { desk, actor, reading }: HandbookExportOptions,
): Promise<ExportedDocument> {
  // What bears its reader's name, or was given to a circle, is not handed to an application that knows no circle.
  if (!document.keeps) return { document, path: null, file: null };
  const part = { kind: 'file' } as const;
  const answer = await reading.readDocument({ desk, actor, readerName: '', documentId: document.documentId, part });
  if (answer.kind !== 'file') return { document, path: null, file: null };
  const number = String(place + 1).padStart(2, '0');
  return { document, path: `${words.documents}/${number}-${answer.plainName}`, file: answer };
}

async function* entriesOf(
  view: HandbookView,
  documents: readonly ExportedDocument[],
  link: string,
): AsyncGenerator<FolderEntry> {
  const { title, organiser, date, programme, notices } = view;
  const noticeFiles = notices.map((notice, place) => ({
    path: `${words.notices}/${String(place + 1).padStart(2, '0')}.txt`,
    text: words.notice(notice),
  }));
  const files = documents.map(({ document, path }) => {
    const { documentId, kind, circulation } = document;
    return { documentId, title: document.title, kind, circulation, path, link };
  });
  const index = { format: 1, title, organiser, date, link, programme: `${words.programme}.json`, documents: files };
  yield text(`${words.index}.json`, `${JSON.stringify({ ...index, notices: noticeFiles }, null, 2)}\n`);
  yield text(`${words.index}.html`, indexPage(view, { documents, noticeFiles, link }));
  yield text(`${words.programme}.json`, `${JSON.stringify({ title, date, programme }, null, 2)}\n`);
  yield text(`${words.programme}.html`, programmePage(view));
  for (const { path, text: said } of noticeFiles) yield text(path, `${said}\n`);
  for (const { path, file } of documents) {
    if (path !== null && file !== null) yield { path, content: createReadStream(file.path), large: false };
  }
}

const text = (path: string, content: string): FolderEntry => ({
  path,
  content: [Buffer.from(content, 'utf8')],
  large: false,
});

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="vi">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escaped(title)}</title></head>\n<body>\n<h1>${escaped(title)}</h1>\n${body}\n</body>\n</html>\n`;

const anchor = (href: string, said: string): string => `<a href="${escaped(href)}">${escaped(said)}</a>`;

interface Contents {
  readonly documents: readonly ExportedDocument[];
  readonly noticeFiles: readonly { readonly path: string; readonly text: string }[];
  readonly link: string;
}

function indexPage({ title }: HandbookView, { documents, noticeFiles, link }: Contents): string {
  const lines = documents.map(({ document, path }) =>
    path === null
      ? `<li>${escaped(document.title)} (${anchor(link, words.onlyThere)})</li>`
      : `<li>${anchor(path, document.title)}</li>`,
  );
  const body = [
    `<p>${escaped(words.indexTitle)}</p>`,
    `<p>${anchor(link, words.handbook)}</p>`,
    `<p>${anchor(`${words.programme}.html`, words.programmeTitle)}</p>`,
    `<h2>${escaped(words.documentsTitle)}</h2>\n<ul>\n${lines.join('\n')}\n</ul>`,
    `<h2>${escaped(words.noticesTitle)}</h2>\n<ul>`,
    ...noticeFiles.map(({ path, text: said }) => `<li>${anchor(path, said)}</li>`),
    '</ul>',
  ];
  return page(title, body.join('\n'));
}

function programmePage({ title, programme }: HandbookView): string {
  const { from, to, content, presenter } = words.columns;
  const head = [from, to, content, presenter].map((column) => `<th>${escaped(column)}</th>`).join('');
  const rows = programme.map(programmeRow).join('\n');
  const table = `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
  return page(`${words.programmeTitle}: ${title}`, table);
}

function programmeRow(row: HandbookRow): string {
  if (row.row !== 'item') return `<tr><td colspan="4">${escaped(row.title)}</td></tr>`;
  const { fullName, positions } = row.presenter ?? { fullName: null, positions: [] };
  const who = [...(fullName === null ? [] : [fullName]), ...positions].join(', ');
  const cells = [words.time(row.announced.start), words.time(row.announced.end), row.title, who];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}
