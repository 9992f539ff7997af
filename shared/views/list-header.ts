import { foldForSearch } from '../base/vietnamese.ts';
import {
  AGENDA_FIELDS,
  BRIDGE_FIELDS,
  DELEGATE_FIELDS,
  type ImportField,
  type ImportList,
  type Mapping,
} from '../protocol/list-import.ts';
import { headerOf } from './paste-header.ts';

export interface HeadColumn {
  readonly index: number;
  /** The head as the file calls it, of both rows where two make the head. */
  readonly called: string;
  /** null: the column is left out. */
  readonly field: ImportField | null;
}

export interface ListHeader {
  /** Where the head begins and ends among the rows looked at, from 0. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly HeadColumn[];
}

type Called = readonly (readonly [ImportField | null, RegExp])[];

/** The first that fits decides. A null is a column that is known and left out, lest a later rule should take it. */
const DELEGATE_HEADS: Called = [
  [null, /^(?:stt|tt|so tt|so thu tu|#|no\.?)$|ghi chu|dien thoai|email|thu dien tu|ngay sinh|nam sinh|gioi tinh/u],
  ['number', /^ma\b(?! tinh| xa)|so the|ma so|so dai bieu|^number$|^code$|badge/u],
  ['seat', /cho ngoi|so ghe|^ghe\b|vi tri (?:ngoi|ghe)|^vi tri$|^seat/u],
  ['bridge', /diem cau|du tai|du hop tai|noi du|^bridge$|^site$/u],
  ['positions', /chuc vu|chuc danh|chuc trach|^positions?$|^title$|^office$/u],
  ['role', /nhiem vu|vai tro|^role$/u],
  ['category', /thanh phan|doi tuong|loai dai bieu|^nhom\b|^category$/u],
  ['delegation', /^(?:ten )?doan\b(?! the)|thuoc doan|^delegation$/u],
  ['homeUnit', /don vi|co quan|noi cong tac|dia phuong|to chuc dang|dang bo|^unit$|^organi[sz]ation$/u],
  [
    'fullName',
    /\bho,? (?:va )?(?:(?:chu |ten )?(?:dem|lot),? (?:va )?)?ten\b|^ten(?: dai bieu)?$|^dai bieu$|^dong chi$|^full ?name$|^name$/u,
  ],
];

const BRIDGE_HEADS: Called = [
  [null, /^(?:stt|tt|so tt|so thu tu|#|no\.?)$|ghi chu|email|thu dien tu/u],
  ['phone', /dien thoai|^(?:so )?d ?t(?: ?dd)?$|sdt|hotline|^phone$|di dong/u],
  ['technician', /ky thuat|truc may|dau moi|phu trach|^technician$|^contact$/u],
  ['chairPositions', /(?:chuc vu|chuc danh).*(?:chu tri)?|^chair'?s? position/u],
  ['chair', /chu tri|chu toa|^chair$/u],
  ['parent', /cap tren|thuoc|truc thuoc|diem cau (?:me|chinh|tinh)$|^parent$/u],
  ['shortName', /(?:ten )?(?:viet tat|ngan|rut gon)|^short ?name$/u],
  ['region', /vung|mien|khu vuc|^region$/u],
  ['room', /hoi truong|phong hop|dia diem|dia chi|^phong$|^room$|^hall$/u],
  ['name', /diem cau|^ten$|ten don vi|^don vi$|^name$|^bridge$|^site$/u],
];

/** Without the first that stands there nothing can be made of a row. */
const NEEDED: Readonly<Record<ImportList, readonly (readonly ImportField[])[]>> = {
  delegates: [['fullName', 'positions']],
  bridges: [['name']],
  agenda: [['title'], ['start', 'end', 'duration']],
};

/** What one column means by its head. */
export function fieldCalled(list: ImportList, head: string): ImportField | null {
  if (list === 'agenda') return head.length > MAX_HEAD ? null : ([...headerOf([[head]]).at.keys()][0] ?? null);
  // One-line heads and heads with remarks: "Họ và tên (in hoa)", "Chức vụ *".
  const folded = foldForSearch(head.replace(/\([^)]*\)|[*:]/gu, ' '));
  const heads = list === 'delegates' ? DELEGATE_HEADS : BRIDGE_HEADS;
  return folded.length > MAX_HEAD ? null : (heads.find(([, called]) => called.test(folded))?.[0] ?? null);
}

/** A head says what stands below it; a sentence is a title, or a cell of the list. */
const MAX_HEAD = 60;

/** The fields without which the list cannot be read, each as the ways to have it. */
export const missingFields = (list: ImportList, columns: readonly HeadColumn[]): readonly (readonly ImportField[])[] =>
  NEEDED[list].filter((ways) => !columns.some(({ field }) => field !== null && ways.includes(field)));

/** The row that names the columns, below whatever title the sheet has; null: there is none. */
export function headerOfList(
  list: ImportList,
  rows: readonly (readonly string[])[],
  mapping: Mapping | null,
): ListHeader | null {
  let best: { readonly header: ListHeader; readonly known: number } | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === '')) continue;
    const one = [headerAt(list, rows, { first: index, last: index }, mapping)];
    if (isSubHead(rows[index + 1], row)) one.push(headerAt(list, rows, { first: index, last: index + 1 }, mapping));
    for (const header of one) {
      const known = knownIn(list, header, mapping);
      if (known > (best?.known ?? 0)) best = { header, known };
    }
  }
  return best?.header ?? null;
}

/** How many columns are known, zero where a title or a row of the list only happens to hold a known word. */
function knownIn(list: ImportList, { columns }: ListHeader, mapping: Mapping | null): number {
  const byHand = columns.filter(({ called }) => mapping !== null && Object.hasOwn(mapping.columns, called)).length;
  const known = columns.filter(({ field }) => field !== null).length;
  const single = columns.filter(({ called }) => called !== '').length === 1;
  const enough = missingFields(list, columns).length === 0 && (known >= 2 || single);
  return byHand > 0 || enough ? known + byHand : 0;
}

function headerAt(
  list: ImportList,
  rows: readonly (readonly string[])[],
  { first, last }: { readonly first: number; readonly last: number },
  mapping: Mapping | null,
): ListHeader {
  const upper = rows[first] ?? [];
  const lower = first === last ? [] : (rows[last] ?? []);
  const called = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) =>
    calledBy(upper, lower, index),
  );
  const columns = called.map((head, index) => ({ index, called: head, field: fieldOf(list, head, mapping) }));
  return { first, last, columns: onceEach(columns, mapping) };
}

