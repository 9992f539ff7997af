import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openArchive } from '../../server/archive/archive-source.ts';
import type { BallotInput } from '../../shared/domain/ballots/ballot.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { DelegateId, DocumentId } from '../../shared/domain/ids.ts';
import type { AwardInput } from '../../shared/domain/records/award.ts';
import type { TaskInput } from '../../shared/domain/records/task.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { DocumentCaller } from './document-caller.ts';
import { ImportCaller, LIST_HEAD } from './import-caller.ts';
import { slidesPdf } from './pdf-files.ts';
import { Caller, createSmallConference, type SmallConference, type TestServer } from './test-server.ts';

const MINUTE = 60_000;
export const SPEAKER = 'Trần Thị Bích Hồng';
/** Of letters that stand nowhere else. */
export const RARE = 'Zwyxvut Ngọc Lan';
export const SECRET_TITLE = 'Phương án bảo vệ tuyệt mật';

export interface HeldOnServer {
  readonly secretariat: Caller;
  readonly small: SmallConference;
  readonly must: (command: Command) => Promise<void>;
  readonly state: () => Promise<ConferenceState>;
  readonly hong: DelegateId;
  readonly slides: DocumentId;
  readonly secret: DocumentId;
}

/**
 * Held from its preparation to its closing: delegates by hand and by file, marks, a substitute, a speech, a ballot by
 * hands, slides, a document that bears a mark of secrecy, tasks, an award, notes.
 */
export async function holdConference(server: TestServer): Promise<HeldOnServer> {
  const secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  const small = await createSmallConference(secretariat);
  const { id, anGiang } = small;
  const must = async (command: Command): Promise<void> => {
    const ack = await secretariat.command(id, command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
  };
  const state = () => stateOf(secretariat, id);
  await must({ type: 'registerDelegates', bridgeId: anGiang, delegates: HALL });
  const imports = new ImportCaller(secretariat, id);
  await imports.apply((await imports.read('delegates', 'danh-sach.csv', LIST)).importId);
  const documents = new DocumentCaller(secretariat, id);
  const slides = await documents.kept('Báo cáo.pdf', slidesPdf(2));
  const secret = await documents.kept('Mật.pdf', slidesPdf(3));
  const about = { title: SECRET_TITLE, itemId: null, circulation: null, secrecy: 'secret', watermark: false } as const;
  await must({ type: 'describeDocument', documentId: secret, about });
  await must({ type: 'addAgendaItems', items: [{ plan: PLAN, presenter: PRESENTER }], beforeItemId: null });
  await must({ type: 'registerSpeech', ...SPEECH, bridgeId: anGiang });
  await must({ type: 'openConference' });
  const hong = await delegateNamed(secretariat, id, SPEAKER);
  const [other] = await delegatesOf(secretariat, id, 'Lê Văn Vắng');
  await must({
    type: 'checkInDelegate',
    bridgeId: anGiang,
    delegateId: hong,
    way: 'list',
    online: false,
    seenAt: null,
  });
  if (other !== undefined) {
    const absent = { bridgeId: anGiang, delegateId: other.delegateId, excused: true, reason: 'Ốm' } as const;
    await must({ type: 'markDelegateAbsent', ...absent });
    const substitute = { fullName: 'Phạm Người Thay', positions: ['Phó Trưởng phòng'], homeUnit: 'Sở Nội vụ' };
    await must({ type: 'seatSubstitute', bridgeId: anGiang, delegateId: other.delegateId, substitute });
  }
  await speak(must, state);
  await vote(must, state, [anGiang]);
  await must({ type: 'assignTask', task: TASK });
  await must({ type: 'planAward', award: AWARD });
  await must({ type: 'writeNote', about: { kind: 'conclusion' }, text: 'Kết luận của hội nghị.', expectedRevision: 0 });
  await must({ type: 'closeConference' });
  return { secretariat, small, must, state, hong, slides, secret };
}

async function speak(must: HeldOnServer['must'], state: HeldOnServer['state']): Promise<void> {
  const { agenda, floor } = await state();
  const itemId = agenda.items[0]?.itemId;
  const speechId = floor.queue[0];
  if (itemId === undefined || speechId === undefined) throw new Error('nothing is planned');
  await must({ type: 'startAgendaItem', itemId, expectedLive: null, accepting: [] });
  await must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: ['bridge-lost', 'bridge-absent'] });
  await must({ type: 'beginSpeech', speechId });
  await must({ type: 'endSpeech', speechId });
}

async function vote(
  must: HeldOnServer['must'],
  state: HeldOnServer['state'],
  halls: readonly SmallConference['central'][],
): Promise<void> {
  await must({ type: 'prepareBallot', ballot: BALLOT });
  const ballotId = (await state()).ballots.list[0]?.ballotId;
  if (ballotId === undefined) throw new Error('there is no ballot');
  await must({ type: 'openBallot', ballotId });
  for (const bridgeId of halls) await must({ type: 'countHands', ballotId, bridgeId, counts: [1, 0] });
  await must({ type: 'closeBallot', ballotId });
  await must({ type: 'publishBallot', ballotId });
}

