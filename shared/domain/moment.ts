import type { Actor } from './actor.ts';

/** The only door through which the world enters the domain: the time of the command, who acts, and fresh ids. */
export interface Moment {
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
  readonly newId: () => string;
  /** The last event that the decision knows of. */
  readonly position: number;
  /** Whose hand it is: some facts say so on every screen. */
  readonly actor: Actor;
}
