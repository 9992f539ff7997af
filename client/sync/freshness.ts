import { liveItem } from '../../shared/domain/agenda/agenda.ts';
import { openBallots } from '../../shared/domain/ballots/ballot.ts';
import { speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import type { AgendaItemId, BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { tallyOf } from '../../shared/views/stage.ts';
import { createCell, type Readable } from './cell.ts';
import { type ReloadReason, reloadFor } from './reload.ts';

const LAST_RELOAD = 'diemcau.reloadedAt';
/** A page that has just been loaded again and still does not fit would not fit the next time either. */
const AGAIN_AFTER_MS = 60_000;
const SPREAD_MS = 3_000;

/** Loads the page again, unless it was just done. Screens of a whole country do not come back in the same second. */
export function reloadPage(reason: ReloadReason): void {
  const last = Number(sessionStorage.getItem(LAST_RELOAD) ?? 0);
  if (Date.now() - last < AGAIN_AFTER_MS) return;
  sessionStorage.setItem(LAST_RELOAD, String(Date.now()));
  setTimeout(() => reloadFor(reason), Math.random() * SPREAD_MS);
}

/** Something is being typed or asked on this page: loading it again would throw that away. */
function isInUse(): boolean {
  if (typeof document === 'undefined') return false;
  if (document.querySelector('dialog[open]') !== null) return true;
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.value !== '');
}

/** Somebody speaks or is called, something is voted on, or the halls are called one by one. */
const isMidway = ({ floor, ballots, attendance }: ConferenceState): boolean =>
  speechesOnFloor(floor).length > 0 || openBallots(ballots).length > 0 || attendance.rollCall !== null;

const isShown = (state: ConferenceState, own: BridgeId | null): boolean =>
  own !== null && tallyOf(state, own) !== 'watching';

interface Surroundings {
  readonly reload: () => void;
  readonly isInUse: () => boolean;
}

/** Whether this page is older than the server, and when it may load itself again without being missed. */
export class Freshness {
  readonly #outdated = createCell(false);
  readonly #around: Surroundings;
  #build: string | null = null;
  /** The item that ran at the first state after the page was found old; undefined: none has come. */
  #item: AgendaItemId | null | undefined;
  #isBetween = false;

  constructor(around: Surroundings = { reload: () => reloadPage('newer build'), isInUse }) {
    this.#around = around;
  }

  get outdated(): Readable<boolean> {
    return this.#outdated;
  }

  /** The first build heard is this page's own: it was loaded from the same server a moment ago. */
  onHello({ protocol, build }: { readonly protocol: number; readonly build: string }): void {
    this.#build ??= build;
    if (protocol !== PROTOCOL_VERSION || build !== this.#build) this.#outdated.set(true);
  }

  /**
   * Called for each state. While the conference is held the page waits for the next item, and then until nobody speaks
   * and nothing is decided; a bridge that is seen or heard waits for ever.
   */
  onState(state: ConferenceState, own: BridgeId | null): void {
    if (!this.#outdated.get() || this.#around.isInUse()) return;
    if (state.conference.phase !== 'live') return this.#around.reload();
    this.#noteItem(state);
    if (this.#isBetween && !isMidway(state) && !isShown(state, own)) this.#around.reload();
  }

  #noteItem({ agenda }: ConferenceState): void {
    const item = liveItem(agenda)?.itemId ?? null;
    if (this.#item === undefined) this.#item = item;
    this.#isBetween ||= item === null || item !== this.#item;
  }
}
