import { attendanceOf, marksOf } from '../../domain/attendance/attendance.ts';
import { absentIn, isNoFigure, presentIn } from '../../domain/attendance/figure.ts';
import { MARKS } from '../../domain/attendance/mark.ts';
import type { Bridge } from '../../domain/bridges/bridge.ts';
import { categoriesAt } from './attendance-figures.ts';
import { bridgeWithRoom } from './opening-lines.ts';
import type { Block } from './paper.ts';
import { plainHeadLines } from './paper-head.ts';
import { field, heading, paragraph } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import type { ListedDelegate } from './paper-source.ts';
import { numbered, tableOf } from './paper-table.ts';
import type { PaperText } from './paper-text.ts';
import { capital, titledAll } from './people-words.ts';
import { counted, DOTS, number } from './words.ts';
import { rollWords as words } from './words-of-sheets.ts';

/** With more bridges than these, sheets are made for the upper ones: thousands of pages help nobody. */
const MAX_SHEETS = 300;

/** A sheet for each bridge, to be signed by hand where the line is down. */
export function rollSheetsPaper(scope: PaperScope): PaperText {
  const isWhole = scope.bridges.length <= MAX_SHEETS;
  const bridges = isWhole ? scope.bridges : scope.bridges.filter(({ tier }) => tier <= 1);
  const left = scope.bridges.length - bridges.length;
  return {
    head: plainHeadLines(scope),
    title: words.title,
    subject: scope.state.conference.title,
    blocks: [
      ...(left === 0 ? [] : [paragraph(words.branches(number(left)))]),
      ...bridges.flatMap((bridge) => sheetOf(scope, bridge, scope.leadingAt.get(bridge.bridgeId) ?? [])),
    ],
    signatures: null,
    recipients: [],
    appendices: [],
  };
}

function sheetOf(scope: PaperScope, bridge: Bridge, listed: readonly ListedDelegate[]): readonly Block[] {
  const chairs = bridge.chairs.length === 0 ? DOTS : capital(`${titledAll(bridge.chairs, scope.profile)}.`);
  return [
    heading(1, bridgeWithRoom(bridge)),
    field(words.chairs, chairs),
    ...tablesOf(scope, bridge, listed),
    field(words.taker, DOTS),
  ];
}

/** The names that are known; else the figures; else lines to write on. */
function tablesOf(scope: PaperScope, bridge: Bridge, listed: readonly ListedDelegate[]): readonly Block[] {
  if (listed.length > 0) return [nameTable(listed), ...partly(scope, bridge, listed)];
  const isCounted = categoriesAt(scope.state, bridge.bridgeId).length > 0;
  return [isCounted ? categoryTable(scope, bridge) : nameTable(Array.from({ length: BLANK_LINES }, () => NOBODY))];
}

const BLANK_LINES = 10;
type Named = Pick<ListedDelegate, 'fullName' | 'positions' | 'homeUnit' | 'category' | 'present'>;
const NOBODY: Named = { fullName: null, positions: [], homeUnit: '', category: '', present: false };

const nameTable = (listed: readonly Named[]): Block =>
  tableOf(
    [
      [words.place, 1, 'center'],
      [words.name, 4],
      [words.positions, 6],
      [words.homeUnit, 4],
      [words.category, 3],
      [words.present, 2, 'center'],
      [words.signature, 3],
    ],
    numbered(
      listed.map(({ fullName, positions, homeUnit, category, present }) => [
        fullName ?? '',
        positions.join(', '),
        homeUnit,
        category,
        present ? words.mark : '',
        '',
      ]),
    ),
    words.noList,
  );

/** Papers carry some hundreds of names: where a list is longer, the sheet says so. */
function partly({ state }: PaperScope, { bridgeId }: Bridge, listed: readonly ListedDelegate[]): readonly Block[] {
  const marks = marksOf(attendanceOf(state.attendance, bridgeId));
  const all = MARKS.reduce((sum, mark) => sum + marks[mark], 0);
  return all <= listed.length ? [] : [paragraph(words.partly(counted(listed.length), counted(all)))];
}

const categoryTable = ({ state }: PaperScope, { bridgeId }: Bridge): Block =>
  tableOf(
    [
      [words.place, 1, 'center'],
      [words.category, 8],
      [words.expected, 2, 'right'],
      [words.present, 2, 'right'],
      [words.absent, 2, 'right'],
      [words.remark, 4],
    ],
    numbered(
      categoriesAt(state, bridgeId).map(({ category, figure }) =>
        isNoFigure(figure)
          ? [category, '', '', '', '']
          : [category, number(figure.expected), number(presentIn(figure)), number(absentIn(figure)), ''],
      ),
    ),
    words.noList,
  );
