import { isPending, lastDayOf, type Task } from '../../domain/records/task.ts';
import { deadlineText } from './deadline-words.ts';
import type { Block } from './paper.ts';
import { plainHeadLines } from './paper-head.ts';
import { field, heading, paragraph } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { numbered, tableOf } from './paper-table.ts';
import type { PaperText } from './paper-text.ts';
import { type CalendarDay, calendarDay, dayOfIso, shortDay } from './paper-time.ts';
import { capital, titled } from './people-words.ts';
import { addressedProposals, type ProposalGroup } from './proposals-part.ts';
import { number } from './words.ts';
import { followUpWords as words } from './words-of-sheets.ts';

/** What became of the tasks and proposals, also of those that came over from an earlier conference. */
export function followUpPaper(scope: PaperScope): PaperText {
  const { state, source } = scope;
  const today = calendarDay(source.now);
  const { tasks } = state.records;
  const done = tasks.filter((task) => task.state === 'done').length;
  const late = tasks.filter((task) => isLate(task, today)).length;
  return {
    head: plainHeadLines(scope),
    title: words.title,
    subject: state.conference.title,
    blocks: [
      field(words.until, `${shortDay(today)}.`),
      heading(1, words.tasks),
      ...(tasks.length === 0 ? [] : [paragraph(words.counts(number(tasks.length), number(done), number(late)))]),
      taskTable(scope, today),
      heading(1, words.proposals),
      proposalTable(scope),
    ],
    signatures: null,
    recipients: [],
    appendices: [],
  };
}

/** A task is in time up to the end of its last day. An event has no day. */
export function isLate(task: Task, today: CalendarDay): boolean {
  const last = lastDayOf(task.deadline);
  if (last === null || !isPending(task)) return false;
  const { year, month, day } = dayOfIso(last);
  return (today.year - year || today.month - month || today.day - day) > 0;
}

const taskTable = ({ state, profile }: PaperScope, today: CalendarDay): Block =>
  tableOf(
    [
      [words.place, 1, 'center'],
      [words.task, 8],
      [words.assigner, 4],
      [words.assignees, 4],
      [words.deadline, 3],
      [words.state, 3],
      [words.remark, 4],
    ],
    numbered(
      state.records.tasks.map((task) => [
        task.text,
        task.assigner === null ? '' : capital(titled(task.assigner, profile)),
        task.assignees.join('; '),
        task.deadline === null ? '' : capital(deadlineText(task.deadline)),
        stateText(task, today),
        remarkText(task),
      ]),
    ),
    words.noTasks,
  );

const stateText = (task: Task, today: CalendarDay): string =>
  capital(isLate(task, today) ? `${words.taskStates[task.state]}, ${words.late}` : words.taskStates[task.state]);

const remarkText = ({ carriedFrom, remark }: Task): string =>
  [
    ...(carriedFrom === null ? [] : [words.carried(carriedFrom.title, shortDay(dayOfIso(carriedFrom.date)))]),
    ...(remark === null ? [] : [remark]),
  ].join('. ');

const proposalTable = ({ state }: PaperScope): Block =>
  tableOf(
    [
      [words.place, 1, 'center'],
      [words.proposal, 8],
      [words.units, 4],
      [words.addressee, 3],
      [words.competence, 3],
      [words.state, 3],
      [words.answer, 6],
    ],
    numbered(addressedProposals(state).flatMap(({ groups }) => groups.map(proposalRow))),
    words.noProposals,
  );

function proposalRow({ leader, units }: ProposalGroup): readonly string[] {
  const competence = leader.competence === null ? words.unchecked : words.competences[leader.competence];
  const whose = leader.competentBody === null ? competence : `${competence} (${leader.competentBody})`;
  const answer = [leader.answer, leader.answeredBy].filter((part) => part !== null).join(' - ');
  return [
    leader.text,
    units.join('; '),
    leader.addressee,
    capital(whose),
    capital(words.proposalStatuses[leader.status]),
    answer,
  ];
}
