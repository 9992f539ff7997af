import { bridgeOf, childrenOf } from '../domain/bridges/bridge.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { GridSource, PictureLimit, Shot, Source } from '../domain/onair/onair.ts';
import type { ConferenceState } from '../domain/state.ts';

/** A share of the 16:9 surface, in per cent. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Place =
  | { readonly kind: 'bridge'; readonly bridgeId: BridgeId; readonly box: Box; readonly named: boolean }
  /** The screen's own hall keeps its place among the others, without its picture. */
  | { readonly kind: 'own'; readonly bridgeId: BridgeId; readonly box: Box; readonly named: true }
  /** What lies on the desk: a page, a clip, or somebody's screen. */
  | { readonly kind: 'document'; readonly box: Box };

/** What a screen draws for a shot: cards that need no media, or pictures at their places. */
export type Scene =
  | { readonly kind: 'card'; readonly card: Exclude<Source, { kind: 'bridge' | 'document' | 'grid' }> }
  | { readonly kind: 'places'; readonly places: readonly Place[] };

const FULL: Box = { left: 0, top: 0, width: 100, height: 100 };
/** Two halls side by side, each in its own proportion, between the clock above and the lower third below. */
const LEFT_HALF: Box = { left: 1, top: 26, width: 48.5, height: 48.5 };
const RIGHT_HALF: Box = { left: 50.5, top: 26, width: 48.5, height: 48.5 };
/** The page as large as can be read above the lower third; the speaker small at its side, under the clock. */
const PAGE: Box = { left: 1, top: 1.5, width: 74, height: 83 };
const BESIDE_PAGE: Box = { left: 76, top: 61.5, width: 23, height: 23 };

export interface Viewpoint {
  /** The bridge that the screen stands in; null: a wall or a console. */
  readonly own: BridgeId | null;
  /** A sub-bridge gets one picture, never a grid. */
  readonly single: boolean;
  /** What this screen's own line carries, where that is less than what everybody is held to. */
  readonly limit?: PictureLimit;
}

const limitAt = ({ onair }: ConferenceState, { limit }: Viewpoint): PictureLimit => limit ?? onair.limit;

/** The shot as the screen at `from` draws it, within what the lines carry. */
export function sceneOf(state: ConferenceState, shot: Shot, from: Viewpoint): Scene {
  const { source } = shot;
  switch (source.kind) {
    case 'hold':
    case 'black':
    case 'welcome':
    case 'break':
      return { kind: 'card', card: source };
    case 'document':
      return state.onair.document === null ? HOLD : places({ kind: 'document', box: FULL });
    case 'grid':
      return from.single || limitAt(state, from) !== 'full' ? oneHall(state, null, from) : gridOf(state, source, from);
    case 'bridge':
      return framed(state, shot, source.bridgeId, from);
  }
}

const HOLD: Scene = { kind: 'card', card: { kind: 'hold' } };
const places = (...list: readonly Place[]): Scene => ({ kind: 'places', places: list });
const hall = (bridgeId: BridgeId, box: Box, named = false): Place => ({ kind: 'bridge', bridgeId, box, named });

/** Nobody is shown the own picture: who is on air sees the central hall, and the central hall the slide. */
function oneHall({ bridges }: ConferenceState, bridgeId: BridgeId | null, { own }: Viewpoint): Scene {
  const seen = bridgeId === null || bridgeId === own ? bridges.centralId : bridgeId;
  return seen === null || seen === own ? HOLD : places(hall(seen, FULL));
}

function framed(state: ConferenceState, { frame }: Shot, bridgeId: BridgeId, from: Viewpoint): Scene {
  const beside = from.single ? 'alone' : frame;
  if (beside === 'withDocument' && state.onair.document !== null) return withDocument(state, bridgeId, from);
  return (beside === 'withHall' ? withHall(state, bridgeId, from) : null) ?? oneHall(state, bridgeId, from);
}

function withDocument({ bridges }: ConferenceState, bridgeId: BridgeId, { own }: Viewpoint): Scene {
  const seen = bridgeId === own ? bridges.centralId : bridgeId;
  const page: Place = { kind: 'document', box: PAGE };
  // Whose picture it is the lower third says, except where the central hall stands in for it.
  return seen === null || seen === own ? places(page) : places(page, hall(seen, BESIDE_PAGE, seen !== bridgeId));
}

/** Null: one of the two is the same hall, or the own one, or the line carries one picture alone. */
function withHall(state: ConferenceState, bridgeId: BridgeId, from: Viewpoint): Scene | null {
  const { centralId } = state.bridges;
  if (centralId === null || limitAt(state, from) !== 'full') return null;
  if (centralId === bridgeId || bridgeId === from.own || centralId === from.own) return null;
  return places(hall(bridgeId, LEFT_HALF, true), hall(centralId, RIGHT_HALF, true));
}

/** Fixed places in protocol order: a hall that is gone keeps its place. */
function gridOf(state: ConferenceState, { size, page }: GridSource, { own }: Viewpoint): Scene {
  const side = Math.sqrt(size);
  const share = 100 / side;
  const shown = hallsOnStage(state).slice(page * size, (page + 1) * size);
  if (shown.length === 0) return HOLD;
  const boxes = shown.map((bridgeId, index) => ({
    bridgeId,
    box: { left: (index % side) * share, top: Math.floor(index / side) * share, width: share, height: share },
  }));
  return {
    kind: 'places',
    places: boxes.map(({ bridgeId, box }) =>
      bridgeId === own ? { kind: 'own', bridgeId, box, named: true } : hall(bridgeId, box, true),
    ),
  };
}

/** The central hall and its peers in protocol order: the fixed places of multiview and grid. */
export function hallsOnStage({ bridges }: ConferenceState): readonly BridgeId[] {
  const { centralId } = bridges;
  const peers = childrenOf(bridges, null);
  const below = centralId === null ? [] : childrenOf(bridges, centralId);
  if (below.length === 0) return peers;
  const order = (id: BridgeId): number => bridgeOf(bridges, id)?.order ?? 0;
  return [...peers, ...below].toSorted((a, b) => order(a) - order(b));
}

export const pagesOf = (count: number, size: number): number => Math.max(1, Math.ceil(count / size));

/** The halls whose cameras a scene needs. */
export const hallsIn = (scene: Scene): readonly BridgeId[] =>
  scene.kind === 'card' ? [] : scene.places.flatMap((place) => (place.kind === 'bridge' ? [place.bridgeId] : []));

/** Whether pictures of halls are received at all. */
export const showsPictures = (limit: PictureLimit): boolean => limit !== 'soundOnly';
