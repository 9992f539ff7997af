import { undoAgenda } from '../agenda/undo-import.ts';
import { openBallots, sumOfCounts } from '../ballots/ballot.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { undoBridges } from '../bridges/decide-import.ts';
import { type Decided, emit, emitWithRows, refuse, unconfirmed } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import { MAX_CATEGORIES, MAX_DELEGATIONS } from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';
import type { Rolls } from './delegate.ts';
import type { ListImport, StagedImport } from './list-import.ts';
import { tooManyCategories, tooManyDelegations } from './new-row.ts';
import { placeOf } from './place.ts';

type Of<T extends AttendanceCommand['type']> = Extract<AttendanceCommand, { type: T }>;

export function decideImport(
  state: ConferenceState,
  command: Of<'applyDelegateImport' | 'undoImport'>,
  moment: Moment,
  rolls: Rolls,
): Decided {
  return command.type === 'applyDelegateImport'
    ? decideApply(state, rolls.staged(command.importId), moment)
    : decideUndo(state, command, moment, rolls);
}

function decideApply(state: ConferenceState, staged: StagedImport | undefined, { now: at }: Moment): Decided {
  if (staged?.state !== 'staged') return refuse('import-unknown');
  const { importId, name, added, changed } = staged;
  if (added + changed === 0) return refuse('nothing-to-change');
  if (!areBridgesThere(state, staged)) return refuse('bridge-unknown');
  const categories = staged.rolls.flatMap(({ byCategory }) =>
    Object.keys(byCategory).map((category) => ({ category })),
  );
  if (tooManyCategories(state, categories)) return refuse('too-many-categories', { max: MAX_CATEGORIES });
  if (tooManyDelegations(state, delegationsOf(staged))) {
    return refuse('too-many-delegations', { max: MAX_DELEGATIONS });
  }
  const facts = { importId, list: 'delegates', name, added, changed } as const;
  return emitWithRows(
    [
      ...rollsRecounted(state, staged, at),
      { type: 'importApplied', at, ...facts, itemIds: [], bridgeIds: [], replaced: [] },
    ],
    [{ kind: 'applyImport', importId }],
  );
}

function decideUndo(state: ConferenceState, command: Of<'undoImport'>, { now: at }: Moment, rolls: Rolls): Decided {
  const { importId, accepting } = command;
  const applied = state.attendance.imports.find((one) => one.importId === importId);
  if (applied === undefined) return refuse('import-unknown');
  if (applied.undone) return refuse('import-undone');
  if (applied.list !== 'delegates') return undoOfRows(state, applied, at);
  const staged = rolls.staged(importId);
  if (staged?.state !== 'applied') return refuse('import-unknown');
  // The rows go, and whoever has voted in one of them would be listed and vote anew.
  if (isVotedOnPhones(state)) return refuse('ballot-open', { voted: 1 });
  // Whom the file has moved would be given back to a bridge that has been removed since.
  if (!areBridgesThere(state, staged)) return refuse('bridge-unknown');
  if (staged.marked > 0 && !accepting.includes('marks-lost'))
    return unconfirmed('marks-lost', { count: staged.marked });
  return emitWithRows(
    [...rollsRecounted(state, staged, at), { type: 'importUndone', at, importId }],
    [{ kind: 'undoImport', importId }],
  );
}

const isVotedOnPhones = ({ ballots }: ConferenceState): boolean =>
  openBallots(ballots).some(({ ballotId }) => sumOfCounts(ballots.cast[ballotId] ?? []) > 0);

const areBridgesThere = ({ bridges }: ConferenceState, { rolls }: StagedImport): boolean =>
  rolls.every(({ bridgeId }) => bridgeOf(bridges, bridgeId) !== undefined);

const delegationsOf = ({ delegations }: StagedImport) => delegations.map(([delegation]) => ({ delegation }));

function undoOfRows(state: ConferenceState, applied: ListImport, at: number): Decided {
  const undone = applied.list === 'bridges' ? undoBridges(state, applied, at) : undoAgenda(state, applied.itemIds, at);
  if (!undone.ok) return undone;
  return emit(...undone.value, { type: 'importUndone', at, importId: applied.importId });
}

/** So many bridges a fact tells of: an event stays of a size that can be read. */
const ROLLS_PER_EVENT = 500;
const DELEGATIONS_PER_EVENT = 2_000;

function rollsRecounted(
  { bridges }: ConferenceState,
  { importId, rolls, delegations }: StagedImport,
  at: number,
): ConferenceEvent[] {
  const placed = rolls.map(({ bridgeId, byCategory }) => ({ ...placeOf(bridges, bridgeId), byCategory }));
  const events = Math.max(placed.length / ROLLS_PER_EVENT, delegations.length / DELEGATIONS_PER_EVENT);
  return Array.from({ length: Math.ceil(events) }, (_, i) => ({
    type: 'rollsRecounted',
    at,
    importId,
    rolls: placed.slice(i * ROLLS_PER_EVENT, (i + 1) * ROLLS_PER_EVENT),
    delegations: delegations.slice(i * DELEGATIONS_PER_EVENT, (i + 1) * DELEGATIONS_PER_EVENT),
  }));
}
