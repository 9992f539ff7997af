import type { Conference } from '../../domain/conference/conference.ts';
import type { ConferenceState } from '../../domain/state.ts';

interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const spansOf = ({ classified, classifiedSince }: Conference): readonly TimeSpan[] => [
  ...classified.map(({ since, until }) => ({ from: since, to: until })),
  ...(classifiedSince === null ? [] : [{ from: classifiedSince, to: Number.POSITIVE_INFINITY }]),
];

/** Whether any part of what ran from one instant to the other lay in a classified session. */
export const touchesSecret = ({ conference }: ConferenceState, from: number, to: number): boolean =>
  spansOf(conference).some((span) => (from === to ? isWithin(span, from) : span.from < to && from < span.to));

/** Whether all of it did. */
export const isAllSecret = ({ conference }: ConferenceState, from: number, to: number): boolean =>
  spansOf(conference).some((span) => span.from <= from && to <= span.to);

export const isSecretAt = (state: ConferenceState, at: number): boolean => touchesSecret(state, at, at);

const isWithin = ({ from, to }: TimeSpan, at: number): boolean => from <= at && at < to;
