import { useState } from 'react';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import type { Task, TaskState } from '../../../../shared/domain/records/task.ts';
import { overdueDays, tasksInOrder } from '../../../../shared/views/follow-up.ts';
import { formatCount, formatDate } from '../../../parts/clock-text.ts';
import { personWords } from '../../../parts/person-words.ts';
import { type MarkTone, StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { deadlineWords } from './deadline-words.ts';
import { TaskDetails } from './task-details.tsx';
import { NewTask } from './task-form.tsx';
import { NewTasks } from './task-paste.tsx';
import { TwoPanes } from './two-panes.tsx';
import { TwoWays } from './two-ways.tsx';
import { useToday } from './use-today.ts';

const words = () => text.followUp.tasks;

const TONES: Readonly<Record<TaskState, MarkTone>> = { open: 'off', underway: 'live', done: 'done', dropped: 'over' };

export function TasksTab() {
  const tasks = useConference(({ records }) => records.tasks);
  const today = useToday();
  const [chosen, choose] = useState<TaskId | null>(null);
  const overdue = tasks.filter((task) => overdueDays(task, today) > 0).length;
  const done = tasks.filter(({ state }) => state === 'done').length;
  const task = tasks.find(({ taskId }) => taskId === chosen);
  return (
    <TwoPanes
      heading={words().heading}
      count={words().count(formatCount(tasks.length), formatCount(overdue), formatCount(done))}
      side={
        task === undefined ? (
          <NewTasksSide />
        ) : (
          <TaskDetails key={task.taskId} task={task} onClose={() => choose(null)} />
        )
      }
    >
      {tasks.length === 0 ? <p className="follow-up-empty">{words().empty}</p> : null}
      <ol>
        {tasksInOrder(tasks).map((one) => (
          <li key={one.taskId}>
            <TaskRow
              task={one}
              number={tasks.indexOf(one) + 1}
              overdue={overdueDays(one, today)}
              isChosen={one.taskId === chosen}
              onChoose={() => choose(one.taskId)}
            />
          </li>
        ))}
      </ol>
    </TwoPanes>
  );
}

/** One task, or the whole conclusion cut into tasks. */
const NewTasksSide = () => (
  <TwoWays
    ways={[
      { word: words().one, form: <NewTask /> },
      { word: words().many, form: <NewTasks /> },
    ]}
  />
);

interface TaskRowProps {
  readonly task: Task;
  readonly number: number;
  readonly overdue: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function TaskRow({ task, number, overdue, isChosen, onChoose }: TaskRowProps) {
  const { state, assignees, assigner, deadline, remark, carriedFrom } = task;
  const by = assigner === null ? [] : [words().by(personWords(assigner))];
  return (
    <button
      type="button"
      className="follow-up-row"
      aria-current={isChosen}
      data-finished={state === 'done' || state === 'dropped'}
      onClick={onChoose}
    >
      <span className="follow-up-number">{number}</span>
      <span>
        <span className="follow-up-text">{task.text}</span>
        <small>{[assignees.join('; '), ...by].join(' · ')}</small>
        {remark === null ? null : <small>{remark}</small>}
        {carriedFrom === null ? null : (
          <small>{words().carried(carriedFrom.title, formatDate(carriedFrom.date))}</small>
        )}
      </span>
      <span className="follow-up-states">
        <StateMark tone={TONES[state]} word={words().states[state]} />
        {overdue === 0 ? null : <StateMark tone="look" word={words().overdue(formatCount(overdue))} />}
        <small>{deadlineWords(deadline)}</small>
      </span>
    </button>
  );
}
