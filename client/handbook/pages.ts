import type { HandbookDocument } from '../../shared/protocol/handbook.ts';
import type { BookOptions } from './book-state.ts';

export type ShownPage =
  | { readonly kind: 'page'; readonly blob: Blob; readonly keptAt: number | null }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'offline' };

/** A whole congress report has fewer pages; what is longer is kept as far as it was turned. */
const KEPT_AHEAD = 40;

/** The pages of released documents, from the server while it answers, else as they were kept. */
export class Pages {
  readonly #options: Pick<BookOptions, 'line' | 'shelf' | 'now'>;

  constructor(options: Pick<BookOptions, 'line' | 'shelf' | 'now'>) {
    this.#options = options;
  }

  async page({ documentId, keeps }: HandbookDocument, page: number): Promise<ShownPage> {
    const { line, shelf, now } = this.#options;
    const path = `documents/${documentId}/pages/${page}`;
    const asked = await line.file(`/${path}`);
    if (asked.kind === 'ok') {
      if (keeps && asked.value.mayKeep) await shelf.put(path, asked.value.blob, now());
      return { kind: 'page', blob: asked.value.blob, keptAt: null };
    }
    if (asked.kind === 'refused' && asked.status < 500 && asked.status !== 429) {
      return { kind: 'refused', code: asked.code };
    }
    const kept = keeps ? await shelf.get(path) : null;
    if (kept !== null) return { kind: 'page', blob: kept.blob, keptAt: kept.at };
    return asked.kind === 'refused' ? { kind: 'refused', code: asked.code } : { kind: 'offline' };
  }

  /** The file as it came, for a program of the phone's own. */
  async file({ documentId }: HandbookDocument): Promise<ShownPage> {
    const asked = await this.#options.line.file(`/documents/${documentId}/file`);
    if (asked.kind === 'ok') return { kind: 'page', blob: asked.value.blob, keptAt: null };
    return asked.kind === 'refused' ? { kind: 'refused', code: asked.code } : { kind: 'offline' };
  }

  /** The rest of a document that somebody opened, one page after the other: it is whole when the network goes. */
  async keepAhead(document: HandbookDocument, isLeft: () => boolean): Promise<void> {
    const { documentId, keeps, pages } = document;
    if (!keeps || pages === null) return;
    const kept = new Set(await this.#options.shelf.paths());
    for (let page = 1; page <= Math.min(pages, KEPT_AHEAD) && !isLeft(); page++) {
      if (kept.has(`documents/${documentId}/pages/${page}`)) continue;
      if ((await this.page(document, page)).kind !== 'page') return;
    }
  }

  /** What was withdrawn, or may no longer be kept, stays on no phone. */
  async dropOthers(documents: readonly HandbookDocument[]): Promise<void> {
    const { shelf } = this.#options;
    const stays = new Set(documents.filter(({ keeps }) => keeps).map(({ documentId }) => documentId as string));
    const paths = (await shelf.paths()).filter((path) => path.startsWith('documents/'));
    const gone = paths.filter((path) => !stays.has(path.split('/')[1] ?? ''));
    if (gone.length > 0) await shelf.drop(gone);
  }
}