const BALLOT: BallotInput = {
  question: 'Thông qua nghị quyết?',
  manner: 'hands',
  options: ['Tán thành', 'Không tán thành'],
  base: 'cast',
  quorumPercent: 0,
  passPercent: 50,
  itemId: null,
};
const HALL = [
  { fullName: SPEAKER, positions: ['Bí thư Tỉnh ủy'], homeUnit: 'Tỉnh ủy An Giang', number: '001' },
  { fullName: 'Lê Văn Vắng', positions: ['Giám đốc Sở'], homeUnit: 'Sở Nội vụ', number: '002' },
  { fullName: RARE, positions: ['Chuyên viên'], homeUnit: 'Sở Tài chính', number: '003' },
].map((one) => ({ ...one, category: 'Đại biểu', delegation: 'An Giang', role: null, seat: 'A1' }));
const LIST = `${LIST_HEAD}\n${Array.from({ length: 30 }, (_, at) => `${at},Nguyễn Văn ${at},Chuyên viên,Đại biểu,Phòng ${at},Đoàn,An Giang`).join('\n')}`;
const PLAN = {
  row: 'item',
  kind: 'discussion',
  title: 'Thảo luận <chung> & kết luận',
  start: Date.UTC(2026, 10, 22, 1),
  soft: false,
  span: { lock: 'duration', durationMs: 30 * MINUTE },
} as const;
const PRESENTER = { fullName: 'Vũ Đình Chủ', positions: ['Trưởng Ban'] };
const SPEECH: Omit<CommandOf<'registerSpeech'>, 'type' | 'bridgeId'> = {
  kind: 'paper',
  subject: 'Công tác cán bộ',
  speaker: { fullName: SPEAKER, positions: ['Bí thư Tỉnh ủy'] },
  itemId: null,
  category: null,
  allottedMs: 7 * MINUTE,
  override: null,
};
const TASK: TaskInput = {
  text: 'Báo cáo kết quả sắp xếp tổ chức',
  assignees: ['Tỉnh ủy An Giang'],
  deadline: { kind: 'quarter', quarter: 1, year: 2027 },
  assigner: PRESENTER,
};
const AWARD: AwardInput = {
  name: 'Bằng khen',
  onBehalfOf: null,
  itemId: null,
  presenter: PRESENTER,
  recipients: { kind: 'person', person: { fullName: SPEAKER, positions: ['Bí thư Tỉnh ủy'] } },
};

export async function delegatesOf(caller: Caller, conference: string, words = '') {
  const query = new URLSearchParams({ q: words, limit: '200' });
  const response = await caller.fetch(`/api/conferences/${conference}/delegates?${query}`);
  return delegatePageSchema.parse(await response.json()).delegates;
}

export async function delegateNamed(caller: Caller, conference: string, name: string): Promise<DelegateId> {
  const found = (await delegatesOf(caller, conference, name)).find(({ fullName }) => fullName === name);
  if (found === undefined) throw new Error(`${name} is on no list`);
  return found.delegateId;
}

export async function stateOf(caller: Caller, conference: SmallConference['id']): Promise<ConferenceState> {
  const { text } = await caller.snapshot(conference, 'staff');
  return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
}

/** What an export gives out, unpacked as somebody would unpack it. */
export async function exportFolder(caller: Caller, conference: string): Promise<string> {
  const response = await caller.fetch(`/api/conferences/${conference}/archive?titles=1`);
  if (response.status !== 200) throw new Error(`the export answered ${response.status}: ${await response.text()}`);
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-archive-'));
  const zip = join(folder, '..', `${folder.split('/').at(-1)}.zip`);
  await writeFile(zip, Buffer.from(await response.arrayBuffer()));
  await unpack(zip, folder);
  await rm(zip);
  return folder;
}

async function unpack(zip: string, folder: string): Promise<void> {
  const source = await openArchive(zip);
  if (source === null) throw new Error('the export is no ZIP');
  for (const path of source.paths) {
    const parts: Buffer[] = [];
    for await (const part of (await source.open(path)) ?? []) parts.push(part);
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), Buffer.concat(parts));
  }
  source.close();
}

export const fileOf = (folder: string, path: string): Promise<Buffer> => readFile(join(folder, path));

/** A script of the repository, as a person runs it. */
export async function runScript(script: string, args: readonly string[], env: Record<string, string> = {}) {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, ...env },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (cause: unknown) => {
      const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(cause);
      return { code: failed.code, said: failed.stdout + failed.stderr };
    },
  );
}
