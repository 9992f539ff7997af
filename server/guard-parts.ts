import { join } from 'node:path';
import type { ConferenceId } from '../shared/domain/ids.ts';
import type { Health } from '../shared/protocol/http.ts';
import type { JournalDamage, JournalState } from '../shared/protocol/journal-state.ts';
import type { ConferenceDesk } from './application/conference-desk.ts';
import { DamageBook } from './application/damage-book.ts';
import { archiveKey } from './archive/archive-key.ts';
import { freeBytes, JOURNAL_ROOM_BYTES } from './disk-room.ts';
import { ANCHORS, AnchorFile } from './guard/anchor-file.ts';
import { DiskWatch } from './guard/disk-watch.ts';
import { JournalGuard } from './guard/journal-guard.ts';
import { say } from './observe/log.ts';
import type { Journal } from './store/journal.ts';
import type { Store } from './store/sqlite-store.ts';
import { serverLines } from './text.ts';

export interface GuardPartsOptions {
  readonly store: Store;
  readonly dataDir: string;
  /** The server's own clock. */
  readonly now: () => number;
  readonly onFault: (cause: unknown) => void;
}

/** Where the news of a journal goes. */
export interface GuardedDesks {
  readonly desks: () => readonly ConferenceDesk[];
  readonly push: (state: JournalState) => void;
}

export interface GuardParts {
  /** For the desks: what the disk refuses is noted. */
  readonly journal: Journal;
  readonly damages: DamageBook;
  readonly stateOf: (conference: ConferenceId) => JournalState['state'];
  readonly health: () => Pick<Health['journal'], 'state' | 'damages'>;
  /** When the whole journal was last looked through; null: not yet. */
  readonly checkedAt: () => number | null;
  /** A conference that closes is anchored at once. */
  readonly attach: (desk: ConferenceDesk) => void;
  /** Checks and anchors by itself from now on. */
  readonly watch: (guarded: GuardedDesks) => void;
  readonly close: () => Promise<void>;
}

/** Whether the journals are whole, and whether the disk takes what is written; before anything is served. */
export async function createGuard(options: GuardPartsOptions): Promise<GuardParts> {
  const { store, dataDir, onFault } = options;
  const damages = new DamageBook();
  let guarded: GuardedDesks = { desks: () => [], push: () => undefined };
  const stateOf = (id: ConferenceId): JournalState['state'] =>
    damages.of(id) !== null ? 'damaged' : disk.refusing ? 'refusing' : 'ok';
  const tellAll = (): void => {
    for (const { id } of guarded.desks()) guarded.push({ conference: id, state: stateOf(id) });
  };
  const disk = watchedDisk(options, tellAll);
  const guard = new JournalGuard({
    store,
    anchors: await AnchorFile.open(dataDir, await archiveKey(dataDir)),
    report: (damage) => damages.report(damage),
    isDamaged: (id) => damages.of(id) !== null,
    now: options.now,
    onFault,
  });
  damages.onReported((damage) => {
    onFault(new Error(`the journal does not hold: ${JSON.stringify(damage)}`));
    say(sentenceOf(damage, guarded.desks(), dataDir));
    tellAll();
  });
  await guard.checkAtStart();
  return {
    journal: disk.guarded(store.journal),
    damages,
    stateOf,
    health: () => ({ state: stateOfAll(damages, disk), damages: [...damages.all] }),
    checkedAt: () => guard.checkedAt,
    attach: (desk) =>
      void desk.onCommitted(({ recorded }) => {
        if (recorded.some(({ event }) => event.type === 'conferenceClosed')) guard.anchor([desk]);
      }),
    watch: (wish) => {
      guarded = wish;
      guard.watch(wish.desks);
    },
    close: async () => {
      disk.close();
      await guard.close(guarded.desks());
    },
  };
}

const stateOfAll = ({ all }: DamageBook, { refusing }: DiskWatch): JournalState['state'] =>
  all.length > 0 ? 'damaged' : refusing ? 'refusing' : 'ok';

const watchedDisk = ({ store, dataDir, onFault }: GuardPartsOptions, tellAll: () => void): DiskWatch =>
  new DiskWatch({
    probe: () => store.probe(),
    hasRoom: async () => (await freeBytes(dataDir)) >= JOURNAL_ROOM_BYTES,
    onChange: (refusing, cause) => {
      if (refusing) onFault(cause);
      say(refusing ? serverLines.journalRefuses(dataDir) : serverLines.journalTakesAgain);
      tellAll();
    },
  });

function sentenceOf({ conference, kind, line }: JournalDamage, desks: readonly ConferenceDesk[], dataDir: string) {
  const title = desks.find(({ id }) => id === conference)?.state.conference.title ?? conference ?? '';
  return kind === 'anchors'
    ? serverLines.anchorsAltered(join(dataDir, ANCHORS), line ?? 0)
    : serverLines.journalDamaged[kind](title, line ?? 0);
}
