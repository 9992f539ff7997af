import { expect, test } from 'vitest';
import { PUBLIC, redactEvent, redactState, STAFF, tell } from '../../shared/domain/audience.ts';
import { recordedActor } from '../../shared/domain/ballots/secrecy.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import {
  annulling,
  BALLOT,
  ballotClosed,
  ballotPublished,
  doing,
  handsCounted,
  prepared,
  put,
  vote,
} from '../support/ballot-builders.ts';
import {
  anGiang,
  counts,
  delegateId,
  delegateRow,
  LIVE,
  moderator,
  NOW,
  quangBinh,
  reported,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const an = delegateId('an');
const phone = { seat: 'delegate', session: 'an', bridgeId: anGiang } as const;
const rows = [delegateRow(anGiang, 'an', { mark: 'present' })];
const secretVote: ConferenceEvent = { type: 'secretVoteCast', at, ballotId: BALLOT };
const openVote: ConferenceEvent = { type: 'voteCast', at, ballotId: BALLOT, delegateId: an, option: 1 };
const told = (event: ConferenceEvent) => JSON.stringify(event);

test('[BAL30] the fact of a secret vote says neither who nor what; that of an open one says both', () => {
  const secret = given(LIVE, put({ manner: 'secret' })).when(vote(an, 1), { rows, by: phone });
  secret.emits(secretVote);
  expect(told(secretVote)).not.toMatch(/"an"|option|delegate/u);
  // The row says who, and the count what: the store keeps them apart (contract tests).
  secret.writes({ kind: 'vote', ballotId: BALLOT, delegateId: an, secretOption: 1 });
  const open = given(LIVE, put({ manner: 'open' })).when(vote(an, 1), { rows, by: phone });
  open.emits(openVote);
  open.writes({ kind: 'vote', ballotId: BALLOT, delegateId: an, secretOption: null });
});

test('[BAL31] the journal’s column of actors names nobody beside it, and everybody beside any other fact', () => {
  expect(recordedActor(phone, secretVote)).toEqual({ seat: 'delegate', session: 'secret', bridgeId: null });
  expect(recordedActor(phone, openVote)).toBe(phone);
  expect(recordedActor(moderator, secretVote)).not.toBe(moderator);
});

test('[BAL32] the state of a secret ballot has how many answered and nothing else, for the staff too', () => {
  const state = stateAfter(LIVE, put({ manner: 'secret' }), secretVote, secretVote);
  expect(state.ballots.cast).toEqual({ [BALLOT]: [2] });
  expect(redactState(STAFF, state).ballots.cast).toEqual({ [BALLOT]: [2] });
});

test('[BAL33] closing counts the table; as many answers as the journal tells of, or there is no result', () => {
  const open = given(LIVE, put({ manner: 'secret' }), secretVote, secretVote, secretVote);
  open.when(doing('closeBallot'), { secret: [2, 0, 1] }).emits(ballotClosed(2, 0, 1));
  open.when(doing('closeBallot'), { secret: [3] }).emits(ballotClosed(3, 0, 0));
  for (const secret of [[], [1, 0, 1], [2, 0, 2]]) {
    const kept = secret.reduce((sum, one) => sum + one, 0);
    open.when(doing('closeBallot'), { secret }).refuses('answers-differ', { told: 3, kept });
  }
  open.when(annulling, { secret: [] }).happens();
});

test('[BAL34] before it is published no hall and no viewer learns a count, by event or by state', () => {
  const history: readonly ConferenceEvent[] = [
    ...LIVE,
    reported(anGiang, counts(50, 40)),
    prepared(),
    ...put().slice(1),
    handsCounted(anGiang, 31, 5, 0),
    ballotClosed(31, 5, 0),
  ];
  const state = stateAfter(history);
  const seen = redactState(PUBLIC, state).ballots;
  expect(seen).toMatchObject({ list: [{ stage: { status: 'closed', counts: null } }], cast: {} });
  expect(seen.hands.size).toBe(0);
  for (const event of [handsCounted(anGiang, 31, 5, 0), openVote, secretVote, prepared()]) {
    expect(redactEvent(PUBLIC, event)).toBeNull();
  }
  expect(redactEvent(PUBLIC, ballotClosed(31, 5, 0))).toEqual({ ...ballotClosed(), counts: null });
  // The hall knows what it counted itself; the next hall does not.
  const own = { kind: 'bridge', bridgeId: anGiang } as const;
  const other = { kind: 'bridge', bridgeId: quangBinh } as const;
  expect(redactState(own, state).ballots.hands.size).toBe(1);
  expect(redactState(other, state).ballots.hands.size).toBe(0);
  expect(redactEvent(other, handsCounted(anGiang, 31, 5, 0))).toBeNull();
});

test('[BAL35] published, everybody has it; hidden, nobody any more; annulled, without the reason', () => {
  let state = stateAfter(LIVE, put(), ballotClosed(31, 5, 0));
  let screen = redactState(PUBLIC, state);
  const happen = (event: ConferenceEvent) => {
    const seq = 1;
    state = evolve(state, event);
    screen = tell(PUBLIC, [{ seq, event }], state).reduce((seen, { event: one }) => evolve(seen, one), screen);
    expect(screen.ballots).toEqual(redactState(PUBLIC, state).ballots);
    return screen.ballots.list[0];
  };
  expect(happen(ballotPublished(31, 5, 0))).toMatchObject({ publishedAt: at, stage: { counts: [31, 5, 0] } });
  expect(happen({ type: 'ballotHidden', at, ballotId: BALLOT })).toMatchObject({
    publishedAt: null,
    stage: { counts: null },
  });
  expect(happen({ ...annulling, type: 'ballotAnnulled', at })).toMatchObject({ stage: { reason: null } });
});
