import { type ButtonTone, CommandButton } from '../../parts/command-button.tsx';
import type { Action } from './action.ts';
import { useSay } from './use-act.ts';

interface ActionButtonProps {
  readonly action: Action;
  readonly tone?: ButtonTone;
  readonly label?: string;
  /** A longer name for screen readers. */
  readonly name?: string | undefined;
  readonly className?: string;
}

export function ActionButton(props: ActionButtonProps) {
  const { action, tone = 'plain', label = action.label, name, className = 'console-action' } = props;
  const { shortcut, make, reason, done } = action;
  const say = useSay();
  return (
    <CommandButton
      make={make}
      label={label}
      name={name}
      shortcut={shortcut ?? undefined}
      tone={tone}
      disabledReason={reason}
      className={className}
      onAccepted={() => say(done)}
    />
  );
}
