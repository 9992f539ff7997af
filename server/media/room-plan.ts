import { entriesOf } from '../../shared/base/persistent-map.ts';
import { type Actor, seatSchema } from '../../shared/domain/actor.ts';
import { bridgeOf, isOnStage } from '../../shared/domain/bridges/bridge.ts';
import { mayUse } from '../../shared/domain/capabilities.ts';
import { type BridgeId, bridgeIdSchema, type ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { type BridgeMachine, machineOfIdentity } from '../../shared/views/media-identity.ts';
import {
  hasMedia,
  privatePublishingOf,
  privatePublishingOfCentre,
  privateTalkOf,
  publishingOf,
  voiceOf,
} from '../../shared/views/media-plan.ts';
import type { Participant, Permission } from './media-gateway.ts';

/** Where a machine stands: everybody's stage, or the room between the centre and one bridge. */
export type Place = { readonly kind: 'stage' } | { readonly kind: 'private'; readonly bridgeId: BridgeId };
export const STAGE: Place = { kind: 'stage' };

/** Ids have no underscore: a room's name is read back without doubt. */
const STAGE_PREFIX = 'stage-';
const PRIVATE_PREFIX = 'private_';

/** One stage room now; rooms per tier would be decided here. */
export const roomOf = (conference: ConferenceId, place: Place = STAGE): string =>
  place.kind === 'stage' ? `${STAGE_PREFIX}${conference}` : `${PRIVATE_PREFIX}${conference}_${place.bridgeId}`;

/** Whether the room is one of the conference's, wanted or not. */
export const isRoomOf = (conference: ConferenceId, room: string): boolean =>
  room === roomOf(conference) || room.startsWith(`${PRIVATE_PREFIX}${conference}_`);

/** Sub-bridges are hidden subscribers of the stage; a node carries this many in one room. */
export const MAX_SUB_BRIDGES_ON_STAGE = 150;

/** Machines of one bridge in one room: the hall's, cameras, slides, phones, and as many again in reserve. */
export const MAX_MACHINES_OF_BRIDGE = 16;

/** Walls and consoles only watch; each browser is somebody of its own. */
export const watcherIdentity = ({ seat, session }: Actor, device: string): string => `${seat}_${session}_${device}`;

/** The seats of the centre that talk with a bridge in private. */
export function talksInPrivate(identity: string): boolean {
  const seat = seatSchema.safeParse(identity.split('_')[0]).data;
  return seat !== undefined && mayUse({ seat, bridgeId: null }, 'talkInPrivate');
}

/** The rooms that the conference needs now; without media none, not even an empty one to walk into. */
export function wantedPlaces(state: ConferenceState): readonly Place[] {
  if (!hasMedia(state)) return [];
  const checked = entriesOf(state.lines.byBridge).filter(([, { check }]) => check !== null);
  const called = entriesOf(state.messages.calls).filter(([, { stage }]) => stage.status === 'talking');
  const bridges = new Set([...checked, ...called].map(([id]) => bridgeIdSchema.parse(id)));
  const talking = [...bridges].filter((id) => privateTalkOf(state, id) !== null);
  return [STAGE, ...talking.map((bridgeId): Place => ({ kind: 'private', bridgeId }))];
}

/** Which machine of a bridge is its voice now; null: none is there. */
export type VoiceIn = (bridgeId: BridgeId) => string | null;

/** By what machines are in the rooms: who was first on the stage, then who came to the private room alone. */
export function voicesAmong(state: ConferenceState, identities: readonly string[]): VoiceIn {
  const present = new Map<BridgeId, string[]>();
  for (const identity of identities) {
    const machine = machineOfIdentity(identity);
    if (machine === null) continue;
    const devices = present.get(machine.bridgeId) ?? [];
    present.set(machine.bridgeId, devices.includes(machine.device) ? devices : [...devices, machine.device]);
  }
  return (bridgeId) => voiceOf(state, bridgeId, present.get(bridgeId) ?? []);
}

/** What the journal wants of an identity in a room; null: it has no place there. */
export function desiredPermission(
  state: ConferenceState,
  place: Place,
  identity: string,
  voice: VoiceIn,
): Permission | null {
  if (!hasMedia(state)) return null;
  const machine = machineOfIdentity(identity);
  if (place.kind === 'private') return privatePermission(state, place.bridgeId, machine ?? identity, voice);
  if (machine === null) return { camera: false, microphone: false, screen: false, receives: true, hidden: true };
  const bridge = bridgeOf(state.bridges, machine.bridgeId);
  if (bridge === undefined) return null;
  return { ...publishingOf(state, asDevice(machine, voice)), hidden: !isOnStage(bridge) };
}

/** Who is not a party of the talk, or would let a full hall overhear it, is not let in. */
function privatePermission(
  state: ConferenceState,
  bridgeId: BridgeId,
  who: BridgeMachine | string,
  voice: VoiceIn,
): Permission | null {
  if (typeof who === 'string' ? !talksInPrivate(who) : who.bridgeId !== bridgeId) return null;
  const publishing =
    typeof who === 'string'
      ? privatePublishingOfCentre(state, bridgeId)
      : privatePublishingOf(state, asDevice(who, voice));
  return publishing.receives ? { ...publishing, hidden: false } : null;
}

const asDevice = (machine: BridgeMachine, voice: VoiceIn) => ({
  ...machine,
  isVoice: voice(machine.bridgeId) === machine.device,
});

export type MediaCall =
  | { readonly kind: 'permit'; readonly identity: string; readonly permission: Permission }
  | { readonly kind: 'remove'; readonly identity: string };

/** A room as it was seen. */
export interface RoomSeen {
  readonly place: Place;
  readonly actual: readonly Participant[];
}

/** In the order of their coming, without those who are thrown out: a voice that must go leaves it to the next. */
export const identitiesStaying = (
  actual: readonly Participant[],
  isBanned: (identity: string) => boolean,
): readonly string[] =>
  actual
    .filter(({ identity, smugglesSound }) => !smugglesSound && !isBanned(identity))
    .toSorted((a, b) => a.joinedAt - b.joinedAt || (a.identity < b.identity ? -1 : 1))
    .map(({ identity }) => identity);

/** Machines of a bridge beyond as many as it may have, whatever tokens they came with: who was first stays. */
export function beyondTheirPlaces(actual: readonly Participant[]): ReadonlySet<string> {
  const places = new Map<BridgeId, number>();
  const beyond = new Set<string>();
  for (const identity of identitiesStaying(actual, () => false)) {
    const machine = machineOfIdentity(identity);
    if (machine === null) continue;
    const before = places.get(machine.bridgeId) ?? 0;
    places.set(machine.bridgeId, before + 1);
    if (before >= MAX_MACHINES_OF_BRIDGE) beyond.add(identity);
  }
  return beyond;
}

/** The calls that make the room what the journal wants. Applied, there is nothing left to call. */
export function mediaCalls(
  state: ConferenceState,
  { place, actual }: RoomSeen,
  isBanned: (identity: string) => boolean,
  voice: VoiceIn = voicesAmong(state, identitiesStaying(actual, isBanned)),
): readonly MediaCall[] {
  const beyond = beyondTheirPlaces(actual);
  return actual.flatMap(({ identity, permission: is, smugglesSound }): readonly MediaCall[] => {
    const thrownOut = isBanned(identity) || smugglesSound || beyond.has(identity);
    const wanted = thrownOut ? null : desiredPermission(state, place, identity, voice);
    if (wanted === null) return [{ kind: 'remove', identity }];
    return isSame(is, wanted) ? [] : [{ kind: 'permit', identity, permission: wanted }];
  });
}

const RIGHTS = [
  'camera',
  'microphone',
  'screen',
  'receives',
  'hidden',
] as const satisfies readonly (keyof Permission)[];
const isSame = (a: Permission, b: Permission): boolean => RIGHTS.every((right) => a[right] === b[right]);
