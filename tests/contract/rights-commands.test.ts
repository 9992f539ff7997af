import { beforeAll, describe, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { Desks } from '../../server/application/desks.ts';
import { reach } from '../../server/application/reach.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { type Actor, SYSTEM, seatSchema } from '../../shared/domain/actor.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { type BridgeId, type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import { RULES, scopeOf } from '../../shared/domain/policy.ts';
import { anGiang, chauDoc, conferenceId, kioskOf, LIVE, operatorOf, quangBinh, speechId } from '../support/builders.ts';
import { HN, savingEvery, worldClock } from '../support/desk.ts';
import { EXPECTED_RIGHTS } from '../support/expected-rights.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { paper } from '../support/speech-builders.ts';

/** A speech of each bridge that a command may be about. */
const SPEECHES = new Map([
  [anGiang, speechId('cua-an-giang')],
  [chauDoc, speechId('cua-chau-doc')],
  [quangBinh, speechId('cua-quang-binh')],
]);
const HISTORY: readonly ConferenceEvent[] = [
  ...LIVE,
  ...[...SPEECHES].map(([bridge, speech]) => paper(speech, bridge)),
];

const seated = (seat: Actor['seat'], bridgeId: BridgeId | null = null): Actor => ({ seat, session: 's', bridgeId });

/** Everybody there is, all at An Giang, whose sub-bridge is Châu Đốc. */
const ACTORS: Readonly<Record<string, Actor>> = {
  ...Object.fromEntries(seatSchema.options.map((seat) => [seat, seated(seat)])),
  system: SYSTEM,
  operator: operatorOf(anGiang),
  kiosk: kioskOf(anGiang),
  'operator of nothing': seated('operator'),
  'kiosk of nothing': seated('kiosk'),
  'wall of the bridge': seated('wall', anGiang),
  'viewer of the bridge': seated('viewer', anGiang),
  delegate: { seat: 'delegate', session: 'db-1', bridgeId: anGiang },
  'another delegate': { seat: 'delegate', session: 'db-2', bridgeId: anGiang },
};
const SCOPES = [
  ['own', anGiang],
  ['child', chauDoc],
  ['other', quangBinh],
] as const;

const TYPES = commandSchema.options.map(({ shape }) => shape.type.value);

async function deskOn(journal: Journal): Promise<ConferenceDesk> {
  return ConferenceDesk.open(HN, {
    journal,
    moment: worldClock(),
    snapshots: savingEvery(10_000),
    onFault: () => undefined,
  });
}

async function recorded(id: ConferenceId, events: readonly ConferenceEvent[], journal = createMemoryJournal()) {
  const lines = events.map((event) => ({ actor: SYSTEM, event }));
  const kept = await journal.append({ conference: id, expectedSeq: 0, events: lines, receipts: [], delegates: [] });
  if (!kept.ok) throw new Error('the history was not kept');
  return journal;
}

let commands = 0;
const give = (desk: ConferenceDesk, actor: Actor, command: Command) =>
  desk.execute(actor, { id: commandIdSchema.parse(`c${++commands}`), conference: desk.id, command });

interface Cell {
  readonly who: string;
  readonly actor: Actor;
  readonly where: string;
  readonly command: Command;
  readonly allowed: boolean;
}

function cellsOf(type: Command['type']): readonly Cell[] {
  return SCOPES.flatMap(([where, bridge]) => {
    const command = sampleCommands(bridge, SPEECHES.get(bridge) ?? speechId('none')).find((one) => one.type === type);
    if (command === undefined) throw new Error(`no sample of ${type}`);
    return Object.entries(ACTORS).map(([who, actor]) => {
      const allowed = EXPECTED_RIGHTS[type].some((right) => right === who || right === `${who}: ${where}`);
      return { who, actor, where, command, allowed };
    });
  });
}

describe('every cell of seat × command × scope, at a real desk', () => {
  let refusing: { readonly journal: Journal; readonly desk: ConferenceDesk };
  const linesOf = async ({ journal }: { readonly journal: Journal }) =>
    JSON.stringify(await journal.read(HN, 0, 10_000));

  beforeAll(async () => {
    const journal = await recorded(HN, HISTORY);
    refusing = { journal, desk: await deskOn(journal) };
  });

  test.each(TYPES)('[RGT10] %s: refused to whoever may not, and the journal stays byte for byte', async (type) => {
    const before = await linesOf(refusing);
    const denied = cellsOf(type).filter(({ allowed }) => !allowed);
    expect(denied.length).toBeGreaterThan(0);
    const acks = await Promise.all(denied.map(({ actor, command }) => give(refusing.desk, actor, command)));
    const passed = denied.filter(
      (_, i) => JSON.stringify(acks[i]) !== '{"ok":false,"code":"not-permitted","params":{}}',
    );
    expect(passed.map(({ who, where }) => `${who}, ${where} bridge`)).toEqual([]);
    expect(await linesOf(refusing)).toBe(before);
  });

  test.each(TYPES)('[RGT11] %s: not refused for want of a right to whoever may', async (type) => {
    const held = cellsOf(type).filter(({ allowed }) => allowed);
    expect(held.length).toBeGreaterThan(0);
    for (const { who, where, actor, command } of held) {
      // Each on a desk of its own: what one did would change what the next one finds.
      const ack = await give(await deskOn(await recorded(HN, HISTORY)), actor, command);
      expect(`${who}, ${where} bridge: ${ack.ok ? 'ok' : ack.code}`).not.toContain('not-permitted');
    }
  });

  test('[RGT12] control: a command that a seat may give does change the journal that is compared', async () => {
    const journal = await recorded(HN, HISTORY);
    const desk = await deskOn(journal);
    const before = await linesOf({ journal });
    expect(await give(desk, seated('moderator'), { type: 'adjournConference' })).toMatchObject({ ok: true });
    expect(await linesOf({ journal })).not.toBe(before);
  });

  test('[RGT13] a seat that no cell names may give nothing, and what screens offer is read from the same cells', () => {
    for (const seat of seatSchema.options) {
      const types = TYPES.filter((type) => EXPECTED_RIGHTS[type].some((who) => who.split(':')[0] === seat));
      const offered = TYPES.filter((type) => scopeOf(seat, type) !== null);
      // Of these two no sample shows it: a page of handed slides, the bridge's side of a check.
      const beyond =
        seat === 'operator' ? ['turnPage'] : seat === 'kiosk' ? [] : offered.filter((t) => t === 'answerCheckPoint');
      expect(offered.toSorted(), seat).toEqual([...types, ...beyond].toSorted());
    }
    expect(Object.keys(RULES).toSorted()).toEqual([...TYPES].toSorted());
  });
});

describe('conferences that a seat reaches', () => {
  const [foreign, rehearsal, otherRehearsal] = [
    conferenceId('khac'),
    conferenceId('duyet'),
    conferenceId('duyet-khac'),
  ];
  const rehearsed = (of: ConferenceId): ConferenceEvent => {
    const first = HISTORY[0];
    if (first?.type !== 'conferenceCreated') throw new Error('the history begins otherwise');
    return {
      type: 'rehearsalCreated',
      at: first.at,
      details: first.details,
      rehearsalOf: { conference: of, clockOffsetMs: 0 },
    };
  };
  let desks: Desks;
  beforeAll(async () => {
    const journal = await recorded(HN, HISTORY);
    await recorded(foreign, HISTORY, journal);
    await recorded(rehearsal, [rehearsed(HN), ...HISTORY.slice(1)], journal);
    await recorded(otherRehearsal, [rehearsed(foreign), ...HISTORY.slice(1)], journal);
    desks = new Desks(
      { journal, moment: worldClock(), snapshots: savingEvery(10_000), onFault: () => undefined },
      () => undefined,
    );
  });

  const sessionOf = (seat: SeatSession['seat'], conference: ConferenceId | null): SeatSession => ({
    id: 'phien-1',
    invitationId: 'moi-1',
    expiresAt: Number.MAX_SAFE_INTEGER,
    seat,
    conference,
    bridgeId: seat === 'operator' || seat === 'kiosk' ? anGiang : null,
    label: '',
    screen: '/',
  });

  test.each(seatSchema.options)('[RGT14] %s: the own conference and its rehearsals, and no other', async (seat) => {
    const reached = async (conference: ConferenceId | null) => {
      const session = sessionOf(seat, conference);
      const found = await Promise.all(
        [HN, rehearsal, foreign, otherRehearsal].map(async (id) => (await reach(desks, session, id)) !== null),
      );
      return found;
    };
    expect(await reached(HN)).toEqual([true, true, false, false]);
    expect(await reached(rehearsal)).toEqual([false, true, false, false]);
    expect(await reached(foreign)).toEqual([false, false, true, true]);
    // Control: the secretariat of every conference.
    expect(await reached(null)).toEqual([true, true, true, true]);
  });
});
