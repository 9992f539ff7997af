import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/domain/actor.ts';
import { timedItems } from '../../shared/domain/agenda/agenda.ts';
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
  provinceDelegates,
  REMOTE,
  SPEAKERS,
} from './briefing-2021.ts';
import { cueOf, type DemoRow, PROGRAMME, planOf } from './programme-2021.ts';
import { recordsOf } from './records-2021.ts';

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
  const desk = await ConferenceDesk.open(id, {
    ...options,
    moment: (actor) => ({ now: clock, newId: randomUUID, actor }),
  });
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
  await writeRecords(desk, act);
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
  await writeProgramme(desk, act, { opening, central: bridgeNamed(CENTRAL.shortName) });
  await registerEverybody(act, bridgeNamed);
  const itemId = timedItems(desk.state.agenda).find(({ plan }) => plan.kind === 'discussion')?.itemId ?? null;
  for (const { bridge, subject } of SPEAKERS) {
    const listed = PROVINCES_63.find(({ shortName }) => shortName === bridge);
    const office =
      listed === undefined ? 'Đại diện lãnh đạo Quân ủy Trung ương' : `Trưởng Ban Tổ chức ${committeeOf(listed)}`;
    const speaker = { fullName: null, positions: [office] };
    const entry = { bridgeId: bridgeNamed(bridge), kind: 'paper', subject, speaker, itemId, category: null } as const;
    await act({ type: 'registerSpeech', ...entry, allottedMs: ALLOTTED_MS, override: null });
  }
  await act({ type: 'startPreparation' });
}

/** The rows at once, then the running order under those that have one. */
async function writeProgramme(
  desk: ConferenceDesk,
  act: Act,
  { opening, central }: { opening: number; central: BridgeId },
): Promise<void> {
  const presenterOf = (row: DemoRow) => (row.row === 'item' ? row.presenter : null);
  const items = PROGRAMME.map((row) => ({ plan: planOf(row, opening), presenter: presenterOf(row) }));
  await act({ type: 'addAgendaItems', items, beforeItemId: null });
  for (const [index, { itemId }] of desk.state.agenda.items.entries()) {
    const row = PROGRAMME[index];
    if (row?.row !== 'item' || row.cues.length === 0) continue;
    await act({ type: 'scriptCues', itemId, cues: row.cues.map((cue) => cueOf(cue, central)) });
  }
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
  const items = timedItems(desk.state.agenda);
  const planned = PROGRAMME.flatMap((row) => (row.row === 'item' ? row.afterMinutes : []));
  const discussion = items.findIndex(({ plan }) => plan.kind === 'discussion');
  for (const [index, { itemId }] of items.slice(0, discussion + 1).entries()) {
    const late = 2 + ((LATE_MINUTES - 2) * index) / discussion;
    setClock((planned[index] ?? 0) + late);
    const expectedLive = items[index - 1]?.itemId ?? null;
    await act({ type: 'startAgendaItem', itemId, expectedLive, accepting: [] });
  }
}

async function writeRecords({ state }: ConferenceDesk, act: Act): Promise<void> {
  const { centralId } = state.bridges;
  if (centralId === null) return;
  const newDocuments = timedItems(state.agenda).find(({ plan }) => plan.kind === 'newDocuments')?.itemId ?? null;
  for (const command of recordsOf({ central: centralId, newDocuments })) await act(command);
}
