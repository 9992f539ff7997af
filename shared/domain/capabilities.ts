import type { Actor } from './actor.ts';
import { seatSchema } from './actor.ts';
import { type Bridges, isWithin } from './bridges/bridge.ts';
import { type ActorSeat, type Grant, grants } from './grant.ts';
import type { BridgeId } from './ids.ts';

/** How far a right reaches: everything of the conference, the own bridge, or it and the bridges below. */
type Reach = 'conference' | 'ownBridge' | 'ownTree';

const EVERY_SEAT: readonly ActorSeat[] = seatSchema.options;
const STAFF: readonly ActorSeat[] = [
  'secretariat',
  'moderator',
  'chair',
  'announcer',
  'director',
  'technician',
  'secretary',
];
const OFFICE: readonly ActorSeat[] = ['secretariat', 'secretary'];

const everybody = grants('conference', ...EVERY_SEAT);
const staff = grants('conference', ...STAFF);
const office = grants('conference', ...OFFICE);
const secretariat = grants('conference', 'secretariat');
const ownTree = grants('ownTree', 'operator');

/**
 * Who may do what is not a command: what is read, brought in, taken away, listened to and seen. Beside it stands
 * `policy.ts` for the commands. The server's checks, what screens offer and the tests of every cell are all read from
 * these two tables.
 */
export const CAPABILITIES = {
  /** To be signed in at all: the list of the own conferences, their snapshots, the way in of commands. */
  sitDown: everybody,
  /** Streams of the socket, and the snapshots of the same names. */
  followStaff: [...staff, ...grants('conference', 'system')],
  followPublic: [...everybody, ...grants('conference', 'delegate')],
  followBridge: grants('ownBridge', 'operator'),
  followDoor: grants('ownBridge', 'kiosk'),
  /** A bridge's machine: its line counts as the bridge's presence, what it measures as the bridge's line. */
  standAtBridge: grants('ownBridge', 'operator'),
  /** A line that carries more than a press: half a megabyte of programme. */
  writeAtLength: grants('conference', 'secretariat', 'moderator', 'director', 'technician', 'operator'),
  /** Rooms of LiveKit. */
  enterStage: grants('conference', ...EVERY_SEAT.filter((seat) => seat !== 'viewer' && seat !== 'kiosk')),
  talkInPrivate: [
    ...grants('conference', 'secretariat', 'moderator', 'director', 'technician'),
    ...grants('ownBridge', 'operator'),
  ],
  pointAtDesk: grants('conference', 'secretariat', 'moderator', 'director'),
  readDelegates: [
    ...grants('conference', ...EVERY_SEAT.filter((seat) => seat !== 'kiosk')),
    ...grants('ownBridge', 'kiosk'),
  ],
  /** Reasons of absence, and who marked. */
  readMarks: [...staff, ...ownTree],
  handOutBadges: [...staff, ...ownTree, ...grants('ownBridge', 'kiosk')],
  readBadges: [...staff, ...grants('conference', 'operator', 'kiosk')],
  lookIntoBranches: [...staff, ...ownTree],
  readDelegations: staff,
  readTechnical: staff,
  foreseeReadiness: staff,
  makeLinks: secretariat,
  rehearse: secretariat,
  beginSuccessor: secretariat,
  readTemplates: staff,
  writeTemplates: secretariat,
  bringLists: secretariat,
  takePapers: staff,
  takeLists: [...staff, ...ownTree],
  /** Lists of the whole conference, of which no branch has its part. */
  takeCourse: staff,
  tendDocuments: [...grants('conference', 'secretariat', 'secretary', 'director'), ...grants('ownBridge', 'operator')],
  tendLibrary: office,
  /** The way from the console to what remains. */
  openMinutes: grants('conference', 'secretariat', 'secretary', 'moderator'),
  takeSnapshots: grants('conference', 'secretariat', 'moderator'),
  /** Which documents of the conference: `shared/views/document-reading.ts`. */
  readDocuments: everybody,
  readReaders: staff,
  keepArchive: secretariat,
  keepPeople: secretariat,
  exportHandbook: staff,
  watchRecordings: staff,
  seeRecorder: [...staff, ...grants('conference', 'recorder')],
  record: grants('conference', 'recorder'),
  /** The running order, printed with the cues. */
  printCues: grants('conference', 'secretariat', 'moderator', 'chair', 'announcer'),
  /** Every browser of a seat, and the phone of a delegate. */
  readHandbook: [...everybody, ...grants('conference', 'delegate')],
  holdBadge: grants('conference', 'delegate'),
} as const satisfies Readonly<Record<string, readonly Grant<Reach>[]>>;

export type Capability = keyof typeof CAPABILITIES;

type Sitting = Pick<Actor, 'seat' | 'bridgeId'>;

/** How far the actor may; null: not at all. A seat whose right is about a bridge, and that has none, may nothing. */
export function reachOf({ seat, bridgeId }: Sitting, capability: Capability): Reach | null {
  const cells: readonly Grant<Reach>[] = CAPABILITIES[capability];
  const cell = cells.find((one) => one.seat === seat);
  if (cell === undefined || (cell.scope !== 'conference' && bridgeId === null)) return null;
  return cell.scope;
}

export const mayUse = (actor: Sitting, capability: Capability): boolean => reachOf(actor, capability) !== null;

/** Whether the right reaches what is about this bridge. */
export function mayUseAt(actor: Sitting, capability: Capability, at: { bridges: Bridges; bridgeId: BridgeId }) {
  switch (reachOf(actor, capability)) {
    case null:
      return false;
    case 'conference':
      return true;
    case 'ownBridge':
      return actor.bridgeId === at.bridgeId;
    case 'ownTree':
      return actor.bridgeId !== null && isWithin(at.bridges, at.bridgeId, actor.bridgeId);
  }
}
