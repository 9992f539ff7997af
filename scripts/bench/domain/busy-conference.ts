import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeInput } from '../../../shared/domain/bridges/commands.ts';
import type { Command, CommandOf } from '../../../shared/domain/command.ts';
import { registeredSpeeches, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { AgendaItemId, BridgeId, SpeechId } from '../../../shared/domain/ids.ts';
import { initialState } from '../../../shared/domain/state.ts';
import { PaperDesk } from './paper-desk.ts';

export const BRIDGES = 3_000;
export const IN_LINE = 500;
const OPENING = Date.UTC(2021, 8, 30, 1, 0);
const MINUTE = 60_000;
const SPEAKER = { fullName: null, positions: ['Trưởng Ban Tổ chức'] };

/** A live conference of a whole country: every bridge on the line, many of them waiting to speak, one speaking. */
export function openBusyConference(): PaperDesk {
  const desk = new PaperDesk(initialState, OPENING, 0);
  desk.act({ type: 'createConference', details: DETAILS });
  desk.act({ type: 'addBridges', bridges: Array.from({ length: BRIDGES }, (_, index) => bridge(index)) });
  desk.act({ type: 'addAgendaItems', items: PROGRAMME, beforeItemId: null });
  desk.act({ type: 'openConference' });
  const halls = hallsOf(desk);
  for (const bridgeId of halls) desk.act(link(bridgeId, 'online', desk.now));
  const [, papers] = desk.state.agenda.items;
  if (papers === undefined) throw new Error('the programme is empty');
  desk.act({ type: 'startAgendaItem', itemId: papers.itemId, expectedLive: null, accepting: [] });
  for (const bridgeId of halls.slice(1, IN_LINE + 2)) desk.act(registering(bridgeId, papers.itemId));
  callNext(desk);
  return desk;
}

/** What happens in it, over and over: twenty commands of a busy minute. */
export function busyMinutes(desk: PaperDesk, minutes: number): readonly Command[] {
  const given: Command[] = [];
  const halls = hallsOf(desk);
  const act = (command: Command): void => {
    desk.act(command);
    given.push(command);
  };
  let turn = 0;
  /** A hall further on each time, so that nobody asks twice. */
  const anotherHall = (): BridgeId => at(halls, 1 + ((turn++ * 7) % (BRIDGES - 1)));
  for (let minute = 0; minute < minutes; minute++) {
    const lost = [anotherHall(), anotherHall(), anotherHall()];
    for (const bridgeId of lost) act(link(bridgeId, 'lost', desk.now));
    for (let i = 0; i < 5; i++) act(moving(desk, minute * 5 + i));
    for (let i = 0; i < 2; i++) {
      act(asking(anotherHall(), desk));
      act(accepting(desk));
    }
    for (const bridgeId of lost) act(link(bridgeId, 'online', desk.now));
    callNext(desk, act);
    act({ type: 'extendSpeech', speechId: onFloor(desk), byMs: MINUTE });
    act({ type: 'endSpeech', speechId: onFloor(desk) });
    callNext(desk, act);
  }
  return given;
}

const DETAILS: CommandOf<'createConference'>['details'] = {
  title: 'Hội nghị trực tuyến toàn quốc',
  kind: 'periodicBriefing',
  level: 'nationalSector',
  form: 'online',
  periodReviewed: null,
  periodPlanned: null,
  date: '2021-09-30',
  organiser: 'Ban Tổ chức Trung ương',
};

const PROGRAMME: CommandOf<'addAgendaItems'>['items'] = Array.from({ length: 20 }, (_, index) => ({
  plan: {
    row: 'item',
    kind: index === 1 ? 'papers' : 'report',
    title: `Nội dung ${index + 1}`,
    start: OPENING,
    soft: index > 0,
    span: { lock: 'duration', durationMs: 20 * MINUTE },
  },
  presenter: null,
}));

const bridge = (index: number): BridgeInput => ({
  name: `Điểm cầu xã số ${index}`,
  shortName: `Xã ${index}`,
  central: index === 0,
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
});

const hallsOf = ({ state }: PaperDesk): readonly BridgeId[] =>
  bridgesInOrder(state.bridges).map(({ bridgeId }) => bridgeId);

const link = (bridgeId: BridgeId, to: 'online' | 'lost', since: number): Command => ({
  type: 'reportBridgeLink',
  bridgeId,
  link: to,
  since,
});

const registering = (bridgeId: BridgeId, itemId: AgendaItemId): Command => ({
  type: 'registerSpeech',
  bridgeId,
  kind: 'paper',
  subject: 'Công tác xây dựng Đảng',
  speaker: SPEAKER,
  itemId,
  category: null,
  allottedMs: null,
  override: null,
});

const asking = (bridgeId: BridgeId, { state }: PaperDesk): Command => ({
  type: 'requestSpeech',
  bridgeId,
  kind: 'opinion',
  subject: 'Ý kiến về dự thảo',
  speaker: SPEAKER,
  itemId: state.agenda.items[1]?.itemId ?? null,
  category: null,
});

function accepting({ state }: PaperDesk): Command {
  const [asked] = registeredSpeeches(state.floor);
  if (asked === undefined) throw new Error('nobody has asked');
  return { type: 'acceptSpeech', speechId: asked.speechId, allottedMs: null, queue: true };
}

/** Somebody far back is put further forward, now and then to the very front. */
function moving({ state }: PaperDesk, turn: number): Command {
  const { queue } = state.floor;
  const from = 100 + ((turn * 37) % (queue.length - 100));
  const to = turn % 5 === 0 ? 0 : (turn * 53) % 100;
  return { type: 'moveSpeech', speechId: at(queue, from), beforeSpeechId: at(queue, to) };
}

function onFloor({ state }: PaperDesk): SpeechId {
  const speech = speechOnFloor(state.floor);
  if (speech === undefined) throw new Error('nobody has the floor');
  return speech.speechId;
}

function callNext(desk: PaperDesk, act = (command: Command): void => desk.act(command)): void {
  const speechId = at(desk.state.floor.queue, 0);
  const expectedOnFloor = speechOnFloor(desk.state.floor)?.speechId ?? null;
  act({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: ['bridge-lost'] });
  act({ type: 'beginSpeech', speechId });
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is nothing at ${index}`);
  return found;
}
