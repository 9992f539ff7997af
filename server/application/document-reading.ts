import type { Actor } from '../../shared/domain/actor.ts';
import type { DocumentFile } from '../../shared/domain/documents/document.ts';
import type { ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import { type DocumentRight, documentRight } from '../../shared/views/document-reading.ts';
import type { KeptFile, Place } from '../documents/document-files.ts';
import { downloadName } from '../documents/download-name.ts';
import type { Watermarks } from '../documents/watermarks.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { DocumentReaders } from './document-readers.ts';

export interface ReadingWish {
  readonly desk: ConferenceDesk;
  readonly actor: Actor;
  /** Drawn across the pages of a document with a watermark: the seat's label, a delegate's name. */
  readonly readerName: string;
  readonly documentId: DocumentId;
  /** The file as it came, a page of slides or the one page of an image (from 1), or a clip. */
  readonly part:
    | { readonly kind: 'file' }
    | { readonly kind: 'page'; readonly page: number }
    | { readonly kind: 'clip' };
}

export type ReadingAnswer =
  /** To be sent as an attachment under its name. */
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly type: string;
      readonly name: string;
      readonly plainName: string;
    }
  /** A picture or a clip on the disk. */
  | { readonly kind: 'page'; readonly path: string; readonly type: string; readonly keeps: DocumentRight['keeps'] }
  /** A picture with the reader's name, for this reader alone. */
  | { readonly kind: 'marked'; readonly bytes: Buffer; readonly type: string }
  | {
      readonly kind: 'refused';
      readonly code: 'document-unknown' | 'page-unknown' | 'watermarked' | 'classified' | 'too-many-readers';
    };

export interface DocumentReadingOptions {
  readonly files: {
    readonly pageOf: (place: Place, page: number) => Promise<KeptFile | null>;
    readonly clipOf: (place: Place) => Promise<KeptFile | null>;
    readonly originalOf: (file: DocumentFile) => Promise<KeptFile | null>;
  };
  readonly watermarks: Pick<Watermarks, 'draw'>;
  readonly readers: Pick<DocumentReaders, 'note' | 'countsOf'>;
}

const refused = (code: Extract<ReadingAnswer, { kind: 'refused' }>['code']): ReadingAnswer => ({
  kind: 'refused',
  code,
});

/** Documents in the hands of their readers, whoever they are: by a seat's sign-in, by a badge. */
export class DocumentReading {
  readonly #options: DocumentReadingOptions;

  constructor(options: DocumentReadingOptions) {
    this.#options = options;
  }

  /** What the reader gets; that a reader has opened it is counted here. */
  async readDocument(wish: ReadingWish): Promise<ReadingAnswer> {
    const { desk, actor, documentId, part } = wish;
    if (desk.state.conference.classifiedSince !== null) return refused('classified');
    const right = documentRight(actor, desk.state, documentId);
    if (right === null) return refused('document-unknown');
    const answer = await (part.kind === 'file' ? this.#file(right) : this.#shown(wish, right));
    if (right.right === 'released' && answer.kind !== 'refused') this.#options.readers.note(desk.id, documentId, actor);
    return answer;
  }

  /** By document, who of its readers has opened it. */
  readersOf(conference: ConferenceId): ReturnType<DocumentReaders['countsOf']> {
    return this.#options.readers.countsOf(conference);
  }

  async #file({ right, stored }: DocumentRight): Promise<ReadingAnswer> {
    // What lies on the desk is shown, not given out; what bears names is never given out whole.
    if (right === 'desk') return refused('document-unknown');
    if (stored.about?.watermark === true) return refused('watermarked');
    const kept = await this.#options.files.originalOf(stored.file);
    return kept === null ? refused('page-unknown') : { kind: 'file', ...kept, ...downloadName(stored.file, kept.type) };
  }

  async #shown(
    { desk, actor, documentId, part, readerName }: ReadingWish,
    right: DocumentRight,
  ): Promise<ReadingAnswer> {
    const place = { conference: desk.id, documentId };
    const { files, watermarks } = this.#options;
    // A film cannot bear a name: it is watched on the desk.
    if (part.kind === 'clip' && right.watermark) return refused('watermarked');
    const kept = part.kind === 'page' ? await files.pageOf(place, part.page) : await files.clipOf(place);
    if (kept === null) return refused('page-unknown');
    if (!right.watermark) return { kind: 'page', ...kept, keeps: right.keeps };
    const bytes = await watermarks.draw({ path: kept.path, reader: readerName, session: actor.session, at: desk.now });
    return bytes === null ? refused('too-many-readers') : { kind: 'marked', bytes, type: 'image/jpeg' };
  }
}
