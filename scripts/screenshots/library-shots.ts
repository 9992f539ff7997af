import type { Browser, Page } from 'playwright-core';
import { libraryText } from '../../client/text/vi/library.ts';
import type { DocumentAbout, StoredDocument } from '../../shared/domain/documents/document.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import { deck } from './deck.ts';
import { DESK, launch, openLink, save, WALL } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const words = shotWords.library;
const HOUR = 3_600_000;

/** The secretariat's shelves during the demo conference, and what of them a hall sees. */
export async function libraryShots(): Promise<void> {
  const server = await RunningServer.start({ port: '3179', demo: 'on' });
  const browser = await launch();
  try {
    const secretary = await Secretary.signIn(server.link('secretariat'), null);
    const desk = await openLink(browser, await secretary.link('secretariat'), DESK);
    await desk.goto(desk.url().replace(/\/console$/u, '/library'));
    await filled(desk, secretary);
    await desk.locator('.library-row', { hasText: words.chosen }).getByRole('button').click();
    await hallShot(browser, secretary);
    await save(desk, 'library');
  } finally {
    await browser.close();
    await server.close();
  }
}

async function filled(desk: Page, secretary: Secretary): Promise<void> {
  const files = await Promise.all(
    words.titles.map(async (title, index) => ({
      name: `${title}.pdf`,
      mimeType: 'application/pdf',
      buffer: await deck(title, 3 + index),
    })),
  );
  await desk.locator('input[type=file]').setInputFiles(files.slice(0, 4));
  await desk.locator('.library-row').nth(3).waitFor({ timeout: 60_000 });
  const { documents, agenda, floor } = await secretary.state();
  const items = agenda.items.filter(({ plan }) => plan.row === 'item');
  // They come in the order in which they are read.
  const shelf = documents.list.toSorted((a, b) => pagesOf(a) - pagesOf(b));
  for (const [index, stored] of shelf.entries()) {
    await secretary.must({
      type: 'describeDocument',
      documentId: stored.file.documentId,
      about: aboutOf(stored, items[index % 3]?.itemId ?? null, index),
    });
  }
  const [entry] = queuedSpeeches(floor);
  const [report, draft, paper, rest] = shelf.map(({ file }) => file.documentId);
  if (report === undefined || draft === undefined || paper === undefined || rest === undefined) return;
  await secretary.must({ type: 'releaseDocument', documentId: report, to: { kind: 'delegates' }, at: null });
  const toAll = { kind: 'bridges', bridgeIds: null } as const;
  await secretary.must({ type: 'releaseDocument', documentId: draft, to: toAll, at: null });
  await secretary.must({ type: 'releaseDocument', documentId: rest, to: toAll, at: Date.now() + HOUR });
  if (entry !== undefined) await secretary.must({ type: 'attachPaper', documentId: paper, speechId: entry.speechId });
}

const pagesOf = ({ file }: StoredDocument): number => (file.kind === 'slides' ? file.pages : 0);

const aboutOf = ({ file }: StoredDocument, itemId: DocumentAbout['itemId'], index: number): DocumentAbout => ({
  title: file.name.replace(/\.pdf$/u, ''),
  itemId,
  circulation: libraryText.about.notes[index] ?? null,
  secrecy: 'none',
  watermark: index === 1,
});

async function hallShot(browser: Browser, secretary: Secretary): Promise<void> {
  const [, hall] = await secretary.bridges();
  const page = await openLink(browser, await secretary.link('operator', hall?.bridgeId ?? null), WALL);
  await page.locator('.hall-documents').click();
  await page.locator('.documents-line', { hasText: words.chosen }).getByRole('button').click();
  await save(page, 'library-bridge');
  await page.close();
}
