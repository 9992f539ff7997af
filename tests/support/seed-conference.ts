import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type AgendaItem, timedItems } from '../../shared/domain/agenda/agenda.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { awardsOf, bridgesOf, detailsOf, itemsOf, officesOf, personOf, recordsOf } from './seed-commands.ts';
import type { SeedConference } from './seed-file.ts';
import type { Caller } from './test-server.ts';

/** The server takes three hundred commands in ten seconds. */
const PATIENCE_MS = 2_000;

/** A conference of the file, entered and held by the secretariat with the commands that everybody has. */
export class SeededConference {
  readonly id: ConferenceId = conferenceIdSchema.parse(randomUUID());
  readonly seed: SeedConference;
  readonly #secretariat: Caller;

  constructor(secretariat: Caller, seed: SeedConference) {
    this.#secretariat = secretariat;
    this.seed = seed;
  }

  async must(command: Command): Promise<void> {
    for (;;) {
      const ack = await this.#secretariat.command(this.id, command);
      if (ack.ok) return;
      if (ack.code !== 'too-many-commands') throw new Error(`${command.type} was refused: ${ack.code}`);
      await wait(PATIENCE_MS);
    }
  }

  async state(): Promise<ConferenceState> {
    const { text } = await this.#secretariat.snapshot(this.id, 'staff');
    return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
  }

  /** All that is known before the day. */
  async enter(): Promise<void> {
    const { seed } = this;
    await this.must({ type: 'createConference', details: detailsOf(seed) });
    await this.must({ type: 'addBridges', bridges: bridgesOf(seed) });
    await this.must({ type: 'addAgendaItems', items: itemsOf(seed), beforeItemId: null });
    await this.must({ type: 'startPreparation' });
    const places = await this.#places();
    await this.#enterPeople(places);
    await this.#enterAttendance(places);
    await this.#enterSpeeches();
    const { agenda } = await this.state();
    const itemIdOf = (type: string) =>
      agenda.items[seed.programme.findIndex((item) => item.type === type)]?.itemId ?? null;
    for (const command of recordsOf(seed, itemIdOf)) await this.must(command);
    const ceremonies = timedItems(agenda).filter(({ plan }) => plan.kind === 'awards');
    for (const award of awardsOf(
      seed,
      ceremonies.map(({ itemId }) => itemId),
    ))
      await this.must({ type: 'planAward', award });
  }

  /** The day itself: every item in its turn, every unit called in its order, every award presented. */
  async hold(): Promise<void> {
    await this.must({ type: 'openConference' });
    let expectedLive: AgendaItem['itemId'] | null = null;
    for (const { itemId, plan } of timedItems((await this.state()).agenda)) {
      await this.must({ type: 'startAgendaItem', itemId, expectedLive, accepting: [] });
      if (plan.kind === 'discussion') await this.#speak();
      if (plan.kind === 'awards') await this.#present(itemId);
      expectedLive = itemId;
    }
    await this.must({ type: 'closeConference' });
  }

  sign(): Promise<void> {
    return this.must({ type: 'signMinutes' });
  }

