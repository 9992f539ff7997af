import { useId, useRef, useState } from 'react';
import type { Command } from '../../shared/domain/command.ts';
import type { Consequence } from '../../shared/domain/consequence.ts';
import { useSend } from '../sync/send-command.ts';
import { useCommandsOff } from '../sync/use-commands-off.ts';
import { text } from '../text/text.ts';
import { useAskConsequence } from './consequences.tsx';
import { useNotices } from './notices.tsx';
import { useShortcut } from './shortcut.ts';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'air';

export interface CommandButtonProps {
  /** Called at the press, so that the command names what the screen shows then. null: nothing to do. */
  readonly make: () => Command | null;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly tone?: ButtonTone | undefined;
  /** Why it cannot be pressed now; stands beside the button. */
  readonly disabledReason?: string | null | undefined;
  readonly className?: string | undefined;
  /** A longer name for screen readers, when several buttons on the screen have the same label. */
  readonly name?: string | undefined;
  readonly onAccepted?: ((command: Command) => void) | undefined;
}

/** One press, one command. It waits for the server's answer and never shows an imagined result. */
export function CommandButton(props: CommandButtonProps) {
  const { label, shortcut, tone = 'plain', className = '', name } = props;
  const reason = useReason(props);
  const { pending, press } = usePress(props);
  const reasonId = useId();
  useShortcut(reason === null ? shortcut : undefined, press);
  return (
    <span className={`command ${className}`}>
      <button
        type="button"
        className="button"
        data-tone={tone}
        disabled={reason !== null}
        aria-busy={pending}
        aria-label={name}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
        aria-describedby={reason === null ? undefined : reasonId}
        onClick={press}
      >
        {pending ? text.common.sending : label}
        <Keys shortcut={shortcut} />
      </button>
      {reason === null ? null : (
        <span className="command-reason" id={reasonId}>
          {reason}
        </span>
      )}
    </span>
  );
}

const Keys = ({ shortcut }: Pick<CommandButtonProps, 'shortcut'>) =>
  shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>;

/** Without a line nothing can be pressed, whatever else speaks against it. */
function useReason({ disabledReason = null }: CommandButtonProps): string | null {
  return useCommandsOff() ?? disabledReason;
}

function usePress({ make, onAccepted }: CommandButtonProps): { readonly pending: boolean; readonly press: () => void } {
  const issue = useIssue();
  const [pending, setPending] = useState(false);
  // The state is drawn later than a second click arrives.
  const busy = useRef(false);
  const run = async () => {
    const command = busy.current ? null : make();
    if (command === null) return;
    busy.current = true;
    setPending(true);
    const accepted = await issue(command);
    busy.current = false;
    setPending(false);
    if (accepted) onAccepted?.(command);
  };
  return { pending, press: () => void run() };
}

/** These may leave the list out. */
const MAY_ACCEPT: ReadonlySet<Command['type']> = new Set(['armSource', 'takeSource', 'startLineCheck']);

const acceptsConsequences = (command: Command): command is Extract<Command, { accepting?: unknown }> =>
  'accepting' in command || MAY_ACCEPT.has(command.type);

const accepted = (command: Command, consequence: Consequence): Command =>
  acceptsConsequences(command) ? { ...command, accepting: [...(command.accepting ?? []), consequence] } : command;

/** Sends a command and says in words what was refused or got no answer. Resolves to whether it was accepted. */
export function useIssue(): (command: Command) => Promise<boolean> {
  const send = useSend();
  const ask = useAskConsequence();
  const { show } = useNotices();
  return async (wish) => {
    let outcome = await send(wish);
    // Each refusal names one consequence; whoever accepts it may be told of the next.
    for (let command = wish; outcome.kind === 'refused' && outcome.code === 'unconfirmed'; ) {
      const consequence = await ask({ ...outcome.params, command: command.type });
      if (consequence === null) return false;
      command = accepted(command, consequence);
      outcome = await send(command);
    }
    if (outcome.kind === 'refused') {
      show({ tone: 'look', sentence: text.refusals.sentence(outcome.code, outcome.params) });
    }
    if (outcome.kind === 'offline') show({ tone: 'look', sentence: text.common.notSent });
    if (outcome.kind === 'unknown') show({ tone: 'look', sentence: text.common.noAnswer });
    return outcome.kind === 'accepted';
  };
}
