import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { sameSource } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { tallyOf } from '../../shared/views/stage.ts';
import { createCell, type Readable } from './cell.ts';

const LAST_RELOAD = 'diemcau.reloadedAt';
/** A page that has just been loaded again and still does not fit would not fit the next time either. */
const AGAIN_AFTER_MS = 60_000;
const SPREAD_MS = 3_000;

/** Loads the page again, unless it was just done. Screens of a whole country do not come back in the same second. */
export function reloadPage(): void {
  const last = Number(sessionStorage.getItem(LAST_RELOAD) ?? 0);
  if (Date.now() - last < AGAIN_AFTER_MS) return;
  sessionStorage.setItem(LAST_RELOAD, String(Date.now()));
  setTimeout(() => location.reload(), Math.random() * SPREAD_MS);
}

/** Whether this page is older than the server, and when it may load itself again without being seen. */
export class Freshness {
  readonly #outdated = createCell(false);
  #build: string | null = null;
  #programWhenNoticed: Source | null = null;

  get outdated(): Readable<boolean> {
    return this.#outdated;
  }

  /** The first build heard is this page's own: it was loaded from the same server a moment ago. */
  onHello({ protocol, build }: { readonly protocol: number; readonly build: string }): void {
    this.#build ??= build;
    if (protocol !== PROTOCOL_VERSION || build !== this.#build) this.#outdated.set(true);
  }

  /** Called for each state: at once when nothing is live, else when the picture changes anyway and is not ours. */
  onState(state: ConferenceState, own: BridgeId | null): void {
    if (!this.#outdated.get()) return;
    if (state.conference.phase !== 'live') return reloadPage();
    const program = programSource(state);
    this.#programWhenNoticed ??= program;
    const ours = own !== null && tallyOf(state, own) !== 'watching';
    if (!ours && !sameSource(program, this.#programWhenNoticed)) reloadPage();
  }
}
