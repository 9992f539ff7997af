/**
 * A take to a picture that has not come yet leaves the picture before it where it is, until the new one has its first
 * frame. Nothing dark stands in between, and a picture that does not come gives way to its sign after a moment.
 */
import { useEffect, useState } from 'react';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { hallsIn, type Scene } from '../../shared/views/scene.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { boxOfDocument, isHallAlone } from './program-scene.ts';

/** Of several halls those that have come are shown after this; the others keep their places with a sign. */
export const SOME_MS = 400;
/** The lower third names the new hall already: longer, and the hall would take the old picture for it. */
export const HOLD_MS = 1_500;

export type Waited = 'notYet' | 'some' | 'enough';

interface Waiting {
  readonly flowing: ReadonlySet<BridgeId>;
  /** The halls of the wanted scene that may come: for those that are known to be gone nobody waits. */
  readonly expected: readonly BridgeId[];
  readonly waited: Waited;
}

/** Whether the wanted scene takes the place of the drawn one now. Cards and pages need no camera and come at once. */
export function mayDraw(wanted: Scene | null, drawn: Scene | null, { flowing, expected, waited }: Waiting): boolean {
  if (waited === 'enough' || expected.every((one) => flowing.has(one)) || !isSeen(drawn, flowing)) return true;
  if (waited === 'notYet') return false;
  const halls = wanted === null ? [] : hallsIn(wanted);
  return boxOfDocument(wanted) !== undefined || (halls.length > 1 && halls.some((one) => flowing.has(one)));
}

/** Something worth keeping: signs of pictures that do not come are not. */
function isSeen(drawn: Scene | null, flowing: ReadonlySet<BridgeId>): boolean {
  if (drawn === null) return false;
  return drawn.kind === 'card' || boxOfDocument(drawn) !== undefined || hallsIn(drawn).some((one) => flowing.has(one));
}

/** What is drawn of what is wanted. `holds`: a picture of what is only prepared must not stand under another name. */
export function useHeldScene(wanted: Scene | null, holds: boolean, flowing: ReadonlySet<BridgeId>): Scene | null {
  const [drawn, setDrawn] = useState(wanted);
  const expected = useConference((state) => mayCome(state, wanted));
  const isNew = drawn !== wanted;
  const waited = useWaited(isNew ? wanted : null);
  const isHeld = isNew && holds && !mayDraw(wanted, drawn, { flowing, expected, waited });
  if (isNew && !isHeld) setDrawn(wanted);
  return isHeld ? drawn : wanted;
}

/** A browser that is asked to show a decoded picture has nothing of it on the screen for a frame or two. */
const PAINTED_MS = 150;

/** The picture before, kept beneath the one that covers it until that is painted for certain. */
export function useLeftScene(drawn: Scene | null): Scene | null {
  const [turn, setTurn] = useState<{ readonly drawn: Scene | null; readonly left: Scene | null }>({
    drawn,
    left: null,
  });
  if (turn.drawn !== drawn) setTurn({ drawn, left: isHallAlone(drawn) && isHallAlone(turn.drawn) ? turn.drawn : null });
  useEffect(() => {
    if (turn.left === null) return;
    const timer = setTimeout(() => setTurn({ drawn: turn.drawn, left: null }), PAINTED_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return turn.left;
}

/** A wall is told of nobody's line: there every hall may come. */
const mayCome = ({ bridges }: ConferenceState, scene: Scene | null): readonly BridgeId[] =>
  scene === null ? [] : hallsIn(scene).filter((one) => bridgeOf(bridges, one)?.link.status !== 'lost');

function useWaited(wanted: Scene | null): Waited {
  const [reached, setReached] = useState<{ readonly scene: Scene; readonly waited: Waited } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const after = (ms: number, waited: Waited) => setTimeout(() => setReached({ scene: wanted, waited }), ms);
    const timers = [after(SOME_MS, 'some'), after(HOLD_MS, 'enough')];
    return () => timers.forEach(clearTimeout);
  }, [wanted]);
  return reached !== null && reached.scene === wanted ? reached.waited : 'notYet';
}
