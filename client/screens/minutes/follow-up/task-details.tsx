import { useState } from 'react';
import { type Task, taskStateSchema } from '../../../../shared/domain/records/task.ts';
import { TextField } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { deadlineWords } from './deadline-words.ts';
import { RemovePress } from './remove-press.tsx';
import { TaskCorrection } from './task-form.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.tasks;

interface TaskDetailsProps {
  readonly task: Task;
  readonly onClose: () => void;
}

/** One task: how far it is, and its words. */
export function TaskDetails({ task, onClose }: TaskDetailsProps) {
  const [isCorrecting, correct] = useState(false);
  const number = useConference(({ records }) => records.tasks.indexOf(task) + 1);
  const { taskId, assignees, assigner, deadline, carriedFrom } = task;
  const input = { text: task.text, assignees, assigner: assigner && unnumbered(assigner), deadline };
  // What was carried over came with its history: written anew it would lose where it is from.
  const mayReturn = carriedFrom === null && task.state === 'open';
  return (
    <>
      <SideHead title={text.followUp.number(number)} back={onClose} backLabel={text.followUp.add} />
      {isCorrecting ? (
        <TaskCorrection task={task} onDone={() => correct(false)} />
      ) : (
        <>
          <div className="follow-up-facts">
            <p>{task.text}</p>
            <p>{[assignees.join('; '), deadlineWords(deadline)].join(' · ')}</p>
          </div>
          <FollowUpForm task={task} />
          <div className="follow-up-presses">
            <button type="button" className="button" data-tone="quiet" onClick={() => correct(true)}>
              {text.followUp.correct}
            </button>
            <RemovePress
              command={{ type: 'removeTask', taskId }}
              again={mayReturn ? { type: 'assignTask', task: input } : null}
              onDone={onClose}
            />
          </div>
        </>
      )}
    </>
  );
}

const unnumbered = ({ fullName, positions }: NonNullable<Task['assigner']>) => ({ fullName, positions });

function FollowUpForm({ task: { taskId, state, remark } }: Pick<TaskDetailsProps, 'task'>) {
  const reason = useWhyNot({ type: 'followUpTask', taskId, state, remark });
  const write = (form: FormData): Written => ({
    commands: [
      {
        type: 'followUpTask',
        taskId,
        state: taskStateSchema.parse(textIn(form, 'state')),
        remark: textIn(form, 'remark'),
      },
    ],
  });
  return (
    <CommandForm
      key={`${state} ${remark ?? ''}`}
      write={write}
      act={words().saveState}
      disabledReason={reason}
      onDone={() => undefined}
    >
      <fieldset>
        <legend>{words().followUp}</legend>
        <div className="follow-up-radios">
          {taskStateSchema.options.map((one) => (
            <label key={one} className="console-check">
              <input type="radio" name="state" value={one} defaultChecked={one === state} />
              {words().states[one]}
            </label>
          ))}
        </div>
        <TextField label={words().remark} name="remark" rows={3} maxLength={1_000} defaultValue={remark ?? ''} />
      </fieldset>
    </CommandForm>
  );
}
