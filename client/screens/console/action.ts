import type { Command } from '../../../shared/domain/command.ts';

/** One press of the moment: the same for the button, the key and the key row. */
export interface Action {
  readonly label: string;
  readonly shortcut: string;
  /** Called at the press; null: nothing to do any more. */
  readonly make: () => Command | null;
  /** Why it cannot be pressed now; null: it can. */
  readonly reason: string | null;
}

/** `command` null: `otherwise` says why there is none. */
export function actionOf(
  { label, shortcut }: Pick<Action, 'label' | 'shortcut'>,
  command: Command | null,
  { reason, otherwise }: { readonly reason: (command: Command) => string | null; readonly otherwise: string },
): Action {
  return { label, shortcut, make: () => command, reason: command === null ? otherwise : reason(command) };
}
