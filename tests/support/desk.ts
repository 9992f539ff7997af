import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import type { SnapshotPolicy } from '../../server/application/snapshots.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type CommandId, type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { bridgeInput, commandId, conferenceId, details, NOW, secretariat } from './builders.ts';

/** A second for each command, and ids that never come again where they begin alike. */
export function worldClock(prefix = 'n'): DeskOptions['moment'] {
  let ticks = 0;
  let last = 0;
  return (actor) => ({ now: NOW + 1_000 * ++ticks, newId: () => `${prefix}${++last}`, actor });
}

export const savingEvery = (every: number, code = 'test'): SnapshotPolicy => ({
  code,
  every,
  save: (journal, id, seq, state) => journal.saveSnapshot(id, { seq, code, state: JSON.stringify(encodeState(state)) }),
});

export const HN: ConferenceId = conferenceId('hoi-nghi');

export interface Bench {
  readonly journal: Journal;
  readonly options: DeskOptions;
  readonly desk: ConferenceDesk;
  readonly faults: unknown[];
  /** A command under an id of its own, or under this one. */
  readonly act: (command: Command, as?: { actor?: Actor; id?: CommandId }) => Promise<CommandAck>;
}

/** A desk on a journal, a memory journal if none is given, and whoever gives it commands. */
export async function openBench(journal: Journal = createMemoryJournal(), every = 1_000): Promise<Bench> {
  const faults: unknown[] = [];
  const options: DeskOptions = {
    journal,
    moment: worldClock(`n${++benches}-`),
    snapshots: savingEvery(every),
    onFault: (cause) => faults.push(cause),
  };
  const desk = await ConferenceDesk.open(HN, options);
  return { journal, options, desk, faults, act: actOn(desk) };
}

let benches = 0;
let lastCommand = 0;

export const actOn =
  (desk: ConferenceDesk): Bench['act'] =>
  (command, { actor = secretariat, id = commandIdSchema.parse(`c${++lastCommand}`) } = {}) =>
    desk.execute(actor, { id, conference: desk.id, command });

export const CREATE: Command = { type: 'createConference', details };
export const ADD_HALLS: Command = {
  type: 'addBridges',
  bridges: [bridgeInput('Trung ương', { central: true }), bridgeInput('tỉnh An Giang'), bridgeInput('tỉnh Quảng Bình')],
};
export const OPEN: Command = { type: 'openConference' };

/** A live conference with three halls; answers how many events that took. */
export async function prepare({ act, desk }: Pick<Bench, 'act' | 'desk'>): Promise<number> {
  for (const command of [CREATE, ADD_HALLS, OPEN]) await act(command);
  return desk.seq;
}

export const named = (name: string): CommandId => commandId(name);
