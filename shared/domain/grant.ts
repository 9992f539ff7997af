import type { Actor } from './actor.ts';

export type ActorSeat = Actor['seat'];

/** One cell of the tables of rights: this seat may, as far as `scope` reaches. What stands in no cell is refused. */
export interface Grant<Scope extends string> {
  readonly seat: ActorSeat;
  readonly scope: Scope;
}

export const grants = <const Scope extends string>(scope: Scope, ...seats: readonly ActorSeat[]) =>
  seats.map((seat): Grant<Scope> => ({ seat, scope }));
