import { err, ok, type Result } from '../base/result.ts';
import type { DelegateChange } from './attendance/delegate.ts';
import type { Consequence } from './consequence.ts';
import type { ConferenceEvent } from './event.ts';
import type { Rejection, RejectionCode } from './rejection.ts';

/** What a command leads to: facts for the journal, and the rows of people that are written in the same transaction. */
export interface Decision {
  readonly events: readonly ConferenceEvent[];
  readonly delegates: readonly DelegateChange[];
}

export type Decided = Result<Decision, Rejection>;

export const emit = (...events: readonly ConferenceEvent[]): Decided => ok({ events, delegates: [] });

export const emitWithRows = (events: readonly ConferenceEvent[], delegates: readonly DelegateChange[]): Decided =>
  ok({ events, delegates });

/** Refused until the sender says that this is wanted too. */
export const unconfirmed = (consequence: Consequence, params: Rejection['params'] = {}): Decided =>
  refuse('unconfirmed', { consequence, ...params });

export const refuse = (code: RejectionCode, params: Rejection['params'] = {}): Decided => err({ code, params });
