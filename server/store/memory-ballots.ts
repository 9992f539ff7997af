import type { DelegateChange } from '../../shared/domain/attendance/delegate.ts';
import { type VoteKey, voteKey } from '../../shared/domain/attendance/wants.ts';
import type { BallotId } from '../../shared/domain/ids.ts';

type Vote = Extract<DelegateChange, { kind: 'vote' }>;

/** Who has voted, and the secret answers, of one conference without a disk. */
export class MemoryBallots {
  readonly #voters = new Map<BallotId, Set<string>>();
  readonly #answers = new Map<BallotId, number[]>();

  /** Throws for a vote that was cast before, in this batch or an earlier one. */
  check(votes: readonly Vote[]): void {
    const seen = new Set<string>();
    for (const vote of votes) {
      const key = voteKey(vote);
      if (seen.has(key) || this.hasVoted(vote)) throw new Error(`${key} has voted already`);
      seen.add(key);
    }
  }

  vote(vote: Vote): void {
    const { ballotId, secretOption } = vote;
    this.#voters.set(ballotId, (this.#voters.get(ballotId) ?? new Set()).add(voteKey(vote)));
    if (secretOption === null) return;
    const counts = this.#answers.get(ballotId) ?? [];
    for (let option = counts.length; option <= secretOption; option++) counts.push(0);
    this.#answers.set(ballotId, counts.with(secretOption, (counts[secretOption] ?? 0) + 1));
  }

  forget(ballotId: BallotId): void {
    this.#voters.delete(ballotId);
    this.#answers.delete(ballotId);
  }

  hasVoted(key: VoteKey): boolean {
    return this.#voters.get(key.ballotId)?.has(voteKey(key)) ?? false;
  }

  answersOf(ballotId: BallotId): readonly number[] {
    return this.#answers.get(ballotId) ?? [];
  }
}
