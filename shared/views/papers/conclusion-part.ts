import { noteOf } from '../../domain/records/minutes.ts';
import type { Task } from '../../domain/records/task.ts';
import { type HeldItem, heldItems } from './course.ts';
import { deadlineText } from './deadline-words.ts';
import type { Block } from './paper.ts';
import { list, paragraph, paragraphs } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { capital, doing, introduced, keysOf, type NamedPerson, personKey, sentence } from './people-words.ts';
import { DOTS, paperWords, minutesWords as words } from './words.ts';

export const conclusionItems = (scope: PaperScope): readonly HeldItem[] =>
  heldItems(scope).filter(({ item }) => item.plan.kind === 'conclusion');

/** A conclusion in a classified session stands in the minutes of that session, and so do its tasks. */
export const isConclusionSecret = (scope: PaperScope): boolean =>
  conclusionItems(scope).some(({ secret }) => secret !== 'none');

/** What the chair concluded, in the recorder's words, and the tasks that were given. */
export function conclusionBlocks(scope: PaperScope): readonly Block[] {
  if (isConclusionSecret(scope)) return [paragraph(paperWords.secret)];
  const note = noteOf(scope.state.records.minutes, { kind: 'conclusion' })?.text ?? null;
  const concluder = conclusionItems(scope)[0]?.item.presenter ?? null;
  const known = keysOf(concluder === null ? [] : [concluder]);
  const told = [...(note === null ? [] : paragraphs(note)), ...taskBlocks(scope, known)];
  return [...concluderLine(scope, note !== null), ...(told.length === 0 && scope.draft ? [paragraph(DOTS)] : told)];
}

function concluderLine(scope: PaperScope, leads: boolean): readonly Block[] {
  const presenter = conclusionItems(scope)[0]?.item.presenter ?? null;
  if (presenter === null) return [];
  return [paragraph(`${capital(doing(presenter, words.concluded, scope.profile))}${leads ? ':' : '.'}`)];
}

interface TasksOfAssigner {
  readonly assigner: NamedPerson | null;
  readonly tasks: readonly Task[];
}

/** Tasks given here, by who gave them; what came over from an earlier conference stands in the follow-up alone. */
function tasksGiven({ state }: PaperScope): readonly TasksOfAssigner[] {
  const given = state.records.tasks.filter(({ carriedFrom }) => carriedFrom === null);
  const keyOf = ({ assigner }: Task): string => (assigner === null ? '' : personKey(assigner));
  return [...new Set(given.map(keyOf))].map((key) => {
    const tasks = given.filter((task) => keyOf(task) === key);
    return { assigner: tasks[0]?.assigner ?? null, tasks };
  });
}

/** "Nội dung. Thực hiện: A; B. Thời hạn: quý I/2021." */
function taskText({ text, assignees, deadline }: Task): string {
  const until = deadline === null ? '' : ` ${words.deadline}: ${sentence(deadlineText(deadline))}`;
  return `${sentence(text)} ${words.assignees}: ${sentence(assignees.join('; '))}${until}`;
}

export const taskBlocks = (scope: PaperScope, known: ReadonlySet<string>): readonly Block[] =>
  tasksGiven(scope).flatMap(({ assigner, tasks }) => [
    paragraph(
      assigner === null
        ? `${words.tasks}:`
        : `${capital(doing(introduced(assigner, known), words.assigned, scope.profile))}:`,
    ),
    list(tasks.map(taskText)),
  ]);
