import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { FormatProfile } from '../../shared/domain/records/minutes.ts';
import type { Paper, PaperKind } from '../../shared/views/papers/paper.ts';
import { paperOf } from '../../shared/views/papers/paper-of.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { PaperSources } from './paper-sources.ts';
import type { Paper as PaperFile, PaperHurry } from './papers.ts';

export const PAPER_FORMATS = ['docx', 'pdf', 'txt'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

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

interface Built {
  readonly paper: Paper;
  /** As the preview is sent. */
  readonly preview: string;
}

/**
 * Papers as data, and printed. Building one takes some 50 ms for a country and 500 speeches: whoever asks for the same at
 * once shares it, and between two papers, and two answers, everything else of the server has its turn.
 */
export class ConferencePapers {
  readonly #sources: PaperSources;
  readonly #press: PaperPress;
  readonly #building = new Map<string, Promise<Built>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(sources: PaperSources, press: PaperPress) {
    this.#sources = sources;
    this.#press = press;
  }

  /** Names were erased: nothing that was read before is used again. */
  forget(conference: ConferenceId): void {
    this.#sources.forget(conference);
    for (const key of this.#building.keys()) if (key.startsWith(`${conference} `)) this.#building.delete(key);
  }

  /** A `PreviewedPaper` as JSON. */
  async preview(kind: PaperKind, desk: ConferenceDesk): Promise<string> {
    const { preview } = await this.#built(kind, desk);
    return this.#inTurn(() => preview);
  }

  async file(
    kind: PaperKind,
    format: PaperFormat,
    desk: ConferenceDesk,
    hurry: PaperHurry = 'at once',
  ): Promise<PrintedPaper | null> {
    const { paper } = await this.#built(kind, desk);
    const printed = await this.#press.print(paper, format, desk.state.conference.date, hurry);
    return printed && { ...printed, hash: paper.provenance.hash };
  }

  #built(kind: PaperKind, desk: ConferenceDesk): Promise<Built> {
    const key = `${desk.id} ${desk.seq} ${kind}`;
    const known = this.#building.get(key);
    if (known !== undefined) return known;
    const building = this.#build(kind, desk).finally(() => {
      if (this.#building.get(key) === building) this.#building.delete(key);
    });
    this.#building.set(key, building);
    return building;
  }

  async #build(kind: PaperKind, desk: ConferenceDesk): Promise<Built> {
    const source = await this.#sources.of(kind, desk);
    const paper = await this.#inTurn(() => paperOf(kind, source));
    const previewed: PreviewedPaper = { ...paper, format: { verified: this.#press.isVerified(paper.profile) } };
    return { paper, preview: await this.#inTurn(() => JSON.stringify(previewed)) };
  }

  #inTurn<T>(work: () => T): Promise<T> {
    const mine = this.#turn.then(() => othersTurn()).then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
