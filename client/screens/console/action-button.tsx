import { type ButtonTone, CommandButton } from '../../parts/command-button.tsx';
import type { Action } from './action.ts';

interface ActionButtonProps {
  readonly action: Action;
  readonly tone?: ButtonTone;
  readonly label?: string;
}

export function ActionButton({ action, tone = 'plain', label = action.label }: ActionButtonProps) {
  const { shortcut, make, reason } = action;
  return (
    <CommandButton
      make={make}
      label={label}
      shortcut={shortcut}
      tone={tone}
      disabledReason={reason}
      className="console-action"
    />
  );
}