  async #places(): Promise<ReadonlyMap<string, BridgeId>> {
    const bridges = bridgesInOrder((await this.state()).bridges);
    const ids = this.seed.bridges.map(
      ({ id, name }) => [id, bridges.find((one) => one.name === name)?.bridgeId] as const,
    );
    return new Map(ids.flatMap(([id, bridgeId]) => (bridgeId === undefined ? [] : [[id, bridgeId]])));
  }

  async #enterPeople(places: ReadonlyMap<string, BridgeId>): Promise<void> {
    const { seed } = this;
    const firstChair = seed.people.find(({ roles }) => roles.includes('chu_tri'));
    const officials = seed.people.flatMap((person) => {
      const input = personOf(seed, person.id);
      const offices = officesOf(person, person === firstChair);
      if (input === null || offices.length === 0) return [];
      const bridgeId = places.get(person.bridgeId ?? '') ?? null;
      return [{ person: input, offices: [...offices], bridgeId, homeUnit: person.unit }];
    });
    await this.must({ type: 'nameOfficials', officials });
    const head = { number: '05', sign: 'BTC', place: seed.place, venue: seed.place, withPlaceDate: true } as const;
    const rest = {
      profile: 'party',
      parentBody: null,
      issuer: seed.organizer,
      recipients: ['Lưu Văn phòng.'],
      signer: 'chair',
    } as const;
    await this.must({ type: 'writePaperHead', head: { ...head, ...rest, recipients: [...rest.recipients] } });
    const part = seed.session === 'sang' ? 'buổi sáng' : 'buổi chiều';
    const text = `Ngành ${seed.sector}; ${part} ngày ${seed.date.split('-').toReversed().join('/')}.`;
    await this.must({ type: 'writeNote', about: { kind: 'opening' }, text, expectedRevision: 0 });
  }

  /** Named people on the list of the hall where they sit; of the other categories the file gives no numbers: one each. */
  async #enterAttendance(places: ReadonlyMap<string, BridgeId>): Promise<void> {
    const { seed } = this;
    for (const { id, unit, attendeeCategories, guestsFromOtherUnits } of seed.bridges) {
      const bridgeId = places.get(id);
      if (bridgeId === undefined) throw new Error(`there is no bridge ${id}`);
      const here = seed.people.filter((person) => person.bridgeId === id);
      const delegates = here.map(({ id: personId, name, positions, unit: home }) => {
        const homeUnit = guestsFromOtherUnits.find((guest) => guest.personId === personId)?.homeUnit ?? home ?? unit;
        const category = guestsFromOtherUnits.some((guest) => guest.personId === personId)
          ? attendeeCategories.at(-1)
          : attendeeCategories[0];
        return {
          fullName: name,
          positions,
          category: category ?? 'Đại biểu',
          homeUnit,
          delegation: homeUnit,
          role: null,
          seat: null,
          number: null,
        };
      });
      if (delegates.length > 0) await this.must({ type: 'registerDelegates', bridgeId, delegates });
      const count = (category: string) => delegates.filter((one) => one.category === category).length;
      const categories = attendeeCategories.map((category) => {
        const expected = Math.max(1, count(category));
        return { category, expected, onSite: expected, online: 0, absentExcused: 0, absentUnexcused: 0 };
      });
      await this.must({
        type: 'reportHeadcount',
        bridgeId,
        expectedRevision: 0,
        categories,
        signedBy: null,
        note: null,
        accepting: [],
      });
    }
  }

  async #enterSpeeches(): Promise<void> {
    const { bridges, agenda } = await this.state();
    const halls = bridgesInOrder(bridges);
    const discussion = timedItems(agenda).find(({ plan }) => plan.kind === 'discussion');
    for (const { unit, speakerName } of this.seed.speeches.speakers) {
      const bridgeId = halls.find(({ name }) => name === `Điểm cầu ${unit}`)?.bridgeId;
      if (bridgeId === undefined || discussion === undefined) throw new Error(`nowhere for ${unit} to speak`);
      await this.must({
        type: 'registerSpeech',
        bridgeId,
        kind: 'opinion',
        subject: 'Ý kiến thảo luận',
        speaker: { fullName: speakerName, positions: [`Đại diện ${unit}`] },
        itemId: discussion.itemId,
        category: null,
        allottedMs: null,
        override: null,
      });
    }
  }

  async #speak(): Promise<void> {
    for (const { speechId } of queuedSpeeches((await this.state()).floor)) {
      await this.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: ['bridge-absent'] });
      await this.must({ type: 'beginSpeech', speechId });
      await this.must({ type: 'endSpeech', speechId });
    }
  }

  async #present(item: AgendaItem['itemId']): Promise<void> {
    const { awards } = (await this.state()).records;
    for (const { awardId, itemId } of awards) {
      if (itemId === item) await this.must({ type: 'presentAward', awardId });
    }
  }
}
