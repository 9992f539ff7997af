import { unreachable } from '../../base/assert.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { personIdSchema, taskIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import type { RecordsCommand } from './commands.ts';
import { MAX_TASKS, type TaskInput } from './task.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;
type TaskCommand = Of<'assignTask' | 'correctTask' | 'followUpTask' | 'removeTask'>;

export function decideTasks({ records }: ConferenceState, command: TaskCommand, moment: Moment): Decided {
  const { tasks } = records;
  const at = moment.now;
  if (command.type === 'assignTask') {
    if (tasks.length >= MAX_TASKS) return refuse('too-many-items', { max: MAX_TASKS });
    const taskId = taskIdSchema.parse(moment.newId());
    return emit({ type: 'taskAssigned', at, task: { taskId, ...written(command.task, moment), carriedFrom: null } });
  }
  const task = tasks.find(({ taskId }) => taskId === command.taskId);
  if (task === undefined) return refuse('task-unknown');
  const { taskId, carriedFrom } = task;
  switch (command.type) {
    case 'correctTask':
      return emit({ type: 'taskCorrected', at, task: { taskId, ...written(command.task, moment), carriedFrom } });
    case 'followUpTask': {
      const { state, remark } = command;
      return task.state === state && task.remark === remark
        ? refuse('nothing-to-change')
        : emit({ type: 'taskFollowedUp', at, taskId, state, remark });
    }
    case 'removeTask':
      return emit({ type: 'taskRemoved', at, taskId });
    default:
      return unreachable(command);
  }
}

const written = ({ assigner, ...rest }: TaskInput, { newId }: Moment) => ({
  ...rest,
  assigner: assigner && withPersonId(assigner, personIdSchema.parse(newId())),
});
