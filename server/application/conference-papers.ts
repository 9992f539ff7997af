import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { FormatProfile } from '../../shared/domain/records/minutes.ts';
import type { Paper, PaperKind } from '../../shared/views/papers/paper.ts';
import { paperOf } from '../../shared/views/papers/paper-of.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { PaperSources } from './paper-sources.ts';
import type { Paper as PaperFile } from './papers.ts';

export const PAPER_FORMATS = ['docx', 'pdf', 'txt'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** Somebody before a screen is told at once that it would take too long; an archive waits for its turn. */
export type PaperHurry = 'at once' | 'in turn';

/** What draws papers. The application knows that there are formats, not how one is written. */
export interface PaperPress {
  /** null: so many are waiting that this one would not be ready in time. */
  readonly print: (paper: Paper, format: PaperFormat, date: string, hurry?: PaperHurry) => Promise<PaperFile | null>;
  /** Whether the layout rules have been compared with the text that they follow. */
  readonly isVerified: (profile: FormatProfile) => boolean;
}

/** A paper for the preview, with what is to be said of its layout. */
export interface PreviewedPaper extends Paper {
  readonly format: { readonly verified: boolean };
}

export interface PrintedPaper extends PaperFile {
  /** The journal's hash at the last event that the paper tells of. */
  readonly hash: string;
}

export class ConferencePapers {
  readonly #sources: PaperSources;
  readonly #press: PaperPress;

  constructor(sources: PaperSources, press: PaperPress) {
    this.#sources = sources;
    this.#press = press;
  }

  /** Names were erased: nothing that was read before is used again. */
  forget(conference: ConferenceId): void {
    this.#sources.forget(conference);
  }

  async preview(kind: PaperKind, desk: ConferenceDesk): Promise<PreviewedPaper> {
    const paper = paperOf(kind, await this.#sources.of(kind, desk));
    return { ...paper, format: { verified: this.#press.isVerified(paper.profile) } };
  }

  async file(
    kind: PaperKind,
    format: PaperFormat,
    desk: ConferenceDesk,
    hurry: PaperHurry = 'at once',
  ): Promise<PrintedPaper | null> {
    const paper = paperOf(kind, await this.#sources.of(kind, desk));
    const printed = await this.#press.print(paper, format, desk.state.conference.date, hurry);
    return printed && { ...printed, hash: paper.provenance.hash };
  }
}
