import { useMemo } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { PictureLimit, Shot } from '../../shared/domain/onair/onair.ts';
import { type Box, hallsIn, type Place, type Scene, sceneOf } from '../../shared/views/scene.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { steady } from './program-shots.ts';

interface ScenePoint {
  readonly own: BridgeId | null;
  readonly single: boolean;
  readonly limit: PictureLimit;
}

/** The scene of a shot as this screen draws it; null: no shot. */
export function useScene(shot: Shot | null, { own, single, limit }: ScenePoint): Scene | null {
  const select = useMemo(
    () => steady((state) => (shot === null ? null : sceneOf(state, shot, { own, single, limit }))),
    [shot, own, single, limit],
  );
  return useConference(select);
}

/** A camera that is mounted: seen at its place, or decoded unseen where the next take will show it. */
export interface MountedHall {
  readonly bridgeId: BridgeId;
  readonly box: Box | undefined;
  readonly visible: boolean;
  /** Seen, or waited for to be seen: not merely prepared. */
  readonly taken: boolean;
  readonly layer: Layer;
}

/** `beneath`: its scene is over, and it stays below the `cover` that has taken its place. */
export type Layer = 'only' | 'beneath' | 'cover';

export interface Scenes {
  /** What stands on the surface: what is wanted, or what was before it as long as that has not come. */
  readonly drawn: Scene | null;
  readonly wanted: Scene | null;
  /** What the next take would show. */
  readonly next: Scene | null;
  /** What stood there until a moment ago, as long as it is kept beneath. */
  readonly left: Scene | null;
}

/** In the order of their ids: a video that is moved within the page would stop for a moment. */
export function mountedHalls({ drawn, wanted, next, left }: Scenes): readonly MountedHall[] {
  const ids = [drawn, wanted, next, left].flatMap((scene) => (scene === null ? [] : hallsIn(scene)));
  return [...new Set(ids)].toSorted().map((bridgeId) => {
    const [now, soon] = [boxOfHall(drawn, bridgeId), boxOfHall(wanted, bridgeId)];
    const before = now === undefined ? boxOfHall(left, bridgeId) : undefined;
    return {
      bridgeId,
      box: now ?? before ?? soon ?? boxOfHall(next, bridgeId),
      visible: (now ?? before) !== undefined,
      taken: (now ?? soon) !== undefined,
      layer: layerOf(left, { now, before }),
    };
  });
}

function layerOf(left: Scene | null, { now, before }: { now: Box | undefined; before: Box | undefined }): Layer {
  if (before !== undefined) return 'beneath';
  return left !== null && now !== undefined ? 'cover' : 'only';
}

/** One hall and nothing else: its picture fills the surface. */
export const isHallAlone = (scene: Scene | null): boolean =>
  scene !== null && placesOf(scene).length === 1 && hallsIn(scene).length === 1;

export const placesOf = (scene: Scene | null): readonly Place[] => (scene?.kind === 'places' ? scene.places : []);

function boxOfHall(scene: Scene | null, bridgeId: BridgeId): Box | undefined {
  return placesOf(scene).find((place) => place.kind === 'bridge' && place.bridgeId === bridgeId)?.box;
}

export const boxOfDocument = (scene: Scene | null): Box | undefined =>
  placesOf(scene).find(({ kind }) => kind === 'document')?.box;

/** What the picture says of itself to whoever looks at the page from outside: the one hall, else what kind it is. */
export function shownName(shot: Shot, scene: Scene | null): string {
  const [first, ...others] = placesOf(scene);
  if (scene?.kind === 'card') return scene.card.kind;
  return others.length === 0 && first?.kind === 'bridge' ? first.bridgeId : shot.source.kind;
}
