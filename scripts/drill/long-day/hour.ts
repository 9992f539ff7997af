import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  type BallotId,
  type BridgeId,
  ballotIdSchema,
  type SpeechId,
  speechIdSchema,
} from '../../../shared/domain/ids.ts';
import { importJobSchema } from '../../../shared/protocol/list-import.ts';
import type { BenchConference } from '../../bench/bench-conference.ts';
import { SeatSocket } from '../../bench/seat-socket.ts';
import { invite, type SignedIn, signIn } from '../../bench/server-process.ts';
import type { StaffLines } from './staff-lines.ts';

export interface Hall {
  readonly origin: string;
  readonly conference: BenchConference;
  readonly secretariat: SignedIn;
  readonly staff: StaffLines;
  readonly links: ReadonlyMap<BridgeId, string>;
  readonly viewers: string;
  readonly revisions: Map<BridgeId, number>;
}

/** How many screens come for the hour and go again, each with a sign-in of its own. */
const VISITORS = 12;
const OPERATORS = 6;
const PEOPLE = 60;

/** One hour of a conference, in as little time as it takes: until the journal has grown by `events`. */
export async function holdHour(hall: Hall, hour: number, events: number, signal: AbortSignal): Promise<void> {
  const through = hall.staff.seq + events;
  const visitors = await come(hall, hour);
  await vote(hall, hour);
  await bringList(hall, hour);
  for (let round = 0; hall.staff.seq < through && !signal.aborted; round += 1) await speak(hall, hour * 7_919 + round);
  await takePapers(hall);
  for (const visitor of visitors) visitor.close();
}

export async function openLinks(
  origin: string,
  conference: BenchConference,
  secretariat: SignedIn,
): Promise<Pick<Hall, 'links' | 'viewers'>> {
  const links = new Map<BridgeId, string>();
  for (const bridgeId of conference.bridges.slice(0, 24)) {
    const wish = { seat: 'operator', bridgeId } as const;
    links.set(bridgeId, (await invite({ origin }, secretariat, conference.id, wish)).token);
  }
  const viewers = await invite({ origin }, secretariat, conference.id, { seat: 'viewer', bridgeId: null });
  return { links, viewers: viewers.token };
}

async function come({ origin, conference, links, viewers }: Hall, hour: number): Promise<readonly SeatSocket[]> {
  const halls = [...links.values()];
  const tokens = [
    ...Array.from({ length: OPERATORS }, (_, index) => halls[(hour * OPERATORS + index) % halls.length] ?? ''),
    ...Array.from({ length: VISITORS }, () => viewers),
  ];
  const sockets: SeatSocket[] = [];
  for (const token of tokens) {
    const { cookie } = await signIn(origin, token);
    const socket = await SeatSocket.open({ origin, cookie, onEvent: () => undefined });
    await socket.ask('hello', { conference: conference.id, since: {} });
    sockets.push(socket);
  }
  return sockets;
}

/** A hall asks, is called, speaks and ends; another reports its figures; the centre writes to a third. */
async function speak({ staff, conference, revisions }: Hall, round: number): Promise<void> {
  const at = (shift: number): BridgeId => must(conference.bridges[(round * 3 + shift) % conference.bridges.length]);
  const registered = await staff.act({
    type: 'registerSpeech',
    bridgeId: at(0),
    kind: 'opinion',
    subject: `Ý kiến số ${round}`,
    speaker: { fullName: `Nguyễn Văn ${round}`, positions: ['Giám đốc Sở'] },
    itemId: null,
    category: null,
    allottedMs: null,
    override: { reason: 'theo chương trình' },
  });
  if (registered !== null) await giveFloor(staff, await speechIn(staff));
  const bridgeId = at(1);
  const expectedRevision = revisions.get(bridgeId) ?? 0;
  const reported = await staff.act({
    type: 'reportHeadcount',
    bridgeId,
    expectedRevision,
    categories: [figures(round)],
    signedBy: null,
    note: null,
    accepting: [],
  });
  if (reported !== null) revisions.set(bridgeId, expectedRevision + 1);
  await staff.act({
    type: 'messageBridges',
    to: { kind: 'bridges', bridgeIds: [at(2)] },
    text: `Đề nghị chuẩn bị, lượt ${round}`,
    answers: [],
  });
}

