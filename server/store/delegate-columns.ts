import { z } from 'zod';
import { bridgeRoleSchema, type DelegateRow, delegateRowSchema } from '../../shared/domain/attendance/delegate.ts';
import { matchOf } from './delegate-identity.ts';
import { indexWords } from './search-words.ts';

/** What a row is kept as: text in place of the keys of sqlite-terms.ts. */
export interface DelegateColumns {
  readonly delegate: string;
  readonly bridge: string;
  readonly category: string;
  readonly counted: string | null;
  readonly delegation: string;
  readonly number: string | null;
  readonly mark: string;
  /** What a list says of the delegate beside the columns. */
  readonly listed: string;
  /** What was said of the delegate's attendance; null: nothing yet. */
  readonly said: string | null;
}

/** The fields that the columns hold in `listed`, by their place. */
export type Listed = Pick<DelegateRow, 'fullName' | 'positions' | 'homeUnit' | 'role' | 'seat'>;

const listedSchema = z.tuple([
  z.string().nullable(),
  z.array(z.string()),
  z.string(),
  bridgeRoleSchema.nullable(),
  z.string().nullable(),
  /** The person's id where it is not the delegate's own. */
  z.string().nullable(),
]);

/** `personId` null: the same as the delegate's, as imported rows have it. */
export const listedText = ({ fullName, positions, homeUnit, role, seat }: Listed, personId: string | null): string =>
  JSON.stringify([fullName, positions, homeUnit, role, seat, personId]);

export function listedOf(text: string): Listed & { readonly personId: string | null } {
  const [fullName, positions, homeUnit, role, seat, personId] = listedSchema.parse(JSON.parse(text));
  return { fullName, positions, homeUnit, role, seat, personId };
}

export function columnsOf(row: DelegateRow): DelegateColumns {
  return {
    delegate: row.delegateId,
    bridge: row.bridgeId,
    category: row.category,
    counted: row.countedAs,
    delegation: row.delegation,
    number: row.number,
    mark: row.mark,
    listed: listedText(row, String(row.personId) === String(row.delegateId) ? null : row.personId),
    said: saidText(row),
  };
}

function saidText({ late, markedAt, markedBy, way, absenceReason, substituteFor }: DelegateRow): string | null {
  const said = [late, markedAt, markedBy, way, absenceReason, substituteFor];
  return said.some((one) => one !== null && one !== false) ? JSON.stringify(said) : null;
}

const saidSchema = z.array(z.unknown()).length(6);
const NOTHING_SAID = [false, null, null, null, null, null];

export function rowOf({ delegate, bridge, counted, listed, said, ...rest }: DelegateColumns): DelegateRow {
  const { personId, ...list } = listedOf(listed);
  const [late, markedAt, markedBy, way, absenceReason, substituteFor] =
    said === null ? NOTHING_SAID : saidSchema.parse(JSON.parse(said));
  return delegateRowSchema.parse({
    ...list,
    category: rest.category,
    delegation: rest.delegation,
    number: rest.number,
    mark: rest.mark,
    delegateId: delegate,
    personId: personId ?? delegate,
    bridgeId: bridge,
    countedAs: counted,
    late,
    markedAt,
    markedBy,
    way,
    absenceReason,
    substituteFor,
  });
}

type Found = Listed & Pick<DelegateRow, 'delegation' | 'number'>;

export const wordsOf = ({ fullName, positions, homeUnit, delegation, number }: Found): string =>
  indexWords([fullName ?? '', ...positions, homeUnit, delegation, number ?? '']);

export const matchOfColumns = ({ listed }: Pick<DelegateColumns, 'listed'>): number => matchOf(listedOf(listed));
export const wordsOfColumns = (columns: Pick<DelegateColumns, 'listed' | 'delegation' | 'number'>): string =>
  wordsOf({ ...listedOf(columns.listed), delegation: columns.delegation, number: columns.number });
