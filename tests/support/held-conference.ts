import { randomUUID } from 'node:crypto';
import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { DETAILS as PLAIN_DETAILS } from '../../scripts/drill/desk/plain-conference.ts';
import type { Seat } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { queuedSpeeches, type Speech, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { SecretariatSeat } from './secretariat-seat.ts';
import type { ServerProcess } from './server-process.ts';

export const CENTRAL = 'Trung ương';
const MINUTE_MS = 60_000;

/** What stands at the SFU for one device of a bridge. */
export interface AtSfu {
  readonly bridge: string;
  readonly device: string;
  readonly publishes: readonly string[];
  readonly mayPublish: readonly string[];
  /** Whether the SFU sends it anything. */
  readonly receives: boolean;
}

/** A conference that is being held, as the secretariat sees it from outside. */
export class HeldConference {
  readonly id: ConferenceId;
  readonly secretariat: SecretariatSeat;
  readonly #server: ServerProcess;
  #names = new Map<BridgeId, string>();

  private constructor(server: ServerProcess, secretariat: SecretariatSeat, id: ConferenceId) {
    this.#server = server;
    this.secretariat = secretariat;
    this.id = id;
  }

  /** Opened, with a central bridge, these bridges, a registered paper for each of `papers`, and a discussion going on. */
  static async open(
    server: ServerProcess,
    halls: readonly string[],
    papers: readonly string[] = halls,
  ): Promise<HeldConference> {
    const held = await HeldConference.found(server, halls);
    for (const [index, title] of ['Khai mạc', 'Thảo luận', 'Bế mạc'].entries()) {
      const span = { lock: 'duration', durationMs: 10 * MINUTE_MS } as const;
      const start = Date.now() + index * 10 * MINUTE_MS;
      const plan = { row: 'item', kind: 'discussion', title, start, soft: index > 0, span } as const;
      await held.must({ type: 'addAgendaItems', items: [{ plan, presenter: null }], beforeItemId: null });
    }
    for (const hall of papers) await held.must(paper(held.bridge(hall), `Tham luận của ${hall}`));
    await held.must({ type: 'startPreparation' });
    await held.must({ type: 'openConference' });
    const itemId = (await held.state()).agenda.items[0]?.itemId;
    if (itemId !== undefined) await held.must({ type: 'startAgendaItem', itemId, expectedLive: null, accepting: [] });
    return held;
  }

  /** In draft, with a central bridge and these bridges, and nothing else. */
  static async found(server: ServerProcess, halls: readonly string[]): Promise<HeldConference> {
    const secretariat = await SecretariatSeat.signIn(server);
    const held = new HeldConference(server, secretariat, conferenceIdSchema.parse(randomUUID()));
    await held.must({ type: 'createConference', details: DETAILS });
    const bridges = [bridgeInput(CENTRAL, true), ...halls.map((hall) => bridgeInput(hall, false))];
    await held.must({ type: 'addBridges', bridges });
    await held.#learnNames();
    return held;
  }

  /** The one conference that the server holds already: the demo. */
  static async find(server: ServerProcess): Promise<HeldConference> {
    const secretariat = await SecretariatSeat.signIn(server);
    const [id] = await secretariat.conferences();
    if (id === undefined) throw new Error('the server holds no conference');
    const held = new HeldConference(server, secretariat, id);
    await held.#learnNames();
    return held;
  }

  bridge(shortName: string): BridgeId {
    const found = [...this.#names].find(([, name]) => name === shortName)?.[0];
    if (found === undefined) throw new Error(`there is no bridge ${shortName}`);
    return found;
  }

  nameOf(bridgeId: string): string {
    return [...this.#names].find(([id]) => id === bridgeId)?.[1] ?? bridgeId;
  }

  must(command: Command): Promise<void> {
    return this.secretariat.must(this.id, command);
  }

  state(): Promise<ConferenceState> {
    return this.secretariat.stateOf(this.id);
  }

  /** A sign-in link for the seat, for an operator that of the bridge. */
  link(seat: Seat, shortName: string | null = null): Promise<string> {
    return this.secretariat.invite(this.id, seat, shortName === null ? null : this.bridge(shortName));
  }

  /** The bridges that are on the line, in their order. */
  async onLine(): Promise<readonly string[]> {
    const { bridges } = await this.state();
    return bridgesInOrder(bridges)
      .filter(({ link }) => link.status === 'online')
      .map(({ shortName }) => shortName);
  }

  async queue(): Promise<readonly string[]> {
    return queuedSpeeches((await this.state()).floor).map(({ bridgeId }) => this.nameOf(bridgeId));
  }

  async onFloor(): Promise<{ readonly bridge: string; readonly speech: Speech } | null> {
    const speech = speechOnFloor((await this.state()).floor);
    return speech === undefined ? null : { bridge: this.nameOf(speech.bridgeId), speech };
  }

  async #learnNames(): Promise<void> {
    const { bridges } = await this.state();
    this.#names = new Map(bridgesInOrder(bridges).map(({ bridgeId, shortName }) => [bridgeId, shortName]));
  }

  /** Whether a machine of the bridge sends sound to the room in which it is alone with the centre. */
  async sendsInPrivate(shortName: string): Promise<boolean> {
    const machines = await this.#machinesIn(`private_${this.id}_${this.bridge(shortName)}`).catch(() => []);
    return machines.some(({ bridge, publishes }) => bridge === shortName && publishes.includes('MICROPHONE'));
  }

  /** The bridges' devices in the room, read at LiveKit itself. */
  atSfu(): Promise<readonly AtSfu[]> {
    return this.#machinesIn(`stage-${this.id}`);
  }

  async #machinesIn(room: string): Promise<readonly AtSfu[]> {
    const { url, apiKey, apiSecret } = this.#server.liveKit();
    const rooms = new RoomServiceClient(url, apiKey, apiSecret);
    const participants = await rooms.listParticipants(room);
    return participants.flatMap(({ identity, permission, tracks }) => {
      const [kind, bridgeId = '', device = ''] = identity.split('_');
      if (kind !== 'bridge') return [];
      return {
        bridge: this.nameOf(bridgeId),
        device,
        publishes: tracks.map(({ source }) => TrackSource[source]).toSorted(),
        mayPublish: (permission?.canPublishSources ?? []).map((source) => TrackSource[source]).toSorted(),
        receives: permission?.canSubscribe ?? false,
      };
    });
  }
}

const paper = (bridgeId: BridgeId, subject: string): Command => ({
  type: 'registerSpeech',
  bridgeId,
  kind: 'paper',
  subject,
  speaker: { fullName: null, positions: ['Trưởng Ban Tổ chức'] },
  itemId: null,
  category: null,
  allottedMs: 7 * MINUTE_MS,
  override: null,
});

const DETAILS = { ...PLAIN_DETAILS, title: 'Hội nghị giao ban thử' } as const;

const bridgeInput = (shortName: string, central: boolean) => ({
  name: `Điểm cầu ${shortName}`,
  shortName,
  central,
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
});
