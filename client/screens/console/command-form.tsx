import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import { outcomeSentence } from '../../parts/outcome-sentence.ts';
import { useSend } from '../../sync/send-command.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';

/** Commands to send one after another, or a sentence about what is still wrong in the form. */
export type Written = { readonly commands: readonly Command[] } | { readonly problem: string };

interface CommandFormProps {
  readonly write: (form: FormData) => Written;
  readonly act: string;
  readonly onDone: () => void;
  readonly onCancel?: (() => void) | undefined;
  readonly disabledReason?: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form that becomes commands when it is sent. It stays as it was written until the server has accepted them all. */
export function CommandForm(props: CommandFormProps) {
  const { act, onCancel, disabledReason = null, className = '', children } = props;
  const { pending, problem, submit } = useSubmit(props);
  const reason = useCommandsOff() ?? disabledReason;
  return (
    <form className={`console-form ${className}`} onSubmit={submit}>
      {children}
      {problem === null ? null : (
        <p className="console-problem" role="alert">
          <span aria-hidden="true">▲</span> {problem}
        </p>
      )}
      <div className="console-form-buttons">
        <button type="submit" className="button" data-tone="primary" disabled={reason !== null} aria-busy={pending}>
          {pending ? text.common.sending : act}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className="button" data-tone="plain" onClick={onCancel}>
            {text.common.cancel}
          </button>
        )}
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </div>
    </form>
  );
}

function useSubmit({ write, onDone }: Pick<CommandFormProps, 'write' | 'onDone'>) {
  const send = useSend();
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sendAll = async (commands: readonly Command[]) => {
    busy.current = true;
    setPending(true);
    let refusal: string | null = null;
    for (const command of commands) {
      refusal = outcomeSentence(await send(command));
      if (refusal !== null) break;
    }
    busy.current = false;
    setPending(false);
    setProblem(refusal);
    if (refusal === null) onDone();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    const written = write(new FormData(event.currentTarget));
    setProblem('problem' in written ? written.problem : null);
    if ('commands' in written) void sendAll(written.commands);
  };
  return { pending, problem, submit };
}
