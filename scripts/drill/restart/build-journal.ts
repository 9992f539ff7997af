import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ConferenceDesk } from '../../../server/application/conference-desk.ts';
import { Seats } from '../../../server/application/seats.ts';
import { type SnapshotPolicy, snapshotPolicy } from '../../../server/application/snapshots.ts';
import { openForWriting } from '../../../server/store/database.ts';
import type { Batch } from '../../../server/store/journal.ts';
import { createAppend } from '../../../server/store/sqlite-append.ts';
import { createSnapshots } from '../../../server/store/sqlite-snapshots.ts';
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeInput } from '../../../shared/domain/bridges/commands.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../../shared/domain/event.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import { type BridgeId, type ConferenceId, commandIdSchema, conferenceIdSchema } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { PROVINCES_63 } from '../../../shared/lists/provinces-63.ts';
import { encodeState } from '../../../shared/protocol/state-codec.ts';
import { SECRETARIAT } from '../desk/found-conference.ts';
import { DETAILS } from '../desk/plain-conference.ts';
import type { Asked } from '../drill.ts';

export interface BuiltJournal {
  readonly conference: ConferenceId;
  /** What the secretariat signs in with. */
  readonly token: string;
  readonly lines: number;
}

/** What the lines grow from. */
interface Founded extends Pick<BuiltJournal, 'conference' | 'token'> {
  readonly state: ConferenceState;
  readonly seq: number;
}

const BATCH = 5_000;
const TOLD_EVERY = 100_000;
/** The lines of a day of ten hours, however many they are. */
const DAY_MS = 36_000_000;

/**
 * A conference whose lines go and come again until its journal is so long, written in large transactions by the very
 * code of the server. It ends as a server that was killed leaves it: the snapshot almost a whole turn behind.
 */
export async function buildJournal(
  dataDir: string,
  lines: number,
  asked: Pick<Asked, 'say' | 'signal'>,
): Promise<BuiltJournal> {
  const file = join(dataDir, 'journal.sqlite');
  const policy = snapshotPolicy();
  const founded = await found(file, policy);
  const db = openForWriting(file);
  try {
    const write = { append: createAppend(db), save: createSnapshots(db).saveSnapshot, policy };
    await grow(founded, lines, write, asked);
  } finally {
    db.close();
  }
  return { conference: founded.conference, token: founded.token, lines };
}

async function found(file: string, snapshots: SnapshotPolicy): Promise<Founded> {
  const store = await openSqliteStore(file);
  const conference = conferenceIdSchema.parse(randomUUID());
  const desk = await ConferenceDesk.open(conference, {
    journal: store.journal,
    moment: (actor) => ({ now: Date.now() - DAY_MS, newId: randomUUID, actor }),
    snapshots,
    onFault: (cause) => {
      throw cause;
    },
  });
  const must = async (command: Command): Promise<void> => {
    const ack = await desk.execute(SECRETARIAT, { id: commandIdSchema.parse(randomUUID()), conference, command });
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
  };
  await must({ type: 'createConference', details: DETAILS });
  const central = bridge({ name: 'Điểm cầu Trung ương', shortName: 'Trung ương' }, true);
  await must({ type: 'addBridges', bridges: [central, ...PROVINCES_63.map((listed) => bridge(listed, false))] });
  await must({ type: 'startPreparation' });
  await must({ type: 'openConference' });
  const wish = { seat: 'secretariat', conference: null, bridgeId: null, label: 'drill' } as const;
  const { token } = await new Seats(store.accounts).mint(wish);
  await store.close();
  return { conference, token, state: desk.state, seq: desk.seq };
}

const bridge = ({ name, shortName }: Pick<BridgeInput, 'name' | 'shortName'>, central: boolean): BridgeInput => ({
  name,
  shortName,
  central,
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
});

interface Write {
  readonly append: ReturnType<typeof createAppend>;
  readonly save: ReturnType<typeof createSnapshots>['saveSnapshot'];
  readonly policy: SnapshotPolicy;
}

async function grow(
  founded: Founded,
  lines: number,
  write: Write,
  { say, signal }: Pick<Asked, 'say' | 'signal'>,
): Promise<void> {
  const { conference } = founded;
  const bridges = bridgesInOrder(founded.state.bridges).map(({ bridgeId }) => bridgeId);
  const began = Date.now() - DAY_MS;
  const savedAt = Math.max(founded.seq + 1, lines - write.policy.every + 1);
  let { state, seq } = founded;
  while (seq < lines && !signal.aborted) {
    const until = Math.min(seq + BATCH, seq < savedAt ? savedAt : lines);
    const batch = batchOf(conference, seq, until, (line) => lineOf(bridges, line, began + (line / lines) * DAY_MS));
    if (!write.append(batch).ok) throw new Error('somebody else writes this journal');
    state = batch.events.reduce((before, { event }) => evolve(before, event), state);
    if (Math.floor(until / TOLD_EVERY) > Math.floor(seq / TOLD_EVERY)) say(`${until} of ${lines} lines written`);
    seq = until;
    // A Ctrl-C gets in between.
    await setImmediate();
    if (seq === savedAt) write.save(conference, snapshotOf(write.policy, seq, state));
  }
}

const snapshotOf = ({ code }: SnapshotPolicy, seq: number, state: ConferenceState) => ({
  seq,
  code,
  state: JSON.stringify(encodeState(state)),
});

function batchOf(
  conference: ConferenceId,
  after: number,
  until: number,
  eventOf: (line: number) => ConferenceEvent,
): Batch {
  const lines = Array.from({ length: until - after }, (_, index) => after + index + 1);
  return {
    conference,
    expectedSeq: after,
    events: lines.map((line) => ({ actor: SYSTEM, event: eventOf(line) })),
    receipts: lines.map((seq) => ({ commandId: commandIdSchema.parse(randomUUID()), seq })),
    delegates: [],
  };
}

/** One bridge after the other comes, and in the next round goes again. */
function lineOf(bridges: readonly BridgeId[], line: number, at: number): ConferenceEvent {
  const bridgeId = bridges[line % bridges.length];
  if (bridgeId === undefined) throw new Error('the conference has no bridge');
  const isBack = Math.floor(line / bridges.length) % 2 === 0;
  return { type: isBack ? 'bridgeLinkEstablished' : 'bridgeLinkLost', at: Math.round(at), bridgeId };
}
