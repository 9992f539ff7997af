import { isTimed, liveItem, takesSpeeches } from '../domain/agenda/agenda.ts';
import { presentIn, sumOf } from '../domain/attendance/figure.ts';
import { bridgeOf } from '../domain/bridges/bridge.ts';
import { type Speech, speechesOnFloor, speechOnFloor } from '../domain/floor/floor.ts';
import { isOnLine, presentLine } from '../domain/floor/line.ts';
import type { ConferenceState } from '../domain/state.ts';
import { lastSpoken } from './last-spoken.ts';
import { nextToCall } from './queue.ts';

/** What the announcer says next. Spoken in the hall, so it is Vietnamese whatever language the screen has. */
export interface Announcement {
  /** `now`: somebody is called, or nobody has the floor; `after`: as soon as the running speech is over. */
  readonly moment: 'now' | 'after';
  /** Empty: nothing is to be said. */
  readonly sentence: string;
}

export const invitation = (state: ConferenceState): string => announcement(state).sentence;

export function announcement(state: ConferenceState): Announcement {
  const running = speechOnFloor(state.floor);
  const moment = running === undefined || running.stage.status === 'called' ? 'now' : 'after';
  return { moment, sentence: spoken(state, opening) };
}

function spoken(state: ConferenceState, before: (state: ConferenceState) => string): string {
  if (state.conference.phase !== 'live') return '';
  const running = speechOnFloor(state.floor);
  const called = running?.stage.status === 'called';
  return `${before(state)}${called ? calling(state, running) : continuing(state, running)}`.trim();
}

/** Thanks to whoever spoke before; at the first speech of an item the item is named instead. */
const opening = (state: ConferenceState): string => thanks(state) ?? transition(state);

/** null: nobody is to be thanked. */
function thanks(state: ConferenceState): string | null {
  const running = speechOnFloor(state.floor);
  const called = running?.stage.status === 'called';
  // A question is put to whoever speaks: thanking the one before would be for somebody else.
  if (called && state.floor.interposed === running.speechId) return '';
  const before = running === undefined || called ? lastSpoken(state) : running;
  return before === undefined ? null : `Xin cảm ơn ${spokenBridge(state, before)}. `;
}

function transition(state: ConferenceState): string {
  const live = liveItem(state.agenda);
  if (live === undefined || !takesSpeeches(live.plan) || nobodyComes(state)) return '';
  return `Hội nghị chuyển sang nội dung: ${withoutStop(live.plan.title)}. `;
}

const nobodyComes = (state: ConferenceState): boolean =>
  speechOnFloor(state.floor) === undefined && nextToCall(state) === null;

/** After the running speech: the one that it held back goes on, else the next in line, else the chair. */
function continuing(state: ConferenceState, running: Speech | undefined): string {
  const held = heldBack(state);
  if (held !== undefined) {
    return sentence(`Xin mời ${spokenBridge(state, held)} tiếp tục phát biểu`, standingBy(state, held));
  }
  const next = nextToCall(state)?.speech;
  if (next !== undefined) return calling(state, next);
  if (running === undefined && lastSpoken(state) === undefined) return '';
  return 'Xin kính mời đồng chí chủ trì tiếp tục điều hành hội nghị.';
}

/** The main speech that waits for the end of the question. */
function heldBack({ floor }: ConferenceState): Speech | undefined {
  if (floor.interposed === null) return undefined;
  return speechesOnFloor(floor).findLast(({ speechId }) => speechId !== floor.interposed);
}

function calling(state: ConferenceState, speech: Speech): string {
  const held = state.floor.interposed === speech.speechId ? heldBack(state) : undefined;
  const again = speech.callbackOf === null ? '' : ' tiếp';
  const first = isFirst(state, speech) ? ' đầu tiên' : '';
  const head = `Xin mời ${invited(state, speech)} ${ACTIONS[speech.kind]}${again}${first}`;
  return sentence(head, held === undefined ? standingBy(state, speech) : goingOn(state, held));
}

const ACTIONS: Readonly<Record<Speech['kind'], string>> = {
  procedural: 'phát biểu về điều hành',
  question: 'đặt câu hỏi',
  reply: 'trả lời',
  paper: 'phát biểu',
  opinion: 'phát biểu',
};

/** The first of an item that is for speaking. */
function isFirst(state: ConferenceState, { callbackOf, kind }: Speech): boolean {
  const live = liveItem(state.agenda);
  if (live === undefined || !takesSpeeches(live.plan) || lastSpoken(state) !== undefined) return false;
  const nobodySpoke = speechesOnFloor(state.floor).every(({ stage }) => stage.status === 'called');
  return nobodySpoke && callbackOf === null && (kind === 'paper' || kind === 'opinion');
}

/** A hall is not told to stand by for itself. */
function standingBy(state: ConferenceState, speech: Speech): string | null {
  const next = followerOf(state, speech);
  return next === undefined || next.bridgeId === speech.bridgeId ? null : `${spokenBridge(state, next)} chuẩn bị`;
}

const goingOn = (state: ConferenceState, held: Speech): string => `sau đó ${spokenBridge(state, held)} phát biểu tiếp`;

/** Who comes after this one: whoever "next" would call then. While no hall is on the line the order alone counts. */
function followerOf(state: ConferenceState, speech: Speech): Speech | undefined {
  const others = presentLine(state).filter(({ speechId }) => speechId !== speech.speechId);
  const present = others.find((one) => isOnLine(state, one));
  return present ?? (isOnLine(state, speech) ? undefined : others[0]);
}

