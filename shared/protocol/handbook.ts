/**
 * The handbook (sổ tay) on a delegate's phone. Types alone: the phone's page carries no parser of ours, and believes what
 * its own server says.
 *
 * GET /api/handbook/:conference : a HandbookView, the same for everybody; with an ETag.
 * GET /api/handbook/:conference/own : a HandbookOwn.
 * POST /api/handbook/:conference/vote {id, ballotId, option} and …/feedback {id, text} : a HandbookAck.
 * GET /api/handbook/:conference/documents/:document/file and …/pages/:page : what was released to delegates.
 * All of them with `Authorization: Badge <badge>`; what only reads also with the cookie of a seat of the conference.
 */
import type { AgendaItemId, BallotId, BridgeId, DelegateId, DocumentId } from '../domain/ids.ts';

export interface HandbookPerson {
  readonly fullName: string | null;
  readonly positions: readonly string[];
}

export interface HandbookSpan {
  readonly start: number;
  readonly end: number;
}

export type HandbookRow =
  | { readonly row: 'group' | 'note'; readonly itemId: AgendaItemId; readonly title: string }
  | {
      readonly row: 'item';
      readonly itemId: AgendaItemId;
      readonly title: string;
      readonly presenter: HandbookPerson | null;
      readonly status: 'waiting' | 'live' | 'finished' | 'skipped';
      readonly planned: HandbookSpan;
      /** With the announced delay laid over it. */
      readonly announced: HandbookSpan;
      /** As it happened, or as it is likely to happen: whole minutes. */
      readonly expected: HandbookSpan;
    };

export interface HandbookSpeaker extends HandbookPerson {
  readonly bridge: string;
  readonly subject: string;
}

export interface HandbookFloor extends HandbookSpeaker {
  readonly status: 'called' | 'speaking' | 'paused';
  readonly isQuestion: boolean;
  /** null: called, and not heard yet. */
  readonly since: number | null;
}

export type HandbookNotice =
  | { readonly kind: 'rehearsal' }
  | { readonly kind: 'adjourned' }
  | { readonly kind: 'recess'; readonly title: string; readonly until: number }
  | { readonly kind: 'delay'; readonly minutes: number };

export interface HandbookDocument {
  readonly documentId: DocumentId;
  readonly title: string;
  /** The note on its head. */
  readonly circulation: string | null;
  readonly itemId: AgendaItemId | null;
  readonly kind: 'slides' | 'clip' | 'image' | 'docx' | 'xlsx' | 'pptx';
  /** Pages that are shown one by one; null: it is opened as a file. */
  readonly pages: number | null;
  readonly bytes: number;
  readonly watermark: boolean;
  /** A phone keeps it for the time without a network; else it is read from the server every time. */
  readonly keeps: boolean;
}

export interface HandbookBallot {
  readonly ballotId: BallotId;
  readonly question: string;
  readonly manner: 'hands' | 'open' | 'secret';
  readonly options: readonly string[];
  readonly stage: 'open' | 'closed' | 'published' | 'annulled';
  readonly result: HandbookResult | null;
}

export interface HandbookResult {
  /** In the order of the options. */
  readonly counts: readonly number[];
  readonly base: 'expected' | 'present' | 'cast';
  /** What 100 % is, in people. */
  readonly of: number;
  readonly passed: boolean;
}

export interface HandbookView {
  readonly title: string;
  readonly organiser: string;
  /** '2026-11-22' */
  readonly date: string;
  readonly phase: 'draft' | 'preparing' | 'live' | 'adjourned' | 'closed' | 'archived';
  /** From then on nothing of it stays on a phone; null: it is not over. */
  readonly forgetAt: number | null;
  /**
   * A classified session: since when, and when the programme is likely to go on (null: not known). Everything else of the
   * view is empty then.
   */
  readonly classified: { readonly since: number; readonly until: number | null } | null;
  readonly live: { readonly title: string; readonly since: number; readonly lateMinutes: number } | null;
  /** The first that waits. */
  readonly upcoming: { readonly title: string; readonly at: number } | null;
  readonly floor: HandbookFloor | null;
  readonly next: (HandbookSpeaker & { readonly expectedAt: number }) | null;
  readonly notices: readonly HandbookNotice[];
  readonly programme: readonly HandbookRow[];
  readonly documents: readonly HandbookDocument[];
  readonly ballots: readonly HandbookBallot[];
}

export interface HandbookOwn extends HandbookPerson {
  readonly delegateId: DelegateId;
  /** As it is printed, in one word. */
  readonly badge: string;
  readonly homeUnit: string;
  readonly delegation: string;
  readonly seat: string | null;
  readonly bridge: { readonly bridgeId: BridgeId; readonly name: string; readonly room: string | null };
  readonly present: boolean;
  /** Of the open ballots those that were answered with this badge; what was answered is told to nobody. */
  readonly voted: readonly BallotId[];
  /** How many more notes to the secretariat are taken. */
  readonly feedbackLeft: number;
}

export type HandbookAck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };
