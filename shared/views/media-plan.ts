import { bridgeOf, isOnStage } from '../domain/bridges/bridge.ts';
import type { BridgeId } from '../domain/ids.ts';
import { type DeviceKind, kindOfDevice } from '../domain/lines/device.ts';
import { lineOf } from '../domain/lines/line.ts';
import { callOf } from '../domain/messages/message.ts';
import { openMicrophones } from '../domain/onair/microphones.ts';
import { devicesOf } from '../domain/onair/onair.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Media as the journal wants it. The server holds the rooms to it; the screens subscribe by it. */

export interface Publishing {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly screen: boolean;
  /** Whether it may receive anything: a companion is silent because nothing reaches it. */
  readonly receives: boolean;
}

const NOTHING: Publishing = { camera: false, microphone: false, screen: false, receives: false };
const ONLY_WATCHES: Publishing = { ...NOTHING, receives: true };

export const hasMedia = ({ conference }: ConferenceState): boolean =>
  conference.classifiedSince === null && ['draft', 'preparing', 'live', 'adjourned'].includes(conference.phase);

/** A machine of a bridge, as it stands in a room. */
export interface OwnDevice {
  readonly bridgeId: BridgeId;
  readonly device: string;
  /** It is the bridge's one voice: chosen by hand, else the first of the hall's machines that is there. */
  readonly isVoice: boolean;
}

/** What a machine of the bridge may do in the stage room. Sub-bridges watch. */
export function publishingOf(state: ConferenceState, { bridgeId, device, isVoice }: OwnDevice): Publishing {
  const bridge = bridgeOf(state.bridges, bridgeId);
  if (bridge === undefined || !hasMedia(state)) return NOTHING;
  const kind = kindOfDevice(device);
  if (!isOnStage(bridge)) return kind === 'hall' ? ONLY_WATCHES : NOTHING;
  return {
    camera: showsCamera(state, bridgeId, device, kind),
    microphone: isVoice && openMicrophones(state).includes(bridgeId),
    screen: kind === 'slides',
    receives: kind === 'hall',
  };
}

/** A phone is a pocket, not a hall: its camera is opened only where somebody chose it. */
const showsCamera = ({ onair }: ConferenceState, bridgeId: BridgeId, device: string, kind: DeviceKind): boolean =>
  kind === 'hall' || kind === 'camera' || devicesOf(onair, bridgeId).picture === device;

/** The one machine that is the bridge's voice among those that are there; `present` in the order of their coming. */
export function voiceOf({ onair }: ConferenceState, bridgeId: BridgeId, present: readonly string[]): string | null {
  return chosenOrFirst(devicesOf(onair, bridgeId).sound, present);
}

/** The one machine whose camera is the bridge's picture. */
export function pictureOf({ onair }: ConferenceState, bridgeId: BridgeId, present: readonly string[]): string | null {
  return chosenOrFirst(devicesOf(onair, bridgeId).picture, present) ?? present[0] ?? null;
}

/** What was chosen and is not there cannot be seen or heard: the hall's own stands in. */
function chosenOrFirst(chosen: string | undefined, present: readonly string[]): string | null {
  if (chosen !== undefined && present.includes(chosen)) return chosen;
  return present.find((device) => kindOfDevice(device) === 'hall') ?? null;
}

/** What the private room between the centre and a bridge is for; null: there is none. */
export type PrivateTalk = { readonly kind: 'check' } | { readonly kind: 'call'; readonly device: string };

export function privateTalkOf(state: ConferenceState, bridgeId: BridgeId): PrivateTalk | null {
  if (!hasMedia(state)) return null;
  const call = callOf(state.messages, bridgeId);
  if (call?.stage.status === 'talking') return { kind: 'call', device: call.stage.device };
  return lineOf(state.lines, bridgeId).check === null ? null : { kind: 'check' };
}

/** What the centre may do in the private room. */
export function privatePublishingOfCentre(state: ConferenceState, bridgeId: BridgeId): Publishing {
  const talk = privateTalkOf(state, bridgeId);
  return talk === null ? NOTHING : { camera: talk.kind === 'check', microphone: true, screen: false, receives: true };
}

/**
 * What a machine of the bridge may do in the private room. A hall that everybody hears neither speaks nor hears there:
 * the private word would go out over its own loudspeakers.
 */
export function privatePublishingOf(state: ConferenceState, { bridgeId, device, isVoice }: OwnDevice): Publishing {
  const talk = privateTalkOf(state, bridgeId);
  if (talk === null) return NOTHING;
  const isParty = talk.kind === 'call' ? talk.device === device : isVoice;
  const isHeard = openMicrophones(state).includes(bridgeId) && kindOfDevice(device) !== 'phone';
  if (!isParty || isHeard) return NOTHING;
  return { camera: talk.kind === 'check', microphone: true, screen: false, receives: true };
}

/** The bridges that a screen plays; `own` is the bridge it stands in, null for a wall or a console. Nobody hears itself. */
export const heardBy = (state: ConferenceState, own: BridgeId | null): readonly BridgeId[] =>
  openMicrophones(state).filter((bridgeId) => bridgeId !== own);