const sentence = (head: string, tail: string | null): string => (tail === null ? `${head}.` : `${head}; ${tail}.`);

/** In the central hall it is a person who is invited, elsewhere the hall. */
function invited(state: ConferenceState, speech: Speech): string {
  const person = spokenPerson(speech);
  const isCentral = speech.bridgeId === state.bridges.centralId;
  const bridge = spokenBridge(state, speech);
  return isCentral && person !== '' ? `đồng chí ${person}, tại ${bridge},` : bridge;
}

/** 'Điểm cầu tỉnh An Giang' and 'tỉnh An Giang' alike: 'điểm cầu tỉnh An Giang'. */
export const bridgeInSentence = (name: string): string =>
  `điểm cầu ${name.trim().replace(/^điểm cầu(?=\s|$)\s*/iu, '')}`;

const spokenBridge = ({ bridges }: ConferenceState, { bridgeId }: Speech): string =>
  bridgeInSentence(bridgeOf(bridges, bridgeId)?.name ?? '');

const spokenPerson = ({ speaker }: Speech): string =>
  [...(speaker.fullName === null ? [] : [speaker.fullName]), ...speaker.positions].join(', ');

const withoutStop = (title: string): string => title.trim().replace(/[.;:,]+$/u, '');

interface Placeholder {
  /** What stands between braces in a text: {tiếp theo}. */
  readonly key: string;
  readonly sample: string;
}

/** What the texts of a running order may leave to the state. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  { key: 'lời mời', sample: 'Xin mời điểm cầu tỉnh An Giang phát biểu; điểm cầu tỉnh Quảng Bình chuẩn bị.' },
  { key: 'đang phát biểu', sample: 'điểm cầu tỉnh An Giang' },
  { key: 'người phát biểu', sample: 'Nguyễn Văn An, Trưởng Ban Tổ chức Tỉnh ủy' },
  { key: 'tiếp theo', sample: 'điểm cầu tỉnh Quảng Bình' },
  { key: 'người tiếp theo', sample: 'Trần Thị Bình, Phó Bí thư Tỉnh ủy' },
  { key: 'chuẩn bị', sample: 'điểm cầu tỉnh Cà Mau' },
  { key: 'vừa phát biểu', sample: 'điểm cầu tỉnh Bắc Giang' },
  { key: 'hội nghị', sample: 'Hội nghị giao ban quý III năm 2021' },
  { key: 'mục', sample: 'Thảo luận' },
  { key: 'mục tiếp theo', sample: 'Phát biểu kết luận' },
  { key: 'số điểm cầu', sample: '65' },
  { key: 'số đại biểu', sample: '4.012' },
];

/** The text with what the state knows. A key nobody knows stays as it was typed, so that it is seen before it is read out. */
export function fill(text: string, state: ConferenceState): string {
  return text.replace(/\{([^{}]*)\}/gu, (typed: string, key: string, at: number) => {
    const read = READINGS.get(key.normalize().trim().toLocaleLowerCase('vi'));
    if (read === undefined) return typed;
    const value = read(state);
    if (value === '') return GAP;
    return /(?:^|[.!?…\n]\s*)$/u.test(text.slice(0, at)) ? capital(value) : value;
  });
}

/** Stands where the state has nobody to name yet. */
const GAP = '…';

const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1);

type Reading = (state: ConferenceState) => string;

const bridgeBy =
  (find: (state: ConferenceState) => Speech | undefined): Reading =>
  (state) => {
    const speech = find(state);
    return speech === undefined ? '' : spokenBridge(state, speech);
  };
const personBy =
  (find: (state: ConferenceState) => Speech | undefined): Reading =>
  (state) => {
    const speech = find(state);
    return speech === undefined ? '' : spokenPerson(speech);
  };

const onFloor = ({ floor }: ConferenceState): Speech | undefined => speechOnFloor(floor);
const next = (state: ConferenceState): Speech | undefined => nextToCall(state)?.speech;
const afterNext = (state: ConferenceState): Speech | undefined => {
  const first = next(state);
  return first === undefined ? undefined : followerOf(state, first);
};

const READINGS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  // A text that is read at the start of an item names the item in its own words.
  ['lời mời', (state) => spoken(state, (one) => thanks(one) ?? '')],
  ['đang phát biểu', bridgeBy(onFloor)],
  ['người phát biểu', personBy(onFloor)],
  ['tiếp theo', bridgeBy(next)],
  ['người tiếp theo', personBy(next)],
  ['chuẩn bị', bridgeBy(afterNext)],
  ['vừa phát biểu', bridgeBy(lastSpoken)],
  ['hội nghị', ({ conference }) => conference.title],
  ['mục', ({ agenda }) => liveItem(agenda)?.plan.title ?? ''],
  ['mục tiếp theo', ({ agenda }) => agenda.items.filter(isTimed).find(isWaiting)?.plan.title ?? ''],
  ['số điểm cầu', ({ bridges }) => figure(bridges.byId.size)],
  ['số đại biểu', ({ attendance: { totals } }) => (totals.reported === 0 ? '' : figure(presentIn(sumOf(totals))))],
]);

const isWaiting = ({ progress }: { readonly progress: { readonly status: string } }): boolean =>
  progress.status === 'waiting';

/** 4.012 */
const figure = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.');
