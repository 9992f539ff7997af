import { randomUUID } from 'node:crypto';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import { speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import {
  type BridgeId,
  bridgeIdSchema,
  type ConferenceId,
  conferenceIdSchema,
  type DocumentId,
} from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { DocumentCaller } from './document-caller.ts';
import { type FullCommand, fullCommands } from './full-commands.ts';
import { HostileText, PAYLOADS } from './hostile-text.ts';
import { slidesPdf } from './pdf-files.ts';
import { Caller, type TestServer } from './test-server.ts';

/** Of speeches: it must be among those of the rules. */
const CATEGORY = PAYLOADS[1];

/** Fields by their name, wherever in a command they stand. */
type Fields = Readonly<Record<string, unknown>>;

/** A conference in which every text is an attack: held as far as one can be, by commands that anybody could send. */
export class HostileConference {
  readonly id: ConferenceId = conferenceIdSchema.parse(randomUUID());
  /** `type.path` of each text that was taken. */
  readonly written = new Set<string>();
  readonly #server: TestServer;
  readonly #secretariat: Caller;
  readonly #text = new HostileText();
  readonly #full = fullCommands();
  /** Of a delegate, on whose phone the handbook is. */
  badge = '';
  #ids: Fields = {};

  private constructor(server: TestServer, secretariat: Caller) {
    this.#server = server;
    this.#secretariat = secretariat;
  }

  static async hold(server: TestServer): Promise<HostileConference> {
    const held = new HostileConference(server, await Caller.signedIn(server, { seat: 'secretariat' }));
    await held.#prepare();
    await held.#open();
    await held.#record();
    return held;
  }

  async state(): Promise<ConferenceState> {
    const { text } = await this.#secretariat.snapshot(this.id, 'staff');
    const { state } = snapshotSchema.parse(JSON.parse(text));
    return decodeState(state as EncodedState);
  }

  /** The hall that is no centre. */
  get hall(): BridgeId {
    return bridgeIdSchema.parse(this.#ids['bridgeId']);
  }

  async #prepare(): Promise<void> {
    const { act } = this;
    await act('createConference');
    await act('correctConferenceDetails', {}, { times: 1 });
    await act('addBridges', { central: true, parentId: null });
    await act('addBridges', { central: false, parentId: null });
    const [, hall] = bridgesInOrder((await this.state()).bridges);
    this.#ids = { bridgeId: hall?.bridgeId, bridgeIds: [hall?.bridgeId], toBridgeId: hall?.bridgeId };
    for (const type of ['renameBridge', 'assignBridgeStaff', 'countToRegion'] as const) await act(type);
    const span = { beforeItemId: null, start: Date.now(), end: Date.now() + 3_600_000 };
    await act('addAgendaItems', { ...span, file: undefined });
    // As from files: the name of the file is text too.
    await act('addAgendaItems', span);
    await act('importBridges', { central: false, parent: null });
    this.#ids = { ...this.#ids, itemId: (await this.state()).agenda.items[0]?.itemId };
    await act('correctAgendaItem', { start: Date.now() }, { times: 1 });
    await act('scriptCues', {}, { times: 1 });
    await act('registerDelegates');
    await act('registerDelegates');
    const rows = await this.#secretariat.fetch(`/api/conferences/${this.id}/delegates?limit=10`);
    const [first, second] = delegatePageSchema.parse(await rows.json()).delegates;
    this.badge = second?.badge ?? '';
    this.#ids = { ...this.#ids, delegateId: first?.delegateId };
    await act('correctDelegate');
    await act('excuseBridge');
    await act('seatSubstitute', { delegateId: second?.delegateId });
    await act('nameOfficials');
    await act('writePaperHead');
    await act('planAward');
    await act('scheduleLineChecks', { startsAt: Date.now() });
    await act('adoptProtocolRanks');
    await this.#must({ type: 'adoptFloorRules', rules: { ...DEFAULT_RULES, categories: [CATEGORY] } });
    await act('startPreparation');
  }

  async #open(): Promise<void> {
    const { act } = this;
    const operator = await Caller.signedIn(this.#server, {
      seat: 'operator',
      conference: this.id,
      bridgeId: this.hall,
    });
    await act('startLineCheck');
    await act('finishLineCheck', { verdict: 'passWithRemark' });
    await act('messageBridges');
    await act('messageCentre', {}, { by: operator });
    const [message] = (await this.state()).messages.sent;
    await act('answerMessage', { messageId: message?.messageId, answer: message?.answers[0] }, { by: operator });
    await act('markDelegateAbsent');
    await act('certifyReadiness');
    await act('openConference');
    await act('startAgendaItem', { expectedLive: null });
    await act('registerSpeech', { override: null, category: CATEGORY });
    await act('registerSpeech', { category: CATEGORY });
    await act('requestSpeech', { category: CATEGORY }, { by: operator });
    this.#ids = { ...this.#ids, speechId: (await this.state()).floor.queue[0] };
    await act('nameUnderstudy');
    await act('correctLedger');
    await act('reportHeadcount', { expectedRevision: 0 });
    await act('callSpeaker', { expectedOnFloor: null });
    await act('beginSpeech');
  }

  async #record(): Promise<void> {
    const { act } = this;
    await act('reportDefect');
    await act('writeNote', { expectedRevision: 0 });
    await act('registerProposal');
    await act('assignTask');
    await act('addReportPoint');
    await act('openIncident', { since: Date.now() - 1_000 });
    await act('citeDocument');
    const { records } = await this.state();
    this.#ids = { ...this.#ids, proposalId: records.proposals[0]?.proposalId, taskId: records.tasks[0]?.taskId };
    await act('settleProposal', { status: 'answered' });
    await act('followUpTask');
    this.#ids = {
      ...this.#ids,
      awardId: records.awards[0]?.awardId,
      pointId: records.points[0]?.pointId,
      incidentId: records.incidents[0]?.incidentId,
    };
    for (const type of ['correctProposal', 'correctTask', 'correctAward', 'correctReportPoint'] as const)
      await act(type);
    await act('correctIncident', { since: Date.now() - 1_000 });
    await act('mendIncident');
    await this.#vote();
    await this.#giveOut();
  }

  /** By those who type elsewhere than on a screen of a seat: in the name of a file, on a delegate's phone. */
  async #giveOut(): Promise<void> {
    const [kept] = this.#full.filter(({ command }) => command.type === 'addDocument');
    if (kept === undefined) throw new Error('there is no example of addDocument');
    const name = `${this.#text.line(180).replaceAll(/[\\/]/g, '|')}.pdf`;
    const documents = new DocumentCaller(this.#secretariat, this.id);
    const documentId = await documents.kept(name, slidesPdf(2));
    if (storedName(await this.state(), documentId) !== name) throw new Error('the name of the document was changed');
    this.#note(kept);
    await this.act('describeDocument', { documentId });
    await this.#must({ type: 'releaseDocument', documentId, to: { kind: 'delegates' }, at: null });
    const phone = new Caller(this.#server.origin);
    const [feedback] = this.#full.filter(({ command }) => command.type === 'giveFeedback');
    if (feedback === undefined) throw new Error('there is no example of giveFeedback');
    const sent = await phone.fetch(`/api/handbook/${this.id}/feedback`, {
      method: 'POST',
      headers: { authorization: `Badge ${this.badge}` },
      body: { id: randomUUID(), text: this.#text.line(900) },
    });
    if (sent.status !== 200) throw new Error(`feedback was answered ${sent.status}: ${await sent.text()}`);
    this.#note(feedback);
  }

  /** What can be said only afterwards. */
  async close(): Promise<void> {
    const { act } = this;
    const [, open] = (await this.state()).ballots.list;
    if (open !== undefined) await this.#must({ type: 'closeBallot', ballotId: open.ballotId });
    for (const { speechId } of speechesOnFloor((await this.state()).floor)) await act('endSpeech', { speechId });
    await this.#must({ type: 'closeConference' });
    await this.#must({ type: 'signMinutes' });
    await act('reopenMinutes');
  }

  /** By hand: no two options are alike. */
  async #vote(): Promise<void> {
    const [script, picture, shape] = PAYLOADS;
    const ballot = {
      question: `${script}${picture}`,
      manner: 'hands',
      options: [script, picture, shape],
      base: 'present',
      quorumPercent: 0,
      passPercent: 50,
      itemId: null,
    } as const;
    await this.#must({ type: 'prepareBallot', ballot: { ...ballot, options: [...ballot.options] } });
    const prepared = (await this.state()).ballots.list[0];
    await this.act('openBallot', { ballotId: prepared?.ballotId });
    await this.act('annulBallot', { ballotId: prepared?.ballotId });
    await this.#must({ type: 'prepareBallot', ballot: { ...ballot, options: [...ballot.options] } });
    await this.act('openBallot', { ballotId: (await this.state()).ballots.list[1]?.ballotId });
  }

  /** Every shape of the command, with these fields, and attacks wherever there is text. */
  readonly act = async (
    type: Command['type'],
    fields: Fields = {},
    { times, by = this.#secretariat }: { readonly times?: number; readonly by?: Caller } = {},
  ): Promise<void> => {
    const shapes = this.#full.filter(({ command }) => command.type === type).slice(0, times);
    if (shapes.length === 0) throw new Error(`there is no example of ${type}`);
    for (const shape of shapes) await this.#send(shape, fields, by);
  };

  async #must(command: Command): Promise<void> {
    const ack = await this.#secretariat.command(this.id, command);
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
  }

  async #send({ command, places }: FullCommand, fields: Fields, by: Caller): Promise<void> {
    const own = commandSchema.parse(
      withFields(command, { importId: randomUUID(), ...this.#ids, ...fields, accepting: ALL_ACCEPTED }),
    );
    const free = places.filter(({ path }) => !path.some((step) => step in fields));
    const filled = this.#text.fill(own, free);
    const ack = await by.command(this.id, filled);
    if (!ack.ok)
      throw new Error(`${JSON.stringify(filled).slice(0, 80)} was refused: ${ack.code} ${JSON.stringify(ack.params)}`);
    this.#note({ command, places: Object.values(fields).some(isAttack) ? places : free });
  }

  #note({ command, places }: FullCommand): void {
    for (const { path } of places) this.written.add(placeName(command, path));
  }
}

export const placeName = ({ type }: Command, path: readonly (string | number)[]): string =>
  [type, ...path.filter((step) => typeof step === 'string')].join('.');

const storedName = ({ documents }: ConferenceState, id: DocumentId): string | undefined =>
  documents.list.find(({ file }) => file.documentId === id)?.file.name;

const ALL_ACCEPTED = ['bridge-lost', 'bridge-absent', 'speeches-lapse', 'deadline-passed', 'more-than-expected'];

const isAttack = (value: unknown): boolean => PAYLOADS.some((payload) => String(value).includes(payload));

function withFields(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => withFields(part, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name in fields ? fields[name] : withFields(part, fields)]),
  );
}
