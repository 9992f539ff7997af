import type { Command } from '../../../shared/domain/command.ts';
import type { Done } from './use-act.ts';

/** One press of the moment: the same for the button, the key, the key row and the palette of commands. */
export interface Action {
  readonly label: string;
  /** null: it has no key of its own. */
  readonly shortcut: string | null;
  /** Called at the press; null: nothing to do any more, or asked about first. */
  readonly make: () => Command | null;
  /** Why it cannot be pressed now; null: it can. */
  readonly reason: string | null;
  /** What is said once it is done, with the way back. */
  readonly done?: Done | undefined;
}

/** `command` null: `otherwise` says why there is none. */
export function actionOf(
  { label, shortcut = null }: { readonly label: string; readonly shortcut?: string | null },
  command: Command | null,
  { reason, otherwise }: { readonly reason: (command: Command) => string | null; readonly otherwise: string },
): Action {
  return { label, shortcut, make: () => command, reason: command === null ? otherwise : reason(command) };
}
