import { attendanceOf, marksOf, tallyOf } from '../../shared/domain/attendance/attendance.ts';
import { type Figure, noFigure, withFigure } from '../../shared/domain/attendance/figure.ts';
import { type Ballot, sumOfCounts } from '../../shared/domain/ballots/ballot.ts';
import { type Bridge, bridgeOf, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { aboutOf } from '../../shared/domain/documents/document.ts';
import type { Deadline } from '../../shared/domain/records/task.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { indexWords as words } from './archive-words.ts';
import { escaped } from './escaped.ts';
import { timelineOf } from './index-timeline.ts';

/** A page that opens from a disk, without a server and without a script: everything it shows stands in it. */
export function archiveIndex(state: ConferenceState): string {
  const { title, date, organiser, rehearsalOf } = state.conference;
  const sections = [
    section(words.timeline, timelineOf(state)),
    section(words.attendance, attendanceTable(state)),
    section(words.tasks, tasksTable(state)),
    section(words.ballots, ballotsTable(state)),
    section(words.documents, documentsTable(state)),
  ];
  const mark = rehearsalOf === null ? '' : `<p class="mark">${escaped(words.rehearsal)}</p>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><header>${mark}<h1>${escaped(title)}</h1><p>${escaped(words.subtitle(organiser, dayOf(date)))}</p>
<p class="note">${escaped(words.note)}</p></header><main>
${sections.join('\n')}
</main></body></html>
`;
}

const section = (heading: string, content: string): string =>
  `<section><h2>${escaped(heading)}</h2>${content === '' ? `<p>${escaped(words.nothing)}</p>` : content}</section>`;

const dayOf = (iso: string): string => iso.split('-').toReversed().join('/');

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const head = columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

const cell = (value: string | number): string =>
  typeof value === 'number' ? `<td class="figure">${value}</td>` : `<td>${escaped(value)}</td>`;

/** What each bridge reported, else what its list says; a country of 31,000 halls is a long page and still opens. */
function attendanceTable({ attendance, bridges }: ConferenceState): string {
  const rows = bridgesInOrder(bridges).map(({ bridgeId, name, tier }) => {
    const one = attendanceOf(attendance, bridgeId);
    const figure = Object.values(tallyOf(one).byCategory).reduce<Figure>(
      (sum, part) => withFigure(sum, part),
      noFigure,
    );
    const listed = Object.values(marksOf(one)).reduce((sum, count) => sum + count, 0);
    const { expected, onSite, online, absentExcused, absentUnexcused } = figure;
    return [name, tier, listed, expected, onSite, online, absentExcused, absentUnexcused];
  });
  return table(words.attendanceColumns, rows);
}

function tasksTable({ records }: ConferenceState): string {
  return table(
    words.taskColumns,
    records.tasks.map(({ text, assignees, deadline, state, remark, carriedFrom }) => [
      text,
      assignees.join('; '),
      deadlineText(deadline),
      words.taskStates[state],
      remark ?? '',
      carriedFrom === null ? '' : words.carriedFrom(carriedFrom.title, dayOf(carriedFrom.date)),
    ]),
  );
}

function deadlineText(deadline: Deadline | null): string {
  switch (deadline?.kind) {
    case 'date':
      return dayOf(deadline.date);
    case 'quarter':
      return words.quarter(deadline.quarter, deadline.year);
    case 'year':
      return words.year(deadline.year);
    case 'event':
      return deadline.event;
    default:
      return '';
  }
}

function ballotsTable({ ballots }: ConferenceState): string {
  return table(
    words.ballotColumns,
    ballots.list.map((ballot) => [ballot.question, words.manners[ballot.manner], resultOf(ballot)]),
  );
}

function resultOf({ options, stage }: Ballot): string {
  if (stage.status === 'annulled') return words.annulled(stage.reason);
  const counts = stage.status === 'closed' ? stage.counts : null;
  if (counts === null) return words.notHeld;
  const answers = options.map((option, index) => `${option}: ${counts[index] ?? 0}`);
  return `${answers.join('; ')} (${words.cast(sumOfCounts(counts))})`;
}

function documentsTable(state: ConferenceState): string {
  const nameOf = (bridge: Bridge | undefined): string => bridge?.name ?? words.centre;
  return table(
    words.documentColumns,
    state.documents.list.map((stored) => {
      const about = aboutOf(stored);
      const isSecret = about.secrecy !== 'none';
      const { bridgeId, hash } = stored.file;
      const whose = bridgeId === null ? words.centre : nameOf(bridgeOf(state.bridges, bridgeId));
      return [isSecret ? words.secretDocument : about.title, whose, isSecret ? words.leftOut : (hash ?? '')];
    }),
  );
}

const STYLE = `
:root{color-scheme:light}body{margin:0 auto;max-width:72rem;padding:1.5rem;font:16px/1.5 "Times New Roman",Tinos,serif;color:#1b1b1b;background:#fff}
h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.2rem;margin:2rem 0 .6rem;border-bottom:1px solid #999}
.note{color:#444}.mark{font-weight:bold}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.figure{text-align:right;font-variant-numeric:tabular-nums}
.line{display:grid;grid-template-columns:minmax(12rem,26rem) 1fr;gap:.75rem;align-items:center;border-top:1px solid #ddd;padding:.2rem 0}
.line.speech{padding-left:1.5rem;font-size:.92rem}.line small{display:block;color:#444}
.bars{display:block;width:100%;height:26px}.planned{fill:none;stroke:#555;stroke-dasharray:4 3}.actual{fill:#35618f}
.actual.spoken{fill:#6f94b8}@media print{.line{break-inside:avoid}}
`;
