import type { Actor } from '../../shared/domain/actor.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { openBallots } from '../../shared/domain/ballots/ballot.ts';
import type { BallotId, ConferenceId, DelegateId } from '../../shared/domain/ids.ts';
import type { Badges } from './badges.ts';
import type { ConferenceDesk } from './conference-desk.ts';

export interface HandbookHoldersOptions {
  readonly badges: Badges;
  readonly rowsOf: (conference: ConferenceId, ids: readonly DelegateId[]) => Promise<readonly DelegateRow[]>;
  /** Of these ballots those in which the delegate has voted. */
  readonly votedOf: (
    conference: ConferenceId,
    delegateId: DelegateId,
    ballots: readonly BallotId[],
  ) => Promise<readonly BallotId[]>;
  readonly now: () => number;
}

/** So long a badge that was good is believed by whoever only looks: a removed delegate reads on for that long. */
const BELIEVED_MS = 15_000;
const MAX_BELIEVED = 50_000;

/** Whoever holds a badge is its delegate: no other sign-in, and no cookie that a foreign page could send along. */
export class HandbookHolders {
  readonly #options: HandbookHoldersOptions;
  readonly #believed = new Map<string, number>();

  constructor(options: HandbookHoldersOptions) {
    this.#options = options;
  }

  /** null: no badge of the conference, or of somebody who is on its list no more. */
  async holderOf({ id }: Pick<ConferenceDesk, 'id'>, badge: string): Promise<DelegateRow | null> {
    const delegateId = await this.#options.badges.read(id, badge);
    if (delegateId === null) return null;
    const row = await this.rowOf({ id }, delegateId);
    if (row === null) this.#believed.delete(`${id} ${delegateId}`);
    else this.#believe(`${id} ${delegateId}`);
    return row;
  }

  /** Made by this server, whether or not its delegate is still on the list. */
  async isSigned({ id }: Pick<ConferenceDesk, 'id'>, badge: string): Promise<boolean> {
    return (await this.#options.badges.read(id, badge)) !== null;
  }

  async rowOf({ id }: Pick<ConferenceDesk, 'id'>, delegateId: DelegateId): Promise<DelegateRow | null> {
    const rows = await this.#options.rowsOf(id, [delegateId]);
    return rows.find((one) => one.delegateId === delegateId) ?? null;
  }

  /** Whose badge it is, for the questions that come every few seconds: the table is not asked at each. */
  async readerOf(desk: Pick<ConferenceDesk, 'id'>, badge: string): Promise<DelegateId | null> {
    const delegateId = await this.#options.badges.read(desk.id, badge);
    if (delegateId === null) return null;
    const since = this.#believed.get(`${desk.id} ${delegateId}`);
    if (since !== undefined && this.#options.now() - since < BELIEVED_MS) return delegateId;
    return (await this.holderOf(desk, badge)) === null ? null : delegateId;
  }

  async badgeOf({ id }: Pick<ConferenceDesk, 'id'>, delegateId: DelegateId): Promise<string> {
    return (await this.#options.badges.writer(id))(delegateId);
  }

  votedIn({ id, state }: Pick<ConferenceDesk, 'id' | 'state'>, delegateId: DelegateId): Promise<readonly BallotId[]> {
    const open = openBallots(state.ballots).map(({ ballotId }) => ballotId);
    return open.length === 0 ? Promise.resolve([]) : this.#options.votedOf(id, delegateId, open);
  }

  #believe(key: string): void {
    if (this.#believed.size >= MAX_BELIEVED) this.#believed.clear();
    this.#believed.set(key, this.#options.now());
  }
}

export const actorOfHolder = ({ delegateId, bridgeId }: Pick<DelegateRow, 'delegateId' | 'bridgeId'>): Actor => ({
  seat: 'delegate',
  session: delegateId,
  bridgeId,
});
