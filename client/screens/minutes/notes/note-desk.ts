import type { Command } from '../../../../shared/domain/command.ts';
import { type NoteSubject, noteKey, noteOf, noteSubjectSchema } from '../../../../shared/domain/records/minutes.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { type Cell, createCell, type Readable } from '../../../sync/cell.ts';
import type { SendOutcome } from '../../../sync/send-command.ts';
import type { Line } from '../../../sync/socket-line.ts';
import type { DraftStore } from './draft-store.ts';
import {
  afterReading,
  afterSaving,
  draftOf,
  isTooLong,
  isUnsaved,
  keptOwn,
  NOTHING_WRITTEN,
  type NoteDraft,
  type Reading,
  theirsOf,
  written,
} from './note-draft.ts';

/** After the last key; whoever leaves the field does not wait. */
export const REST_MS = 1_500;

export interface DeskPorts {
  readonly state: Readable<ConferenceState>;
  /** The last fact in that state. */
  readonly headSeq: () => number;
  readonly line: Readable<Line>;
  readonly send: (command: Command) => Promise<SendOutcome>;
  readonly store: DraftStore;
}

export type NoteStatus = 'empty' | 'saved' | 'waiting' | 'saving' | 'offline' | 'changed' | 'tooLong' | 'refused';

export interface NoteView {
  readonly typed: string;
  readonly status: NoteStatus;
  readonly savedAt: number | null;
  /** Beside the own text, until somebody has chosen. */
  readonly theirs: string | null;
  readonly refusal: Extract<SendOutcome, { kind: 'refused' }> | null;
}

/** The writing stands still until something or somebody moves it. */
export const STUCK: ReadonlySet<NoteStatus> = new Set(['offline', 'changed', 'tooLong', 'refused']);

interface Entry {
  readonly about: NoteSubject;
  readonly cell: Cell<NoteView>;
  draft: NoteDraft;
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: boolean;
  /** Letters are being put together: neither is the field touched, nor is half a word sent. */
  composing: boolean;
  refusal: NoteView['refusal'];
  /** The journal's place of the last saving: a state from before it says nothing. */
  through: number;
}

/**
 * Everything that is being written in the minutes on this page, whether its field is drawn or not.
 *
 * 1. What was typed stands on the shelf until the server has taken it, or its text was taken knowingly.
 * 2. A field is changed from outside only while nothing in it is unsaved and nobody composes letters in it.
 * 3. Of one field one writing is under way; what was typed meanwhile follows it.
 */