/** Of a head in two rows the upper one spans the lower ones: "Chức vụ" over "Đảng" and "Chính quyền". */
function calledBy(upper: readonly string[], lower: readonly string[], index: number): string {
  const below = lower[index] ?? '';
  const own = upper[index] ?? '';
  if (below === '') return own;
  const above = own === '' ? (upper.slice(0, index).findLast((cell) => cell !== '') ?? '') : own;
  return above === '' || above === below ? below : `${above} ${below}`;
}

const SUB_HEAD =
  /^(?:trong |ve )?(?:dang|chinh quyen|doan the|nha nuoc|mat tran|chuyen mon|kiem nhiem|ho (?:va )?ten|chuc vu|chuc danh|dien thoai|(?:so )?d ?t|sdt|bat dau|ket thuc|tu|den|cho ngoi|so ghe)\b/u;

/** A second row of the head has blanks where the first reaches down to the list, and known words where it does not. */
function isSubHead(row: readonly string[] | undefined, above: readonly string[]): boolean {
  const told = (row ?? []).filter((cell, index) => cell !== '' && cell !== above[index]);
  return told.length > 0 && told.filter((cell) => SUB_HEAD.test(foldForSearch(cell))).length * 2 >= told.length;
}

function fieldOf(list: ImportList, called: string, mapping: Mapping | null): ImportField | null {
  if (called === '') return null;
  if (mapping === null || !Object.hasOwn(mapping.columns, called)) return fieldCalled(list, called);
  const byHand = mapping.columns[called] ?? null;
  return FIELDS[list].find((field) => field === byHand) ?? null;
}

const FIELDS: Readonly<Record<ImportList, readonly ImportField[]>> = {
  delegates: DELEGATE_FIELDS,
  bridges: BRIDGE_FIELDS,
  agenda: AGENDA_FIELDS,
};

/** Posts may stand in several columns; of everything else the column named by hand counts, or the first. */
function onceEach(columns: readonly HeadColumn[], mapping: Mapping | null): readonly HeadColumn[] {
  const byHand = ({ called }: HeadColumn): boolean => mapping !== null && Object.hasOwn(mapping.columns, called);
  const chosen = new Map<ImportField, number>();
  for (const column of [...columns.filter(byHand), ...columns.filter((one) => !byHand(one))]) {
    if (column.field !== null && !chosen.has(column.field)) chosen.set(column.field, column.index);
  }
  return columns.map((column) =>
    column.field === null || column.field === 'positions' || chosen.get(column.field) === column.index
      ? column
      : { ...column, field: null },
  );
}

/** The columns of posts in the order in which they are read out: the Party's first. */
export function positionColumns({ columns }: ListHeader): readonly number[] {
  const posts = columns.filter(({ field }) => field === 'positions');
  const party = posts.filter(({ called }) => /\bdang\b/u.test(foldForSearch(called)));
  return [...party, ...posts.filter((post) => !party.includes(post))].map(({ index }) => index);
}
