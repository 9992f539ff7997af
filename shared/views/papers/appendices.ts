import { attendanceOf, hasReported, tallyOf } from '../../domain/attendance/attendance.ts';
import { absentIn, isNoFigure, presentIn, sumOf, withTally } from '../../domain/attendance/figure.ts';
import type { Bridge } from '../../domain/bridges/bridge.ts';
import { bridgeOf } from '../../domain/bridges/bridge.ts';
import { aboutOf } from '../../domain/documents/document.ts';
import { speechOf } from '../../domain/floor/floor.ts';
import { bridgesInBranch } from '../bridge-order.ts';
import { type RegisterRow, speechRegister } from '../speech-register.ts';
import { absenceText, MAX_ABSENCES_IN_BODY } from './attendance-part.ts';
import { touchesSecret } from './classified-spans.ts';
import { otherBridges } from './opening-lines.ts';
import type { Appendix, Block } from './paper.ts';
import { listOf } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { tableOf } from './paper-table.ts';
import { calendarDay, clockDigits, clockWords, lengthDigits, shortDay } from './paper-time.ts';
import { capital, titled, titledAll } from './people-words.ts';
import { number, roman, speechKindWords, appendixWords as words } from './words.ts';

/** With more bridges than these a branch is one line, that of its highest bridge. */
const MAX_BRIDGES_IN_TABLE = 4_000;

/** Numbered in their order; attendance is always the first, as the body says. */
export function minutesAppendices(scope: PaperScope): readonly Appendix[] {
  const all = [attendanceTable(scope), absenceList(scope), registerTable(scope), snapshotList(scope)];
  return all
    .filter((one) => one !== null)
    .map((one, index) => ({ ...one, title: words.appendix(roman(index + 1), one.title) }));
}

/** One hall needs no table of halls. */
function attendanceTable(scope: PaperScope): Appendix | null {
  if (otherBridges(scope).length === 0) return null;
  return { title: words.attendance, landscape: true, blocks: [attendanceBlock(scope)] };
}

function attendanceBlock(scope: PaperScope): Block {
  const isWhole = scope.bridges.length <= MAX_BRIDGES_IN_TABLE;
  const listed = isWhole ? scope.bridges : scope.bridges.filter(({ tier }) => tier <= 1);
  return tableOf(
    [
      [words.place, 1, 'center'],
      [words.bridge, 6],
      [words.room, 5],
      [words.chairs, 7],
      [words.expected, 2, 'right'],
      [words.present, 2, 'right'],
      [words.absent, 2, 'right'],
      [words.remark, 4],
    ],
    [...listed.map((bridge, index) => bridgeRow(scope, bridge, { place: index + 1, isWhole })), sumRow(scope)],
    words.nothing,
  );
}

function bridgeRow(
  { state, profile }: PaperScope,
  bridge: Bridge,
  { place, isWhole }: { readonly place: number; readonly isWhole: boolean },
): readonly string[] {
  const own = attendanceOf(state.attendance, bridge.bridgeId);
  const tally = isWhole ? tallyOf(own) : withTally(tallyOf(own), own.below);
  const figure = sumOf(tally);
  const inBranch = isWhole ? 1 : bridgesInBranch(state.bridges, bridge.bridgeId);
  const figures = isNoFigure(figure)
    ? ['', '', '']
    : [number(figure.expected), number(presentIn(figure)), number(absentIn(figure))];
  const remarks = [
    ...(own.excuse === null ? [] : [capital(own.excuse)]),
    ...(own.excuse === null && !hasReported(own) ? [words.silent] : []),
    ...(inBranch > 1 ? [words.branch(number(inBranch))] : []),
  ];
  const chairs = capital(titledAll(bridge.chairs, profile));
  return [String(place), bridge.name, bridge.room ?? '', chairs, ...figures, remarks.join('; ')];
}

function sumRow({ state, bridges }: PaperScope): readonly string[] {
  const { totals } = state.attendance;
  const figure = sumOf(totals);
  const told = words.reported(number(totals.reported), number(bridges.length));
  if (isNoFigure(figure)) return ['', words.sum, '', '', '', '', '', told];
  return ['', words.sum, '', '', number(figure.expected), number(presentIn(figure)), number(absentIn(figure)), told];
}

function absenceList(scope: PaperScope): Appendix | null {
  const { absences } = scope.source;
  if (absences.length <= MAX_ABSENCES_IN_BODY) return null;
  return {
    title: words.absences,
    landscape: false,
    blocks: listOf(absences.map((absence) => absenceText(absence, scope))),
  };
}

function registerTable(scope: PaperScope): Appendix | null {
  const rows = toldRegister(scope);
  if (rows.length === 0) return null;
  return { title: words.register, landscape: true, blocks: [registerBlock(scope, rows)] };
}

/** The register without what was said in classified sessions. */
export function toldRegister({ state, source }: PaperScope): readonly RegisterRow[] {
  return speechRegister(state).filter(({ speechId, calledAt, endedAt }) => {
    const stage = speechOf(state.floor, speechId)?.stage;
    const from = calledAt ?? (stage !== undefined && 'at' in stage ? stage.at : null);
    return from === null || !touchesSecret(state, from, endedAt ?? (calledAt === null ? from : source.now));
  });
}

function registerBlock(scope: PaperScope, rows: readonly RegisterRow[]): Block {
  return tableOf(
    [
      [words.place, 1, 'center'],
      [words.bridge, 4],
      [words.speaker, 6],
      [words.kind, 3],
      [words.subject, 6],
      [words.begins, 2, 'center'],
      [words.ends, 2, 'center'],
      [words.spoken, 2, 'center'],
      [words.outcome, 3],
    ],
    rows.map((row, index) => [
      String(index + 1),
      row.bridge,
      capital(titled(row.speaker, scope.profile)),
      speechKindWords[row.kind],
      row.subject,
      row.startedAt === null ? '' : clockDigits(row.startedAt),
      row.endedAt === null ? '' : clockDigits(row.endedAt),
      row.spokenMs === null ? '' : lengthDigits(row.spokenMs),
      words.outcomes[row.outcome],
    ]),
    words.nothing,
  );
}

/** Pictures that were kept for the record, with what they show. */
function snapshotList({ state }: PaperScope): Appendix | null {
  const captions = state.documents.list.flatMap((document) => {
    const { file } = document;
    if (file.kind !== 'image' || file.snapshotOf === null || aboutOf(document).secrecy !== 'none') return [];
    const { bridgeId, takenAt } = file.snapshotOf;
    if (touchesSecret(state, takenAt, takenAt)) return [];
    const hall = bridgeOf(state.bridges, bridgeId)?.name ?? aboutOf(document).title;
    return [`${hall}, ${clockWords(takenAt)}, ${shortDay(calendarDay(takenAt))}: ${aboutOf(document).title}.`];
  });
  return captions.length === 0 ? null : { title: words.snapshots, landscape: false, blocks: listOf(captions) };
}
