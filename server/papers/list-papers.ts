import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import { bridgesFrom } from '../../shared/views/bridge-order.ts';
import type { ListName, ListScope, Papers } from '../application/papers.ts';
import { agendaColumns, agendaPages } from './agenda-sheet.ts';
import { attendanceColumns, attendancePages } from './attendance-sheet.ts';
import { bridgeColumns, bridgePages } from './bridges-sheet.ts';
import { type CheckInSources, checkInColumns, checkInPages } from './check-ins-sheet.ts';
import { CSV, csvStream } from './csv-stream.ts';
import { type DelegateSources, delegateColumns, delegatePages } from './delegates-sheet.ts';
import { delegationColumns, delegationPages } from './delegations-sheet.ts';
import { listWords } from './list-words.ts';
import type { Sheet } from './sheet.ts';
import { XLSX, xlsxStream } from './xlsx-stream.ts';

export type ListSources = DelegateSources & CheckInSources;

/** The lists of a conference as files that are written while they are sent. */
export function createListPapers(sources: ListSources): Pick<Papers, 'list' | 'rowsOf'> {
  return {
    list: (name, format, scope) => {
      const { file } = listWords.names[name];
      const sheet = sheetOf(name, scope, sources);
      return {
        name: `${file} ${scope.state.conference.date}.${format}`,
        plainName: `${name}.${format}`,
        type: format === 'xlsx' ? XLSX : CSV,
        content: format === 'xlsx' ? xlsxStream(sheet) : csvStream(sheet),
      };
    },
    rowsOf,
  };
}

function sheetOf(name: ListName, scope: ListScope, sources: ListSources): Sheet {
  const { sheet, heading } = listWords.names[name];
  const { title, rehearsalOf } = scope.state.conference;
  const said = `${heading}: ${title}${rehearsalOf === null ? '' : ` (${listWords.rehearsal})`}`;
  return { name: sheet, heading: said, ...tableOf(name, scope, sources) };
}

function tableOf(name: ListName, scope: ListScope, sources: ListSources): Pick<Sheet, 'columns' | 'pages'> {
  switch (name) {
    case 'delegates':
      return { columns: delegateColumns, pages: delegatePages(scope, sources) };
    case 'bridges':
      return { columns: bridgeColumns, pages: bridgePages(scope) };
    case 'attendance':
      return { columns: attendanceColumns, pages: attendancePages(scope) };
    case 'delegations':
      return { columns: delegationColumns, pages: delegationPages(scope) };
    case 'agenda':
      return { columns: agendaColumns, pages: agendaPages(scope) };
    case 'check-ins':
      return { columns: checkInColumns, pages: checkInPages(scope, sources) };
  }
}

function rowsOf(name: ListName, { state, seq, branch }: ListScope): number {
  if (name === 'check-ins') return seq;
  if (name === 'agenda') return state.agenda.items.length;
  if (name === 'delegations') return state.attendance.byDelegation?.size ?? 0;
  const bridges = bridgesFrom(state.bridges, branch);
  if (name === 'bridges') return bridges.length;
  const all = bridges.map(({ bridgeId }) => attendanceOf(state.attendance, bridgeId));
  if (name === 'delegates') {
    return all.reduce((sum, one) => Object.values(marksOf(one)).reduce((total, count) => total + count, sum), 0);
  }
  return all.reduce((sum, { named, report }) => sum + 1 + (report?.categories.length ?? Object.keys(named).length), 0);
}
