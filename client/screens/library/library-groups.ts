import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import { aboutOf, type StoredDocument } from '../../../shared/domain/documents/document.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';

export type Grouping = 'item' | 'bridge';

export interface DocumentGroup {
  readonly key: string;
  /** null: of no item, or of the centre. */
  readonly name: string | null;
  readonly documents: readonly StoredDocument[];
}

type Slices = Pick<ConferenceState, 'agenda' | 'bridges' | 'documents'>;

/** Documents under the items in the order of the programme, or under the bridges in theirs; empty shelves are left out. */
export function groupsOf({ agenda, bridges, documents }: Slices, by: Grouping): readonly DocumentGroup[] {
  const shelves =
    by === 'item'
      ? agenda.items.map(({ itemId, plan }) => ({ key: itemId as string, name: plan.title }))
      : bridgesInOrder(bridges).map(({ bridgeId, name }) => ({ key: bridgeId as string, name }));
  const keyOf = (stored: StoredDocument): string | null =>
    by === 'item' ? aboutOf(stored).itemId : stored.file.bridgeId;
  const known = new Set(shelves.map(({ key }) => key));
  const on = (key: string | null): readonly StoredDocument[] =>
    documents.list.filter((stored) => {
      const own = keyOf(stored);
      return key === null ? own === null || !known.has(own) : own === key;
    });
  const loose = { key: '', name: null, documents: on(null) };
  const named = shelves.map(({ key, name }) => ({ key, name, documents: on(key) }));
  // What nobody has put in its place yet comes first; the centre's own, by bridge, too.
  return [loose, ...named].filter(({ documents: shelf }) => shelf.length > 0);
}
