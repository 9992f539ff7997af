import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, commandIdSchema, conferenceIdSchema } from '../../shared/domain/ids.ts';
import { PROVINCES_63 } from '../../shared/lists/provinces-63.ts';
import { ConferenceDesk, type DeskOptions } from '../application/conference-desk.ts';
import {
  CENTRAL,
  CENTRAL_DELEGATES,
  committeeOf,
  DETAILS,
  PROGRAMME,
  provinceDelegates,
  REMOTE,
  SPEAKERS,
} from './briefing-2021.ts';

const MINUTE = 60_000;
/** The demo is found in the middle of its discussion, six minutes behind the plan. */
const OPENED_MINUTES_AGO = 48;
const LATE_MINUTES = 6;
const SECRETARIAT: Actor = { seat: 'secretariat', session: 'demo', bridgeId: null };
const ALLOTTED_MS = 7 * MINUTE;

/** Fills an empty journal with the demo conference, by the same commands that a secretariat gives. */
export async function loadDemo(options: DeskOptions, now: number): Promise<ConferenceId> {
  const id = conferenceIdSchema.parse(randomUUID());
  let clock = now;
  const desk = await ConferenceDesk.open(id, { ...options, moment: () => ({ now: clock, newId: randomUUID }) });
  const act = async (command: Command): Promise<void> => {
    const envelope = { id: commandIdSchema.parse(randomUUID()), conference: id, command };
    const ack = await desk.execute(SECRETARIAT, envelope);
    if (!ack.ok) throw new Error(`the demo's ${command.type} was refused: ${ack.code}`);
  };
  const opening = now - OPENED_MINUTES_AGO * MINUTE;
  clock = opening - 30 * MINUTE;
  await prepare(desk, act, opening);
  await hold(desk, act, (minutesAfterPlan) => {
    clock = opening + minutesAfterPlan * MINUTE;
  });
  await desk.close();
  return id;
}

type Act = (command: Command) => Promise<void>;

async function prepare(desk: ConferenceDesk, act: Act, opening: number): Promise<void> {
  await act({ type: 'createConference', details: DETAILS });
  await act({ type: 'addBridges', bridges: [CENTRAL, ...REMOTE] });
  const bridges = new Map(bridgesInOrder(desk.state.bridges).map(({ shortName, bridgeId }) => [shortName, bridgeId]));
  const bridgeNamed = (shortName: string): BridgeId => {
    const found = bridges.get(shortName);
    if (found === undefined) throw new Error(`the demo has no bridge ${shortName}`);
    return found;
  };
  for (const { kind, title, afterMinutes, minutes, presenter } of PROGRAMME) {
    const plan = { kind, title, plannedStart: opening + afterMinutes * MINUTE, durationMs: minutes * MINUTE };
    await act({ type: 'addAgendaItem', plan, presenter, beforeItemId: null });
  }
  await registerEverybody(act, bridgeNamed);
  for (const { bridge, subject } of SPEAKERS) {
    const listed = PROVINCES_63.find(({ shortName }) => shortName === bridge);
    const office =
      listed === undefined ? 'Đại diện lãnh đạo Quân ủy Trung ương' : `Trưởng Ban Tổ chức ${committeeOf(listed)}`;
    const speaker = { fullName: null, positions: [office] };
    await act({ type: 'registerPaper', bridgeId: bridgeNamed(bridge), subject, speaker, allottedMs: ALLOTTED_MS });
  }
  await act({ type: 'startPreparation' });
}

async function registerEverybody(act: Act, bridgeNamed: (shortName: string) => BridgeId): Promise<void> {
  const central = bridgeNamed(CENTRAL.shortName);
  await act({ type: 'registerDelegates', bridgeId: central, delegates: [...CENTRAL_DELEGATES] });
  for (const listed of PROVINCES_63) {
    const bridgeId = bridgeNamed(listed.shortName);
    await act({ type: 'registerDelegates', bridgeId, delegates: [...provinceDelegates(listed)] });
  }
}

/** Runs the programme up to the discussion, each item a little later than planned. */
async function hold(desk: ConferenceDesk, act: Act, setClock: (minutesAfterPlan: number) => void): Promise<void> {
  setClock(2);
  await act({ type: 'openConference' });
  const items = desk.state.agenda.items;
  const discussion = PROGRAMME.findIndex(({ kind }) => kind === 'discussion');
  for (const [index, { itemId }] of items.slice(0, discussion + 1).entries()) {
    const late = 2 + ((LATE_MINUTES - 2) * index) / discussion;
    setClock((PROGRAMME[index]?.afterMinutes ?? 0) + late);
    const expectedLive = items[index - 1]?.itemId ?? null;
    await act({ type: 'startAgendaItem', itemId, expectedLive });
  }
}
