import { randomUUID } from 'node:crypto';
import { ConferenceDesk } from '../../../server/application/conference-desk.ts';
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, commandIdSchema } from '../../../shared/domain/ids.ts';
import type { Marked } from './marked-commands.ts';
import { CENTRAL, DETAILS } from './plain-conference.ts';

export const SECRETARIAT: Actor = { seat: 'secretariat', session: 'drill', bridgeId: null };
const DELEGATES = 32;

/** A conference with one bridge and its delegates, kept and closed before the experiment begins. */
export async function foundConference(file: string, id: ConferenceId): Promise<Marked> {
  const { journal, close } = await openSqliteStore(file);
  const faults: unknown[] = [];
  const desk = await ConferenceDesk.open(id, {
    journal,
    moment: (actor) => ({ now: Date.now(), newId: randomUUID, actor }),
    snapshots: { code: 'none', every: Number.POSITIVE_INFINITY, save: async () => undefined },
    onFault: (cause) => faults.push(cause),
  });
  const must = async (command: Command): Promise<void> => {
    const ack = await desk.execute(SECRETARIAT, { id: commandIdSchema.parse(randomUUID()), conference: id, command });
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code} ${faults.join(' ')}`);
  };
  await must({ type: 'createConference', details: DETAILS });
  await must({ type: 'addBridges', bridges: [CENTRAL] });
  const bridgeId = desk.state.bridges.centralId;
  if (bridgeId === null) throw new Error('the conference has no bridge');
  await must(registering(bridgeId));
  await must({ type: 'startPreparation' });
  await must({ type: 'openConference' });
  const recorded = await journal.read(id, 0, desk.seq);
  await close();
  const delegates = recorded.flatMap(({ event }) =>
    event.type === 'delegatesRegistered' ? event.delegates.map(({ delegateId }) => delegateId) : [],
  );
  return { bridgeId, delegates };
}

const registering = (bridgeId: BridgeId): Command => ({
  type: 'registerDelegates',
  bridgeId,
  delegates: Array.from({ length: DELEGATES }, (_, index) => ({
    fullName: `Nguyễn Văn An ${index + 1}`,
    positions: ['Ủy viên'],
    category: 'Đại biểu chính thức',
    homeUnit: 'Ban Tổ chức',
    delegation: 'Đoàn Trung ương',
    role: null,
    seat: null,
    number: null,
  })),
});
