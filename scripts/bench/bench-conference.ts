import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BridgeInput } from '../../shared/domain/bridges/commands.ts';
import { type BridgeId, bridgeIdSchema, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import { PROVINCES_63 } from '../../shared/lists/provinces-63.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { type Act, actorOver, type SignedIn } from './server-process.ts';

export interface BenchConference {
  readonly id: ConferenceId;
  readonly act: Act;
  /** The central bridge, then the provinces and cities. */
  readonly bridges: readonly BridgeId[];
  readonly seq: number;
}

const CENTRAL = 'Điểm cầu Trung ương';

/** A live conference of a central bridge and 63 others, made by the commands that a secretariat gives. */
export async function createBenchConference(origin: string, secretariat: SignedIn): Promise<BenchConference> {
  const id = conferenceIdSchema.parse(randomUUID());
  const act = actorOver(origin, secretariat, id);
  await act({
    type: 'createConference',
    details: {
      title: 'Hội nghị giao ban trực tuyến',
      kind: 'periodicBriefing',
      level: 'nationalSector',
      form: 'online',
      periodReviewed: null,
      periodPlanned: null,
      date: '2021-09-30',
      organiser: 'Ban Tổ chức Trung ương',
    },
  });
  const central = bridge({ name: CENTRAL, shortName: 'Trung ương' }, true);
  await act({ type: 'addBridges', bridges: [central, ...PROVINCES_63.map((listed) => bridge(listed, false))] });
  await act({ type: 'startPreparation' });
  const seq = await act({ type: 'openConference' });
  return { id, act, seq, bridges: await bridgesOf(origin, secretariat, id) };
}

const bridge = ({ name, shortName }: { name: string; shortName: string }, central: boolean): BridgeInput => ({
  name,
  shortName,
  central,
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
});

const stateSchema = z.object({
  bridges: z.object({ byId: z.array(z.tuple([z.string(), z.object({ bridgeId: bridgeIdSchema, order: z.int() })])) }),
});

/** Every bridge in protocol order. */
export async function bridgesOf(origin: string, { cookie }: SignedIn, id: ConferenceId): Promise<readonly BridgeId[]> {
  const response = await fetch(`${origin}/api/conferences/${id}/snapshot`, { headers: { cookie } });
  const { state } = snapshotSchema.parse(await response.json());
  const byOrder = stateSchema
    .parse(state)
    .bridges.byId.map(([, one]) => one)
    .toSorted((a, b) => a.order - b.order);
  return byOrder.map(({ bridgeId }) => bridgeId);
}
