import { useState } from 'react';
import type { TaskInput } from '../../../../shared/domain/records/task.ts';
import { namesIn, readDeadline, type TaskLine, taskLines } from '../../../../shared/views/follow-up.ts';
import { TextField } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { deadlineWords } from './deadline-words.ts';
import { usePickedPerson } from './shared-fields.tsx';
import { AssignmentFields, DeadlineField } from './task-form.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.tasks;
const BLANK: TaskInput = { text: '.', assignees: ['.'], deadline: null, assigner: null };

/** A conclusion, pasted and cut into tasks: seen first, then assigned. What a line does not say, the form says for all. */
export function NewTasks() {
  const [pasted, setPasted] = useState('');
  const [count, setCount] = useState(0);
  const reason = useWhyNot({ type: 'assignTask', task: BLANK });
  const picked = usePickedPerson();
  const there = new Set(useConference(({ records }) => records.tasks.map((task) => task.text)));
  const lines = taskLines(pasted);
  const write = (form: FormData): Written => {
    const forAll = { assignees: [...namesIn(textIn(form, 'assignees') ?? '')], assigner: picked(form, 'assigner') };
    const deadline = readDeadline(textIn(form, 'deadline') ?? '');
    if (lines.length === 0 || lines.some((line) => line.assignees.length + forAll.assignees.length === 0)) {
      return { problem: text.followUp.missing };
    }
    // Sent once more after the line was lost, what arrived the first time is not assigned twice.
    const tasks = lines.map((line) => taskOf(line, { ...forAll, deadline })).filter((task) => !there.has(task.text));
    return { commands: tasks.map((task) => ({ type: 'assignTask', task })) };
  };
  const done = () => {
    setPasted('');
    setCount(count + 1);
  };
  return (
    <CommandForm key={count} write={write} act={words().assignAll(lines.length)} disabledReason={reason} onDone={done}>
      <TextField
        label={words().paste}
        hint={words().pasteHint}
        name="pasted"
        rows={5}
        onChange={({ target }) => setPasted(target.value)}
      />
      {lines.length === 0 ? null : <Preview lines={lines} />}
      <AssignmentFields task={null} />
      <DeadlineField typed="" />
    </CommandForm>
  );
}

function taskOf(line: TaskLine, forAll: Omit<TaskInput, 'text'>): TaskInput {
  const assignees = line.assignees.length === 0 ? forAll.assignees : [...line.assignees];
  return { text: line.text, assignees, deadline: line.deadline ?? forAll.deadline, assigner: forAll.assigner };
}

function Preview({ lines }: { readonly lines: readonly TaskLine[] }) {
  return (
    <section aria-label={words().preview(lines.length)}>
      <p>{words().preview(lines.length)}</p>
      <ol className="follow-up-preview">
        {lines.map((line, index) => (
          <li key={`${index} ${line.text}`}>
            {index + 1}. {line.text}
            {line.assignees.length === 0 ? null : <small>{line.assignees.join('; ')}</small>}
            {line.deadline === null ? null : <small>{deadlineWords(line.deadline)}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
