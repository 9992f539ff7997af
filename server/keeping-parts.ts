import { randomUUID } from 'node:crypto';
import type { Desks } from './application/desks.ts';
import { PeopleRetention } from './application/people-retention.ts';
import { Series } from './application/series.ts';
import { Archives } from './archive/archives.ts';
import type { ListParts } from './list-parts.ts';
import type { Store } from './store/sqlite-store.ts';

/** What remains of conferences, what comes after them, and what is forgotten. */
export interface KeepingParts {
  readonly archives: Archives;
  readonly series: Series;
  readonly people: Store['people'];
  readonly retention: PeopleRetention;
}

export interface KeepingPartsOptions {
  readonly store: Store;
  readonly desks: Desks;
  readonly lists: Pick<ListParts, 'papers' | 'conferencePapers' | 'imports'>;
  readonly dataDir: string;
  readonly version: string;
  readonly onFault: (cause: unknown) => void;
}

export function createKeeping({ store, desks, lists, dataDir, version, onFault }: KeepingPartsOptions): KeepingParts {
  const { people, exportDelegates, imports } = store;
  const { papers, conferencePapers } = lists;
  const newId = randomUUID;
  return {
    archives: new Archives({
      dataDir,
      product: version,
      papers,
      conferencePapers,
      now: Date.now,
      secretTitles: store.secretTitles,
    }),
    series: new Series({ desks, exportDelegates, imports, newId }),
    people,
    retention: new PeopleRetention({
      people,
      desks,
      newId,
      onFault,
      onErased: (conference) => {
        conferencePapers.forget(conference);
        return lists.imports.forgetPeople(conference);
      },
    }),
  };
}