async function giveFloor(staff: StaffLines, speechId: SpeechId): Promise<void> {
  await staff.act({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await staff.act({ type: 'beginSpeech', speechId });
  await staff.act({ type: 'extendSpeech', speechId, byMs: 60_000 });
  await staff.act({ type: 'endSpeech', speechId });
}

const speechIn = async (staff: StaffLines): Promise<SpeechId> =>
  z.object({ speech: z.object({ speechId: speechIdSchema }) }).parse(await staff.told('speechRegistered')).speech
    .speechId;

const figures = (round: number) => ({
  category: 'Đại biểu',
  expected: 100,
  onSite: 60 + (round % 40),
  online: 0,
  absentExcused: round % 3,
  absentUnexcused: 0,
});

async function vote({ staff, conference }: Hall, hour: number): Promise<void> {
  const prepared = await staff.act({
    type: 'prepareBallot',
    ballot: {
      question: `Thông qua nội dung ${hour}`,
      manner: 'hands',
      options: ['Tán thành', 'Không tán thành', 'Ý kiến khác'],
      base: 'cast',
      quorumPercent: 0,
      passPercent: 50,
      itemId: null,
    },
  });
  if (prepared === null) throw new Error('no ballot could be prepared');
  const ballotId: BallotId = z
    .object({ ballot: z.object({ ballotId: ballotIdSchema }) })
    .parse(await staff.told('ballotPrepared')).ballot.ballotId;
  await staff.act({ type: 'openBallot', ballotId });
  for (const bridgeId of conference.bridges.slice(0, 12)) {
    await staff.act({ type: 'countHands', ballotId, bridgeId, counts: [40 + hour, 2, 1] });
  }
  await staff.act({ type: 'closeBallot', ballotId });
  await staff.act({ type: 'publishBallot', ballotId });
}

const HEAD = 'STT,Họ và tên,Chức vụ,Thành phần,Đơn vị công tác,Đoàn,Điểm cầu';
const CSV = { 'content-type': 'application/octet-stream' };

/** A list comes, is read by the worker, and applied; then it is taken back, as a wrong one would be. */
async function bringList({ origin, conference, secretariat, staff }: Hall, hour: number): Promise<void> {
  const rows = Array.from({ length: PEOPLE }, (_, row) => {
    return `${row},Trần Thị ${hour} ${row},Chuyên viên,Đại biểu,Sở ${row},Đoàn ${hour},An Giang`;
  });
  const base = `${origin}/api/conferences/${conference.id}/imports`;
  const body = `${HEAD}\n${rows.join('\n')}`;
  const headers = { ...CSV, cookie: secretariat.cookie };
  const sent = await fetch(`${base}?list=delegates&name=gio-${hour}.csv`, { method: 'POST', headers, body });
  let job = importJobSchema.parse(await sent.json());
  while (job.state === 'reading') {
    await pause(50);
    job = importJobSchema.parse(
      await (await fetch(`${base}/${job.importId}`, { headers: { cookie: secretariat.cookie } })).json(),
    );
  }
  const { importId } = job;
  const applied = await fetch(`${base}/${importId}/apply`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: secretariat.cookie },
    body: JSON.stringify({ id: randomUUID() }),
  });
  if (!applied.ok) throw new Error(`the list was answered ${applied.status}`);
  await staff.act({ type: 'undoImport', importId, accepting: [] });
}

async function takePapers({ origin, conference, secretariat }: Hall): Promise<void> {
  const base = `${origin}/api/conferences/${conference.id}`;
  for (const paper of ['papers/minutes.docx', 'papers/minutes.pdf', 'papers/speech-register.xlsx', 'snapshot']) {
    const answer = await fetch(`${base}/${paper}`, { headers: { cookie: secretariat.cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${paper} was answered ${answer.status}`);
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is no such hall');
  return value;
}
