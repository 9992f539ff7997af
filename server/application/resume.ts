import { type Audience, redactState, tell } from '../../shared/domain/audience.ts';
import type { Patch, Snapshot } from '../../shared/protocol/patch.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { streamOf } from '../../shared/protocol/stream.ts';
import type { ConferenceDesk } from './conference-desk.ts';

export type Resumed =
  | { readonly kind: 'patch'; readonly patch: Patch }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot };

/**
 * What a screen needs that stopped at `since` (undefined: it has nothing). Synchronous, and the caller joins the
 * stream in the same turn: an await between the two could lose an event for ever.
 */
export function resume(desk: ConferenceDesk, audience: Audience, since: number | undefined): Resumed {
  const missed = since === undefined ? null : desk.since(since);
  if (since === undefined || missed === null) return { kind: 'snapshot', snapshot: snapshotOf(desk, audience) };
  const events = tell(audience, missed, desk.state);
  const patch = { conference: desk.id, stream: streamOf(audience), after: since, through: desk.seq, events };
  return { kind: 'patch', patch };
}

export const snapshotOf = (desk: ConferenceDesk, audience: Audience): Snapshot => ({
  conference: desk.id,
  stream: streamOf(audience),
  seq: desk.seq,
  state: encodeState(redactState(audience, desk.state)),
});
