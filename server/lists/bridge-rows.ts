import { foldForSearch } from '../../shared/base/vietnamese.ts';
import { type BridgeInput, bridgeInputSchema } from '../../shared/domain/bridges/commands.ts';
import type { ImportField, RowFault } from '../../shared/protocol/list-import.ts';
import type { ListHeader } from '../../shared/views/list-header.ts';
import type { WordingCount } from './legacy-letters.ts';
import { contactIn, personsIn } from './person-cells.ts';
import { readCell } from './read-cell.ts';
import type { TableRow } from './table.ts';

/** A row of a list of bridges, its parent not yet looked for. */
export interface BridgeRowRead {
  readonly sheet: string;
  readonly row: number;
  readonly bridge: Omit<BridgeInput, 'parentId' | 'central'>;
  readonly parent: string;
  /** The fields that the file has columns for: of a bridge that is there, only these change. */
  readonly fields: ReadonlySet<ImportField>;
  readonly called: (field: ImportField) => string;
}

export interface RowRefusal {
  readonly fault: RowFault;
  readonly column: string | null;
  readonly value: string;
}

const SHORT_NAME = 40;
/** Eight chairs with a post or two; longer cells are not taken apart. */
const CELL_AT_MOST = 2_000;
const bridgePartSchema = bridgeInputSchema.omit({ parentId: true, central: true });

/** Reads the rows of one sheet of bridges. */
export function bridgeReader(sheet: string, header: ListHeader, wordings: WordingCount) {
  const columns = new Map(header.columns.flatMap((one) => (one.field === null ? [] : [[one.field, one] as const])));
  const called = (field: ImportField): string => columns.get(field)?.called ?? '';

  return (row: TableRow): BridgeRowRead | RowRefusal => {
    const refusal = faultIn(row);
    if (refusal !== null) return refusal;
    const raw = (field: ImportField): string => row.cells[columns.get(field)?.index ?? -1] ?? '';
    const cell = (field: ImportField): string => {
      const told = raw(field) === '' ? (row.spanned?.get(columns.get(field)?.index ?? -1) ?? '') : raw(field);
      return readCell(told).text;
    };
    const name = cell('name');
    if (name === '') return { fault: 'value-missing', column: called('name'), value: '' };
    const bridge = {
      name,
      shortName: cell('shortName') || shortNameOf(name),
      region: cell('region') || null,
      room: cell('room') || null,
      chairs: [...personsIn(raw('chair'), raw('chairPositions'))],
      technician: contactIn(cell('technician'), cell('phone')),
    };
    const fit = bridgePartSchema.safeParse(bridge);
    if (fit.success) {
      return {
        sheet,
        row: row.number,
        bridge: fit.data,
        parent: cell('parent'),
        fields: new Set(columns.keys()),
        called,
      };
    }
    const field = fieldOf(fit.error.issues[0]?.path ?? []);
    return { fault: 'value-too-long', column: called(field), value: raw(field).slice(0, 200) };
  };

  function faultIn({ cells, formulas }: TableRow): RowRefusal | null {
    for (const { index, called: column } of columns.values()) {
      const value = cells[index] ?? '';
      if (formulas?.has(index) === true) return { fault: 'formula', column, value };
      if (value.length > CELL_AT_MOST) return { fault: 'value-too-long', column, value };
      const { fault, wording } = readCell(value);
      wordings.add(wording);
      if (fault !== null) return { fault, column, value };
    }
    return null;
  }
}

/** The column that a part of the bridge was read from. */
function fieldOf([part, , within]: readonly PropertyKey[]): ImportField {
  if (part === 'chairs') return within === 'positions' ? 'chairPositions' : 'chair';
  if (part === 'technician') return 'technician';
  return part === 'shortName' || part === 'region' || part === 'room' ? part : 'name';
}

/** "Điểm cầu tỉnh An Giang" is "An Giang" for short; a ward or a commune keeps its kind. */
function shortNameOf(name: string): string {
  const bare = name.replace(/^(?:điểm cầu\s+)?(?:(?:tỉnh|thành phố|tp\.?)\s+)?/iu, '') || name;
  if (bare.length <= SHORT_NAME) return bare;
  const cut = bare.slice(0, SHORT_NAME + 1);
  return (cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || bare.slice(0, SHORT_NAME)).trim();
}

const CENTRAL = /^(?:diem cau )?(?:trung tam|trung uong|chinh)\b/u;
export const isCalledCentral = (name: string): boolean => CENTRAL.test(foldForSearch(name));