export class NoteDesk {
  readonly #ports: DeskPorts;
  readonly #entries = new Map<string, Entry>();
  readonly #unsaved = createCell(0);
  readonly #stuck = createCell(0);
  readonly #leave: readonly (() => void)[];

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#leave = [ports.state.subscribe(() => this.#onState()), ports.line.subscribe(() => this.#onLine())];
  }

  /** How many fields hold something that the server does not have. */
  get unsaved(): Readable<number> {
    return this.#unsaved;
  }

  /** How many of them somebody must look at: by themselves they will not be saved, or not soon. */
  get stuck(): Readable<number> {
    return this.#stuck;
  }

  view(about: NoteSubject): Readable<NoteView> {
    return this.#entry(about).cell;
  }

  type(about: NoteSubject, typed: string): void {
    const entry = this.#entry(about);
    entry.refusal = null;
    this.#become(entry, { ...entry.draft, typed });
    this.#saveLater(entry);
  }

  compose(about: NoteSubject, composing: boolean): void {
    const entry = this.#entry(about);
    entry.composing = composing;
    if (!composing) {
      this.#read(entry);
      this.#saveLater(entry);
    }
  }

  /** The writer has left the field. */
  rest(about: NoteSubject): void {
    const entry = this.#entry(about);
    entry.composing = false;
    void this.#save(entry);
  }

  keepOwn(about: NoteSubject): void {
    const entry = this.#entry(about);
    const theirs = theirsOf(entry.draft, this.#readingOf(entry));
    if (theirs === null) return;
    this.#become(entry, keptOwn(entry.draft, theirs));
    void this.#save(entry);
  }

  takeTheirs(about: NoteSubject): void {
    const entry = this.#entry(about);
    this.#become(entry, draftOf(this.#readingOf(entry)));
  }

  /** Opens what an earlier page has left behind, so that it is sent even if nobody looks at its field. */
  restore(): void {
    for (const key of this.#ports.store.all().keys()) {
      const about = subjectOf(key);
      if (about !== null) this.#entry(about);
    }
  }

  close(): void {
    for (const leave of this.#leave) leave();
    for (const entry of this.#entries.values()) void this.#save(entry);
  }

  #entry(about: NoteSubject): Entry {
    const key = noteKey(about);
    const found = this.#entries.get(key);
    if (found !== undefined) return found;
    const draft = this.#ports.store.all().get(key) ?? draftOf(NOTHING_WRITTEN);
    const cell = createCell<NoteView>({ typed: '', status: 'empty', savedAt: null, theirs: null, refusal: null });
    const entry: Entry = {
      about,
      cell,
      draft,
      timer: undefined,
      saving: false,
      composing: false,
      refusal: null,
      through: 0,
    };
    this.#entries.set(key, entry);
    this.#read(entry);
    this.#saveLater(entry);
    return entry;
  }

  #readingOf(entry: Entry): Reading {
    // The answer to the own writing is known, and the state is still from before it.
    if (this.#ports.headSeq() < entry.through) return entry.draft.base;
    const note = noteOf(this.#ports.state.get().records.minutes, entry.about);
    return note === undefined ? NOTHING_WRITTEN : { text: note.text, revision: note.revision };
  }

  #read(entry: Entry): void {
    if (!entry.composing) this.#become(entry, afterReading(entry.draft, this.#readingOf(entry)));
  }

  #become(entry: Entry, draft: NoteDraft): void {
    const key = noteKey(entry.about);
    if (draft !== entry.draft) {
      if (isUnsaved(draft)) this.#ports.store.keep(key, draft);
      else this.#ports.store.forget(key);
    }
    entry.draft = draft;
    this.#show(entry);
  }

  #show(entry: Entry): void {
    const { draft, refusal, cell } = entry;
    const reading = this.#readingOf(entry);
    const theirs = entry.composing || entry.saving ? null : theirsOf(draft, reading);
    const savedAt = noteOf(this.#ports.state.get().records.minutes, entry.about)?.at ?? null;
    const status = this.#statusOf(entry, theirs !== null);
    const next: NoteView = { typed: draft.typed, status, savedAt, theirs: theirs?.text ?? null, refusal };
    const now = cell.get();
    if (FIELDS.some((field) => now[field] !== next[field])) cell.set(next);
    const pending = [...this.#entries.values()].filter(isPending);
    this.#unsaved.set(pending.length);
    this.#stuck.set(pending.filter((one) => STUCK.has(one.cell.get().status)).length);
  }

  #statusOf({ draft, saving, refusal }: Entry, changed: boolean): NoteStatus {
    if (!isUnsaved(draft)) return draft.base.text === '' ? 'empty' : 'saved';
    if (changed) return 'changed';
    if (isTooLong(draft)) return 'tooLong';
    if (saving) return 'saving';
    if (this.#ports.line.get().status !== 'online') return 'offline';
    return refusal === null ? 'waiting' : 'refused';
  }

  #saveLater(entry: Entry): void {
    clearTimeout(entry.timer);
    if (isUnsaved(entry.draft)) entry.timer = setTimeout(() => void this.#save(entry), REST_MS);
  }

  async #save(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    if (!this.#maySave(entry)) return;
    const text = written(entry.draft.typed);
    const { revision } = entry.draft.base;
    entry.saving = true;
    this.#become(entry, { ...entry.draft, sent: text });
    const outcome = await this.#ports.send({
      type: 'writeNote',
      about: entry.about,
      text: text === '' ? null : text,
      expectedRevision: revision,
    });
    entry.saving = false;
    this.#onOutcome(entry, text, outcome);
  }

  #maySave(entry: Entry): boolean {
    const { draft, saving, composing, refusal } = entry;
    const isFree = !saving && !composing && refusal === null && this.#ports.line.get().status === 'online';
    return isFree && isUnsaved(draft) && !isTooLong(draft) && theirsOf(draft, this.#readingOf(entry)) === null;
  }

  #onOutcome(entry: Entry, text: string, outcome: SendOutcome): void {
    if (outcome.kind === 'accepted') {
      entry.through = outcome.seq;
      this.#become(entry, afterSaving(entry.draft, text));
    } else if (outcome.kind === 'refused') {
      entry.refusal = PASSING.has(outcome.code) ? null : outcome;
    }
    this.#read(entry);
    // Also after silence: what is on its way back shows whether it happened, and the same again does no harm.
    this.#saveLater(entry);
  }

  #onState(): void {
    for (const entry of this.#entries.values()) {
      this.#read(entry);
      if (entry.refusal !== null && isUnsaved(entry.draft)) this.#askAgain(entry);
    }
  }

  /** Minutes that were reopened and a session that is no longer classified take what they refused before. */
  #askAgain(entry: Entry): void {
    const { records, conference } = this.#ports.state.get();
    const isShut = records.minutes.signed !== null || conference.classifiedSince !== null;
    const wasShut = entry.refusal?.code === 'minutes-signed' || entry.refusal?.code === 'classified';
    if (isShut || !wasShut) return;
    entry.refusal = null;
    this.#show(entry);
    this.#saveLater(entry);
  }

  #onLine(): void {
    for (const entry of this.#entries.values()) {
      this.#show(entry);
      if (this.#ports.line.get().status === 'online') this.#saveLater(entry);
    }
  }
}

/** What the other wrote is on its way here and is shown beside the own text; a disk that was full takes it later. */
const PASSING: ReadonlySet<string> = new Set(['note-changed', 'nothing-to-change', 'journal-unavailable']);

/** What it was written about may be gone from the programme: it stays on the shelf, and nothing waits for it. */
const isPending = ({ draft, refusal }: Entry): boolean =>
  isUnsaved(draft) && refusal?.code !== 'item-unknown' && refusal?.code !== 'speech-unknown';

/** The way back from `noteKey`. */
function subjectOf(key: string): NoteSubject | null {
  const [kind = '', id] = key.split(' ');
  const read = noteSubjectSchema.safeParse({
    kind,
    ...(kind === 'speech' ? { speechId: id } : {}),
    ...(kind === 'item' ? { itemId: id } : {}),
  });
  return read.success ? read.data : null;
}

const FIELDS = ['typed', 'status', 'savedAt', 'theirs', 'refusal'] as const satisfies readonly (keyof NoteView)[];
