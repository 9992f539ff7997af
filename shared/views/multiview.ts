import { nextInRoll, runningRoll } from '../domain/attendance/roll-order.ts';
import { bridgeOf } from '../domain/bridges/bridge.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { GridSource, Source } from '../domain/onair/onair.ts';
import { armedShot, armedSource, programShot, programSource } from '../domain/onair/program.ts';
import type { ConferenceState } from '../domain/state.ts';
import { hallsIn, hallsOnStage, pagesOf, sceneOf } from './scene.ts';

/** A page of the multiview: four rows of four. */
export const TILES = 16;
export const TILE_COLUMNS = 4;

/** The centre's own screen: it stands in no hall and is shown everything. */
const CENTRE = { own: null, single: false } as const;

/**
 * The places of a page in protocol order, always as many: what drops out leaves its place to nobody, and the end of the
 * last page is empty.
 */
export function tilesOf(state: ConferenceState, page: number): readonly (BridgeId | null)[] {
  const halls = hallsOnStage(state).slice(page * TILES, (page + 1) * TILES);
  return Array.from({ length: TILES }, (_, place) => halls[place] ?? null);
}

export const multiviewPages = (state: ConferenceState): number => pagesOf(hallsOnStage(state).length, TILES);

/** Whoever everybody sees now, also as one of several. */
export const hallsOnAir = (state: ConferenceState): readonly BridgeId[] =>
  hallsIn(sceneOf(state, programShot(state), CENTRE));

/** Whoever everybody would see after the next take. */
export const hallsPrepared = (state: ConferenceState): readonly BridgeId[] =>
  hallsIn(sceneOf(state, armedShot(state), CENTRE));

export type PageMark = 'air' | 'next' | 'look' | 'calm';

/** What waits for a look on each page, the most pressing: on air, prepared, somebody's line gone. */
export function pageMarks(state: ConferenceState): readonly PageMark[] {
  const halls = hallsOnStage(state);
  const onAir = new Set(hallsOnAir(state));
  const prepared = new Set(hallsPrepared(state));
  const isLost = (id: BridgeId) => bridgeOf(state.bridges, id)?.link.status === 'lost';
  return Array.from({ length: pagesOf(halls.length, TILES) }, (_, page) => {
    const shown = halls.slice(page * TILES, (page + 1) * TILES);
    if (shown.some((id) => onAir.has(id))) return 'air';
    if (shown.some((id) => prepared.has(id))) return 'next';
    return shown.some(isLost) ? 'look' : 'calm';
  });
}

/** What one press prepares: the first page of the grid, and pressed again the page after it. */
export function nextGrid(state: ConferenceState, size: GridSource['size']): GridSource {
  const pages = pagesOf(hallsOnStage(state).length, size);
  const shown = [state.onair.armed, programSource(state)].find(
    (source): source is GridSource => source?.kind === 'grid' && source.size === size,
  );
  return { kind: 'grid', size, page: shown === undefined ? 0 : (shown.page + 1) % pages };
}

/** Whose picture another layout is for: what was armed by hand, else what is on air, else whatever would come by itself. */
export function hallToFrame(state: ConferenceState): BridgeId | null {
  const byItself = armedSource({ ...state, onair: { ...state.onair, armed: null } });
  const sources = [state.onair.armed, programSource(state), byItself];
  return sources.find((source) => source?.kind === 'bridge')?.bridgeId ?? null;
}

/** The hall that the running roll call stands at; null: none runs, or nobody is left to be called. */
export function hallOfRoll(state: ConferenceState): BridgeId | null {
  const roll = runningRoll(state);
  return roll === null ? null : (roll.current?.bridgeId ?? nextInRoll(roll));
}

/** The same press: a break is one whatever its end, a grid one whatever its page. */
export function samePress(a: Source, b: Source): boolean {
  if (a.kind === 'bridge' && b.kind === 'bridge') return a.bridgeId === b.bridgeId;
  if (a.kind === 'grid' && b.kind === 'grid') return a.size === b.size;
  return a.kind === b.kind;
}

export type PressState = 'air' | 'next' | 'off';

/** How a press stands: what it shows is on air, was armed by hand, or neither. */
export function pressState(state: ConferenceState, source: Source): PressState {
  const { armed } = state.onair;
  if (samePress(programSource(state), source)) return 'air';
  return armed !== null && samePress(armed, source) ? 'next' : 'off';
}

/** Whether the hall waits in the preview because somebody chose it. */
export const isArmedByHand = ({ onair }: ConferenceState, bridgeId: BridgeId): boolean =>
  onair.armed?.kind === 'bridge' && onair.armed.bridgeId === bridgeId;
