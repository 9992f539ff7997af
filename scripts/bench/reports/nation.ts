import { randomUUID } from 'node:crypto';
import type { BridgeInput } from '../../../shared/domain/bridges/commands.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../../shared/domain/ids.ts';
import { PARTY_COMMITTEES } from '../../../shared/lists/party-committees.ts';
import { bridgesOf } from '../bench-conference.ts';
import { actorOver, type SignedIn } from '../server-process.ts';

export interface Nation {
  readonly id: ConferenceId;
  /** All but the central bridge, the first tier first. */
  readonly bridges: readonly BridgeId[];
}

const PER_COMMAND = 200;

/** A conference that is being prepared: a central bridge, 40 of the first tier, and communes up to `total`. */
export async function createNation(origin: string, secretariat: SignedIn, total: number): Promise<Nation> {
  const id = conferenceIdSchema.parse(randomUUID());
  const act = actorOver(origin, secretariat, id);
  await act({
    type: 'createConference',
    details: {
      title: 'Hội nghị toàn quốc học tập, quán triệt Nghị quyết',
      kind: 'dissemination',
      level: 'nationalSector',
      form: 'hybrid',
      periodReviewed: null,
      periodPlanned: null,
      date: '2026-02-07',
      organiser: 'Ban Tổ chức Trung ương',
    },
  });
  const first = PARTY_COMMITTEES.map(({ name, shortName }) => bridge(name, shortName, null));
  await act({ type: 'addBridges', bridges: [{ ...bridge('Điểm cầu Trung ương', 'Trung ương', null), central: true }] });
  await act({ type: 'addBridges', bridges: first });
  const above = (await bridgesOf(origin, secretariat, id)).slice(1);
  const communes = Array.from({ length: total - above.length - 1 }, (_, n) =>
    bridge(`Điểm cầu xã số ${n + 1}`, `Xã ${n + 1}`, above[n % above.length] ?? null),
  );
  for (let i = 0; i < communes.length; i += PER_COMMAND) {
    await act({ type: 'addBridges', bridges: communes.slice(i, i + PER_COMMAND) });
  }
  await act({ type: 'startPreparation' });
  return { id, bridges: (await bridgesOf(origin, secretariat, id)).slice(1) };
}

const bridge = (name: string, shortName: string, parentId: BridgeId | null): BridgeInput => ({
  name,
  shortName,
  central: false,
  parentId,
  region: null,
  room: null,
  chairs: [],
  technician: null,
});
