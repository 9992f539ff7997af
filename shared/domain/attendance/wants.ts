import type { Command } from '../command.ts';
import type { DelegateId, ImportId } from '../ids.ts';

/** What must be looked up before the command can be decided. */
export interface Wants {
  readonly delegates: readonly DelegateId[];
  readonly imports: readonly ImportId[];
}

export function wantsOf(command: Command): Wants {
  const readsImport = command.type === 'applyDelegateImport' || command.type === 'undoImport';
  return {
    delegates: 'delegateId' in command ? [command.delegateId] : [],
    imports: readsImport ? [command.importId] : [],
  };
}

/** Moves rows that nobody has looked up one by one: such a command is decided alone, on rows that stand still. */
export const isBulk = ({ type }: Command): boolean =>
  type === 'applyDelegateImport' || type === 'undoImport' || type === 'moveAllDelegates';
