import { describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import { audiencesOf, PUBLIC, STAFF } from '../../shared/domain/audience.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import {
  anGiang,
  chauDoc,
  LIVE,
  moderator,
  operatorOf,
  paper,
  quangBinh,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { sampleCommands } from '../support/sample-commands.ts';

/** A speech of each bridge that a command may be about. */
const SPEECHES = new Map([
  [anGiang, speechId('cua-an-giang')],
  [chauDoc, speechId('cua-chau-doc')],
  [quangBinh, speechId('cua-quang-binh')],
]);
const state = stateAfter(
  LIVE,
  [...SPEECHES].map(([bridge, speech]) => paper(speech, bridge)),
);

const seated = (seat: Actor['seat'], bridge: BridgeId | null = null): Actor => ({
  seat,
  session: 's',
  bridgeId: bridge,
});

/** Everybody who may try, all at An Giang, whose sub-bridge is Châu Đốc. */
const ACTORS: Readonly<Record<string, Actor>> = {
  secretariat,
  moderator,
  system: SYSTEM,
  operator: operatorOf(anGiang),
  'operator of nothing': seated('operator'),
  wall: seated('wall'),
  'wall of the bridge': seated('wall', anGiang),
  viewer: seated('viewer'),
  'viewer of the bridge': seated('viewer', anGiang),
};

const SCOPES = [
  ['own', anGiang],
  ['child', chauDoc],
  ['other', quangBinh],
] as const;

const SECRETARIAT = ['secretariat'];
const MODERATORS = ['secretariat', 'moderator'];
const SYSTEM_ONLY = ['system'];
const ROLL = ['secretariat', 'operator: own', 'operator: child'];
const OWN_WISH = ['secretariat', 'moderator', 'operator: own'];
const HEARD = ['secretariat', 'moderator', 'system', 'operator: own'];

/** Who may, as the secretariat would say it. Nobody else may, wherever the command points. */
const EXPECTED: Readonly<Record<Command['type'], readonly string[]>> = {
  createConference: SECRETARIAT,
  correctConferenceDetails: SECRETARIAT,
  startPreparation: SECRETARIAT,
  openConference: MODERATORS,
  adjournConference: MODERATORS,
  resumeConference: MODERATORS,
  closeConference: MODERATORS,
  archiveConference: SECRETARIAT,
  addBridges: SECRETARIAT,
  renameBridge: SECRETARIAT,
  assignBridgeStaff: SECRETARIAT,
  removeBridge: SECRETARIAT,
  reportBridgeLink: SYSTEM_ONLY,
  registerDelegates: ROLL,
  removeDelegate: SECRETARIAT,
  checkInDelegate: ROLL,
  markDelegateAbsent: ROLL,
  clearDelegateMark: ROLL,
  reportHeadcount: ROLL,
  addAgendaItem: SECRETARIAT,
  correctAgendaItem: SECRETARIAT,
  moveAgendaItem: MODERATORS,
  removeAgendaItem: SECRETARIAT,
  startAgendaItem: MODERATORS,
  finishAgendaItem: MODERATORS,
  skipAgendaItem: MODERATORS,
  restoreAgendaItem: MODERATORS,
  registerPaper: MODERATORS,
  requestSpeech: OWN_WISH,
  withdrawSpeech: OWN_WISH,
  acceptSpeech: MODERATORS,
  declineSpeech: MODERATORS,
  moveSpeech: MODERATORS,
  callSpeaker: MODERATORS,
  beginSpeech: HEARD,
  extendSpeech: MODERATORS,
  endSpeech: MODERATORS,
  openChairMicrophone: MODERATORS,
  closeChairMicrophone: MODERATORS,
  armSource: MODERATORS,
  disarmSource: MODERATORS,
  takeSource: MODERATORS,
  followFloor: MODERATORS,
};

const commandOf = (type: Command['type'], bridge: BridgeId): Command | undefined =>
  sampleCommands(bridge, SPEECHES.get(bridge) ?? speechId('none')).find((command) => command.type === type);

const TYPES = Object.keys(EXPECTED) as Command['type'][];

describe('who may issue which command', () => {
  test('[SEAT1] every command has its line in the expected table', () => {
    expect(TYPES.toSorted()).toEqual(commandSchema.options.map(({ shape }) => shape.type.value).toSorted());
  });

  test.each(TYPES)('[SEAT2] %s, by every seat, about the own, a child and another bridge', (type) => {
    for (const [scope, bridge] of SCOPES) {
      const command = commandOf(type, bridge);
      const allowed = Object.entries(ACTORS).filter(
        ([, actor]) => command !== undefined && mayIssue(actor, command, state),
      );
      const expected = EXPECTED[type].filter((who) => !who.includes(': ') || who.endsWith(`: ${scope}`));
      expect(allowed.map(([name]) => name).toSorted(), `${type}, ${scope} bridge`).toEqual(
        expected.map((who) => who.replace(/: .*/, '')).toSorted(),
      );
    }
  });

  test.each(['wall', 'viewer'] as const)('[SEAT3] a %s can do nothing at all', (seat) => {
    const allowed = SCOPES.flatMap(([, bridge]) =>
      TYPES.map((type) => commandOf(type, bridge)).filter(
        (command) => command !== undefined && mayIssue(seated(seat, bridge), command, state),
      ),
    );
    expect(allowed).toEqual([]);
  });

  test('[SEAT4] an operator has no right about a speech that is not there', () => {
    const command: Command = { type: 'withdrawSpeech', speechId: speechId('none') };
    expect(mayIssue(operatorOf(anGiang), command, state)).toBe(false);
    expect(mayIssue(secretariat, command, state)).toBe(true);
  });

  test('[SEAT5] an operator of a sub-bridge has no right over the bridge above', () => {
    const command = commandOf('reportHeadcount', anGiang);
    expect(command !== undefined && mayIssue(operatorOf(chauDoc), command, state)).toBe(false);
  });
});

describe('what each seat listens to', () => {
  test.each([
    ['secretariat', secretariat, [STAFF]],
    ['moderator', moderator, [STAFF]],
    ['operator', operatorOf(anGiang), [PUBLIC, { kind: 'bridge', bridgeId: anGiang }]],
    ['operator of nothing', seated('operator'), [PUBLIC]],
    ['wall', seated('wall'), [PUBLIC]],
    ['wall of a bridge', seated('wall', anGiang), [PUBLIC]],
    ['viewer', seated('viewer'), [PUBLIC]],
  ] as const)('[SEAT6] %s', (_, actor, audiences) => {
    expect(audiencesOf(actor)).toEqual(audiences);
  });
});
