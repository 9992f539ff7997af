import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';

type Listener = (damage: JournalDamage) => void;

/** What is known to be wrong with the journals. A desk whose journal is named here takes no command any more. */
export class DamageBook {
  readonly #damages: JournalDamage[] = [];
  readonly #listeners: Listener[] = [];

  get all(): readonly JournalDamage[] {
    return this.#damages;
  }

  /** The first that was found in this conference, or in the file that all of them lie in. */
  of(conference: ConferenceId): JournalDamage | null {
    const stops = (damage: JournalDamage): boolean =>
      damage.kind !== 'anchors' && (damage.conference === null || damage.conference === conference);
    return this.#damages.find(stops) ?? null;
  }

  /** Once: the hourly check finds the same again. */
  report(damage: JournalDamage): void {
    const isKnown = ({ conference, kind }: JournalDamage): boolean =>
      conference === damage.conference && kind === damage.kind;
    if (this.#damages.some(isKnown)) return;
    this.#damages.push(damage);
    for (const listener of this.#listeners) listener(damage);
  }

  onReported(listener: Listener): void {
    this.#listeners.push(listener);
  }
}
