import type { Actor } from './actor.ts';
import { isWithin } from './bridges/bridge.ts';
import type { Command } from './command.ts';
import { speechOf } from './floor/floor.ts';
import type { BridgeId } from './ids.ts';
import type { ConferenceState } from './state.ts';

/** A rule says yes or nothing; without a yes the answer is no. */
type Rule = (actor: Actor, command: Command, state: ConferenceState) => boolean;

const secretariat: Rule = ({ seat }) => seat === 'secretariat';
const moderator: Rule = ({ seat }) => seat === 'moderator';
const system: Rule = ({ seat }) => seat === 'system';

/** An operator acts for the own bridge alone. */
const ownBridge: Rule = ({ seat, bridgeId }, command, state) =>
  seat === 'operator' && bridgeId !== null && bridgeOfCommand(command, state) === bridgeId;

/** The roll of the own bridge and of the bridges below it. */
const ownTree: Rule = ({ seat, bridgeId }, command, { bridges }) =>
  seat === 'operator' && bridgeId !== null && 'bridgeId' in command && isWithin(bridges, command.bridgeId, bridgeId);

function bridgeOfCommand(command: Command, { floor }: ConferenceState): BridgeId | null {
  if ('bridgeId' in command) return command.bridgeId;
  return 'speechId' in command ? (speechOf(floor, command.speechId)?.bridgeId ?? null) : null;
}

const PREPARES = [secretariat];
const MODERATES = [secretariat, moderator];

/** Who may issue which command. A command without a line does not compile. */
export const RULES = {
  createConference: PREPARES,
  correctConferenceDetails: PREPARES,
  startPreparation: PREPARES,
  openConference: MODERATES,
  adjournConference: MODERATES,
  resumeConference: MODERATES,
  closeConference: MODERATES,
  archiveConference: PREPARES,
  addBridges: PREPARES,
  renameBridge: PREPARES,
  assignBridgeStaff: PREPARES,
  removeBridge: PREPARES,
  reportBridgeLink: [system],
  registerDelegates: [secretariat, ownTree],
  removeDelegate: PREPARES,
  checkInDelegate: [secretariat, ownTree],
  markDelegateAbsent: [secretariat, ownTree],
  clearDelegateMark: [secretariat, ownTree],
  reportHeadcount: [secretariat, ownTree],
  addAgendaItem: PREPARES,
  correctAgendaItem: PREPARES,
  moveAgendaItem: MODERATES,
  removeAgendaItem: PREPARES,
  startAgendaItem: MODERATES,
  finishAgendaItem: MODERATES,
  skipAgendaItem: MODERATES,
  restoreAgendaItem: MODERATES,
  registerPaper: MODERATES,
  requestSpeech: [secretariat, moderator, ownBridge],
  withdrawSpeech: [secretariat, moderator, ownBridge],
  acceptSpeech: MODERATES,
  declineSpeech: MODERATES,
  moveSpeech: MODERATES,
  callSpeaker: MODERATES,
  beginSpeech: [system, secretariat, moderator, ownBridge],
  extendSpeech: MODERATES,
  endSpeech: MODERATES,
  openChairMicrophone: MODERATES,
  closeChairMicrophone: MODERATES,
  armSource: MODERATES,
  disarmSource: MODERATES,
  takeSource: MODERATES,
  followFloor: MODERATES,
} as const satisfies Record<Command['type'], readonly Rule[]>;

export const mayIssue = (actor: Actor, command: Command, state: ConferenceState): boolean =>
  RULES[command.type].some((rule) => rule(actor, command, state));
