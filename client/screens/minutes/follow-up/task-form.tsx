import { useState } from 'react';
import type { Task, TaskInput } from '../../../../shared/domain/records/task.ts';
import { namesIn, readDeadline } from '../../../../shared/views/follow-up.ts';
import { Field, TextField } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { deadlineWords, typedDeadline } from './deadline-words.ts';
import { PersonField, usePickedPerson } from './shared-fields.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.tasks;
const BLANK: TaskInput = { text: '.', assignees: ['.'], deadline: null, assigner: null };

export function NewTask() {
  const [count, setCount] = useState(0);
  // Most tasks of a conclusion have one assigner and the same assignees: they stay for the next one.
  const [last, keep] = useState<TaskInput | null>(null);
  const reason = useWhyNot({ type: 'assignTask', task: BLANK });
  const read = useReadTask();
  const write = (form: FormData): Written => {
    const task = read(form);
    if (typeof task === 'string') return { problem: task };
    keep(task);
    return { commands: [{ type: 'assignTask', task }] };
  };
  const kept = last === null ? null : { ...last, text: '', deadline: null };
  return (
    <CommandForm
      key={count}
      write={write}
      act={words().save}
      disabledReason={reason}
      onDone={() => setCount(count + 1)}
    >
      <TaskFields task={kept} />
    </CommandForm>
  );
}

interface CorrectionProps {
  readonly task: Task;
  readonly onDone: () => void;
}

export function TaskCorrection({ task, onDone }: CorrectionProps) {
  const read = useReadTask();
  const write = (form: FormData): Written => {
    const input = read(form);
    if (typeof input === 'string') return { problem: input };
    return { commands: [{ type: 'correctTask', taskId: task.taskId, task: input }] };
  };
  return (
    <CommandForm write={write} act={text.common.save} onDone={onDone} onCancel={onDone}>
      <TaskFields task={task} />
    </CommandForm>
  );
}

function TaskFields({ task }: { readonly task: TaskInput | null }) {
  return (
    <>
      <TextField label={words().text} name="text" rows={4} maxLength={3_000} defaultValue={task?.text ?? ''} />
      <AssignmentFields task={task} />
      <DeadlineField typed={typedDeadline(task?.deadline ?? null)} />
    </>
  );
}

/** Who gives it and who does it. */
export function AssignmentFields({ task }: { readonly task: Pick<TaskInput, 'assigner' | 'assignees'> | null }) {
  return (
    <>
      <TextField
        label={words().assignees}
        hint={words().assigneesHint}
        name="assignees"
        rows={2}
        defaultValue={task?.assignees.join('\n') ?? ''}
      />
      <PersonField label={words().assigner} prefix="assigner" person={task?.assigner ?? null} />
    </>
  );
}

/** A day, a quarter, a year or an event as it is spoken; below it stands how it is understood. */
export function DeadlineField({ typed }: { readonly typed: string }) {
  const [now, setNow] = useState(typed);
  const read = readDeadline(now);
  const isWrong = now.trim() !== '' && read === null;
  return (
    <>
      <Field
        label={words().deadline}
        hint={words().deadlineHint}
        name="deadline"
        maxLength={200}
        defaultValue={typed}
        problem={isWrong ? words().noSuchDay : null}
        onChange={({ target }) => setNow(target.value)}
      />
      {read === null ? null : (
        <p className="follow-up-read" role="status">
          {words().read(deadlineWords(read))}
        </p>
      )}
    </>
  );
}

/** The task as it is written, or what is wrong with it. */
function useReadTask(): (form: FormData) => TaskInput | string {
  const picked = usePickedPerson();
  return (form) => {
    const body = textIn(form, 'text');
    const assignees = [...namesIn(textIn(form, 'assignees') ?? '')];
    if (body === null || assignees.length === 0) return text.followUp.missing;
    const typed = textIn(form, 'deadline');
    const deadline = readDeadline(typed ?? '');
    if (typed !== null && deadline === null) return words().noSuchDay;
    return { text: body, assignees, deadline, assigner: picked(form, 'assigner') };
  };
}
