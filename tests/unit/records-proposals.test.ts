import { describe, expect, test } from 'vitest';
import { PUBLIC, redactState } from '../../shared/domain/audience.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import { commandSchema } from '../../shared/domain/command.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { proposalIdSchema } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import {
  MAX_PROPOSALS,
  MAX_PROPOSALS_OF_BRIDGE,
  NOT_SETTLED,
  type ProposalInput,
  type Settlement,
} from '../../shared/domain/records/proposal.ts';
import {
  ARCHIVED,
  anGiang,
  CLOSED,
  LIVE,
  NOW,
  nowhere,
  operatorOf,
  quangBinh,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { paper } from '../support/speech-builders.ts';

const at = NOW;
const id = (name: string) => proposalIdSchema.parse(name);
const input = (rest: Partial<ProposalInput> = {}): ProposalInput => ({
  text: 'Sớm ban hành văn bản mới thay thế',
  proposedBy: 'Đảng bộ tỉnh An Giang',
  bridgeId: anGiang,
  speechId: null,
  addressee: 'Trung ương',
  ...rest,
});
const register = (rest: Partial<ProposalInput> = {}): CommandOf<'registerProposal'> => ({
  type: 'registerProposal',
  ...input(rest),
});
const registered = (name: string, rest: Partial<ProposalInput> = {}): EventOf<'proposalRegistered'> => ({
  type: 'proposalRegistered',
  at,
  proposal: { proposalId: id(name), ...input(rest) },
});
const grouped = (name: string, leader: string): EventOf<'proposalGrouped'> => ({
  type: 'proposalGrouped',
  at,
  proposalId: id(name),
  owner: anGiang,
  duplicateOf: id(leader),
});
const group = (name: string, leader: string | null): CommandOf<'groupProposal'> => ({
  type: 'groupProposal',
  proposalId: id(name),
  duplicateOf: leader === null ? null : id(leader),
});
const settlement: Settlement = {
  status: 'answered',
  competence: 'outside',
  competentBody: 'Bộ Nội vụ',
  answer: 'Đã trình',
  answeredBy: 'Vụ Tổ chức',
};
const settle: CommandOf<'settleProposal'> = { type: 'settleProposal', proposalId: id('a'), settlement };

describe('registering', () => {
  test('[FUP1] a proposal is kept with its text, whose it is, where it was said and to whom it goes', () => {
    const tham = speechId('tham-luan');
    const after = given(LIVE, paper(tham, anGiang))
      .when(register({ speechId: tham }))
      .emits(registered('new-1', { speechId: tham }));
    expect(after.records.proposals).toEqual([
      { proposalId: id('new-1'), ...input({ speechId: tham }), ...NOT_SETTLED, registeredAt: at, duplicateOf: null },
    ]);
    given(LIVE)
      .when(register({ bridgeId: null, proposedBy: null }))
      .happens();
  });

  test('[FUP2] of a hall or a speech that the conference does not know it is refused', () => {
    given(LIVE)
      .when(register({ bridgeId: nowhere }))
      .refuses('bridge-unknown');
    given(LIVE)
      .when(register({ speechId: speechId('ai') }))
      .refuses('speech-unknown');
    given(LIVE, registered('a'))
      .when({ type: 'correctProposal', proposalId: id('a'), proposal: input({ speechId: speechId('ai') }) })
      .refuses('speech-unknown');
  });

  test('[FUP3] one hall registers fifty and no more; the secretariat goes on until the conference has two thousand', () => {
    const full = Array.from({ length: MAX_PROPOSALS_OF_BRIDGE }, (_, place) => registered(`p-${place}`));
    given(LIVE, full)
      .when(register(), { by: operatorOf(anGiang) })
      .refuses('too-many-items', { max: MAX_PROPOSALS_OF_BRIDGE });
    given(LIVE, full)
      .when(register({ bridgeId: quangBinh }), { by: operatorOf(quangBinh) })
      .happens();
    given(LIVE, full).when(register(), { by: secretariat }).happens();
    const all = Array.from({ length: MAX_PROPOSALS }, (_, place) => registered(`p-${place}`));
    given(LIVE, all).when(register(), { by: secretariat }).refuses('too-many-items', { max: MAX_PROPOSALS });
    given(LIVE, all.slice(1)).when(register(), { by: secretariat }).happens();
  });

  test('[FUP4] a hall registers its own proposals and settles none; the public hears of none', () => {
    const state = stateAfter(LIVE, registered('a'));
    expect(mayIssue(operatorOf(anGiang), register(), state)).toBe(true);
    expect(mayIssue(operatorOf(quangBinh), register(), state)).toBe(false);
    expect(mayIssue(operatorOf(anGiang), settle, state)).toBe(false);
    expect(mayIssue({ seat: 'secretary', session: 'bien-ban', bridgeId: null }, settle, state)).toBe(true);
    expect(redactState(PUBLIC, state).records.proposals).toEqual([]);
    expect(redactState({ kind: 'bridge', bridgeId: quangBinh }, state).records.proposals).toEqual([]);
    expect(redactState({ kind: 'bridge', bridgeId: anGiang }, state).records.proposals).toHaveLength(1);
  });

  test('[FUP5] empty words and control characters do not come in', () => {
    for (const text of ['', '   ', 'a\u202Eb', 'x'.repeat(3_001)]) {
      expect(commandSchema.safeParse({ ...register(), text }).success).toBe(false);
    }
    expect(commandSchema.safeParse({ ...register(), text: 'Hai dòng\nđược giữ' }).success).toBe(true);
  });
});

describe('correcting and removing', () => {
  test('[FUP6] words are corrected while the hall that it came from stays', () => {
    const correct = (rest: Partial<ProposalInput>): CommandOf<'correctProposal'> => ({
      type: 'correctProposal',
      proposalId: id('a'),
      proposal: input(rest),
    });
    const after = given(LIVE, registered('a'))
      .when(correct({ text: 'Sửa lại' }))
      .emits({
        type: 'proposalCorrected',
        at,
        proposal: { proposalId: id('a'), ...input({ text: 'Sửa lại' }) },
        owner: anGiang,
      });
    expect(after.records.proposals[0]?.text).toBe('Sửa lại');
    given(LIVE, registered('a'))
      .when(correct({ bridgeId: quangBinh }))
      .refuses('proposal-owner-fixed');
    given(LIVE, registered('a'))
      .when(correct({ bridgeId: null }))
      .refuses('proposal-owner-fixed');
    given(LIVE).when(correct({})).refuses('proposal-unknown');
  });

  test('[FUP7] whoever leads a group is not removed under it', () => {
    const remove = (name: string): CommandOf<'removeProposal'> => ({ type: 'removeProposal', proposalId: id(name) });
    const pair = [registered('a'), registered('b'), grouped('b', 'a')];
    given(LIVE, pair).when(remove('a')).refuses('proposal-leads-group');
    const after = given(LIVE, pair)
      .when(remove('b'))
      .emits({ type: 'proposalRemoved', at, proposalId: id('b'), owner: anGiang });
    expect(after.records.proposals.map(({ proposalId }) => proposalId)).toEqual(['a']);
    given(LIVE).when(remove('a')).refuses('proposal-unknown');
  });
});

describe('grouping', () => {
  const three = [registered('a'), registered('b'), registered('c')];

  test('[FUP8] duplicates stand under one that leads, and nobody leads and follows at once', () => {
    const after = given(LIVE, three).when(group('b', 'a')).emits(grouped('b', 'a'));
    expect(after.records.proposals.map(({ duplicateOf }) => duplicateOf)).toEqual([null, 'a', null]);
    given(LIVE, three, grouped('b', 'a')).when(group('c', 'b')).refuses('proposal-is-duplicate');
    given(LIVE, three, grouped('b', 'a')).when(group('a', 'c')).refuses('proposal-leads-group');
    given(LIVE, three).when(group('a', 'a')).refuses('nothing-to-change');
    given(LIVE, three).when(group('a', 'z')).refuses('proposal-unknown');
    given(LIVE, three).when(group('z', 'a')).refuses('proposal-unknown');
  });

  test('[FUP9] one is taken out of its group again, also when the conference is archived', () => {
    const after = given(ARCHIVED, three, grouped('b', 'a'))
      .when(group('b', null))
      .emits({ ...grouped('b', 'a'), duplicateOf: null });
    expect(after.records.proposals[1]?.duplicateOf).toBeNull();
    given(LIVE, three).when(group('b', null)).refuses('nothing-to-change');
  });
});

describe('settling', () => {
  test('[FUP10] competence, the competent body and the answer are kept, after the conference as well', () => {
    for (const phase of [LIVE, CLOSED, ARCHIVED]) {
      const after = given(phase, registered('a'))
        .when(settle)
        .emits({ type: 'proposalSettled', at, proposalId: id('a'), owner: anGiang, settlement });
      expect(after.records.proposals[0]).toMatchObject(settlement);
    }
    given(LIVE).when(settle).refuses('proposal-unknown');
  });

  test('[FUP11] what is archived takes no new proposal, and a classified session takes nothing', () => {
    given(CLOSED).when(register()).happens();
    given(ARCHIVED).when(register()).refuses('wrong-phase', { phase: 'archived' });
    given(LIVE, registered('a'), { type: 'classifiedSessionBegan', at }).when(register()).refuses('classified');
    given(LIVE, registered('a'), { type: 'classifiedSessionBegan', at }).when(settle).refuses('classified');
  });
});
