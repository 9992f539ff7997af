import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';
import type { Store } from '../store/sqlite-store.ts';
import type { AnchorFile } from './anchor-file.ts';
import type { Anchor } from './anchor-lines.ts';
import { allDamages, anchorDamages } from './journal-check.ts';

export interface GuardOptions {
  readonly store: Pick<Store, 'checks' | 'openChecks' | 'anchorHead' | 'noteAnchors'>;
  readonly anchors: AnchorFile;
  readonly report: (damage: JournalDamage) => void;
  readonly isDamaged: (conference: ConferenceId) => boolean;
  readonly now: () => number;
  readonly onFault: (cause: unknown) => void;
}

/** A desk, as far as it is anchored. */
export interface Anchored {
  readonly id: ConferenceId;
  readonly seq: number;
}

const CHECK_MS = 3_600_000;
const ANCHOR_MS = 300_000;

/**
 * Looks whether the journals are still what was written: at the start before anybody is served what the anchors and
 * the tree of the lines say, beside the running server and every hour the whole chain. What it finds it reports.
 */
export class JournalGuard {
  readonly #options: GuardOptions;
  readonly #ended = new AbortController();
  readonly #anchored = new Map<ConferenceId, Anchor>();
  #timers: NodeJS.Timeout[] = [];
  #checkedAt: number | null = null;
  #checking: Promise<void> = Promise.resolve();
  #anchoring: Promise<void> = Promise.resolve();

  constructor(options: GuardOptions) {
    this.#options = options;
    for (const line of options.anchors.found.lines) this.#anchored.set(line.conference, line);
  }

  /** Quick, since everybody waits for it: the chain is walked later. */
  async checkAtStart(): Promise<void> {
    const { store, anchors, report } = this.#options;
    const altered = anchors.found.alteredLine ?? (await this.#shortenedAt());
    if (altered !== null) report({ conference: null, kind: 'anchors', line: altered });
    if ((await store.checks.quickCheck('event')) !== null) report({ conference: null, kind: 'file', line: null });
    for (const damage of await anchorDamages(store.checks, anchors.found.lines)) report(damage);
  }

  /** From now on by itself. `desks`: those that are open. */
  watch(desks: () => readonly Anchored[]): void {
    this.#checking = this.#check();
    const hourly = setInterval(() => {
      this.#checking = this.#checking.then(() => this.#check());
    }, CHECK_MS);
    const often = setInterval(() => this.anchor(desks()), ANCHOR_MS);
    this.#timers = [hourly, often];
    for (const timer of this.#timers) timer.unref();
  }

  /** Resolves when the check that runs is done. */
  get checked(): Promise<void> {
    return this.#checking;
  }

  /** When every chain was last walked to its end; null: not yet since the start. */
  get checkedAt(): number | null {
    return this.#checkedAt;
  }

  /** What has changed since it was anchored last. A damaged journal is not anchored: that would make it the true one. */
  anchor(desks: readonly Anchored[]): void {
    const due = desks.filter(({ id, seq }) => seq > this.#anchoredSeq(id) && !this.#options.isDamaged(id));
    if (due.length > 0) {
      this.#anchoring = this.#anchoring.then(() => this.#anchorNow(due)).catch(this.#options.onFault);
    }
  }

  async close(desks: readonly Anchored[]): Promise<void> {
    this.#ended.abort();
    for (const timer of this.#timers) clearInterval(timer);
    this.anchor(desks);
    await Promise.all([this.#checking, this.#anchoring]);
  }

  /** The database remembers how long the file was. */
  async #shortenedAt(): Promise<number | null> {
    const { store, anchors } = this.#options;
    const noted = await store.anchorHead();
    if (noted === null || anchors.head.lines > noted.lines) return null;
    if (anchors.head.lines === noted.lines && anchors.head.signature === noted.signature) return null;
    return anchors.head.lines + 1;
  }

  async #anchorNow(desks: readonly Anchored[]): Promise<void> {
    const { store, anchors, report, isDamaged, now } = this.#options;
    const before = desks.flatMap(({ id }) => this.#anchored.get(id) ?? []);
    for (const damage of await anchorDamages(store.checks, before)) report(damage);
    const fresh: Anchor[] = [];
    for (const { id: conference } of desks) {
      const { seq, hash } = await store.checks.lastLine(conference);
      if (seq > this.#anchoredSeq(conference) && !isDamaged(conference))
        fresh.push({ conference, seq, hash, at: now() });
    }
    await anchors.add(fresh);
    await store.noteAnchors(anchors.head);
    for (const anchor of fresh) this.#anchored.set(anchor.conference, anchor);
  }

  #anchoredSeq(conference: ConferenceId): number {
    return this.#anchored.get(conference)?.seq ?? 0;
  }

  async #check(): Promise<void> {
    const { store, report, onFault, now } = this.#options;
    try {
      const checks = await store.openChecks();
      try {
        for (const damage of await allDamages(checks, { signal: this.#ended.signal })) report(damage);
        if (!this.#ended.signal.aborted) this.#checkedAt = now();
      } finally {
        await checks.end();
      }
    } catch (cause) {
      onFault(cause);
    }
  }
}
