import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { checkGroupIdSchema } from '../../shared/domain/ids.ts';
import { CHECK_POINTS, CHECK_SIDES, lineOf, slotOf } from '../../shared/domain/lines/line.ts';
import {
  anGiang,
  central,
  chauDoc,
  communes,
  LIVE,
  lineTechnician,
  linked,
  lost,
  MINUTE,
  NOW,
  nowhere,
  PREPARING,
  quangBinh,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const checking: EventOf<'lineCheckStarted'> = { type: 'lineCheckStarted', at, bridgeId: anGiang };
const answered = CHECK_POINTS.flatMap((point) =>
  CHECK_SIDES.map(
    (side): ConferenceEvent => ({ type: 'checkPointAnswered', at, bridgeId: anGiang, side, point, yes: true }),
  ),
);
const verdict = (one: 'pass' | 'passWithRemark' | 'fail', remark: string | null) =>
  ({
    type: 'finishLineCheck',
    bridgeId: anGiang,
    verdict: one,
    remark,
    tester: 'Tổ kỹ thuật',
    measured: null,
  }) as const;
const found = (since = at): EventOf<'lineFaultFound'> => ({
  type: 'lineFaultFound',
  at,
  bridgeId: anGiang,
  fault: 'silentMicrophone',
  since,
});

describe('the guided check', () => {
  test('[TEC1] is held with a hall that has media of its own, one at a time', () => {
    const start = { type: 'startLineCheck', bridgeId: anGiang } as const;
    given(PREPARING).when(start).emits(checking);
    given(PREPARING, checking).when(start).refuses('line-check-running');
    given(PREPARING)
      .when({ ...start, bridgeId: central })
      .refuses('no-media-there');
    given(PREPARING, communes)
      .when({ ...start, bridgeId: chauDoc })
      .refuses('no-media-there');
    given(PREPARING)
      .when({ ...start, bridgeId: nowhere })
      .refuses('bridge-unknown');
  });

  test('[TEC13] while the conference is live it begins only when it is accepted that the hall leaves the program', () => {
    const start = { type: 'startLineCheck', bridgeId: quangBinh } as const;
    const bridge = 'Điểm cầu tỉnh Quảng Bình';
    given(LIVE).when(start).refuses('unconfirmed', { consequence: 'leaves-program', bridge });
    given(LIVE)
      .when({ ...start, accepting: ['leaves-program'] })
      .emits({ ...checking, bridgeId: quangBinh });
    given(PREPARING).when(start).happens();
  });

  test('[TEC2] is passed only when both sides say yes to every point', () => {
    given(PREPARING, checking, answered)
      .when(verdict('pass', null))
      .emits({
        type: 'lineCheckFinished',
        at,
        bridgeId: anGiang,
        result: { at, verdict: 'pass', remark: null, tester: 'Tổ kỹ thuật', measured: null },
      });
    given(PREPARING, checking, answered.slice(1)).when(verdict('pass', null)).refuses('check-not-flawless');
    const no: ConferenceEvent = {
      type: 'checkPointAnswered',
      at,
      bridgeId: anGiang,
      side: 'bridge',
      point: 'isHeard',
      yes: false,
    };
    given(PREPARING, checking, answered, no).when(verdict('pass', null)).refuses('check-not-flawless');
  });

  test('[TEC3] anything less than passed needs a word about what is wrong', () => {
    for (const one of ['passWithRemark', 'fail'] as const) {
      given(PREPARING, checking).when(verdict(one, null)).refuses('remark-missing');
      given(PREPARING, checking).when(verdict(one, 'Tiếng nhỏ')).happens();
    }
  });

  test('[TEC4] without a running check there is nothing to answer, to finish or to abandon', () => {
    for (const command of [
      verdict('fail', 'Mất tiếng'),
      { type: 'abandonLineCheck', bridgeId: anGiang } as const,
      { type: 'answerCheckPoint', bridgeId: anGiang, side: 'bridge', point: 'seesUs', yes: true } as const,
    ]) {
      given(PREPARING).when(command).refuses('no-line-check');
      given(PREPARING, checking).when(command).happens();
    }
  });

  test('[TEC5] its result stays with the line, and the last one counts', () => {
    const failed = given(PREPARING, checking).when(verdict('fail', 'Mất tiếng')).happens();
    expect(lineOf(failed.lines, anGiang).results.map((one) => one.verdict)).toEqual(['fail']);
    expect(lineOf(failed.lines, anGiang).check).toBeNull();
  });
});

describe('the timetable', () => {
  const groups = [{ name: 'Nhóm 1', startsAt: NOW, minutesEach: 5, bridgeIds: [anGiang, quangBinh] }];

  test('[TEC6] gives each bridge of a group its own turn, one after the other', () => {
    const state = given(PREPARING).when({ type: 'scheduleLineChecks', groups }, { by: lineTechnician }).happens();
    expect(slotOf(state.lines, anGiang)).toEqual({ group: 'Nhóm 1', startsAt: NOW });
    expect(slotOf(state.lines, quangBinh)).toEqual({ group: 'Nhóm 1', startsAt: NOW + 5 * MINUTE });
    expect(slotOf(state.lines, central)).toBeNull();
  });

  test('[TEC7] a bridge that stands in two groups, or in none that there is, is refused', () => {
    given(PREPARING)
      .when({ type: 'scheduleLineChecks', groups: [...groups, ...groups] })
      .refuses('bridge-twice');
    const one = { name: 'Nhóm 1', startsAt: NOW, minutesEach: 5, bridgeIds: [nowhere] };
    given(PREPARING)
      .when({ type: 'scheduleLineChecks', groups: [one] })
      .refuses('bridge-unknown');
  });

  test('[TEC8] whoever falls out of it is told', () => {
    const groupId = checkGroupIdSchema.parse('nhom');
    const scheduled: ConferenceEvent = {
      type: 'lineChecksScheduled',
      at,
      groups: groups.map((group) => ({ ...group, groupId })),
      dropped: [],
    };
    given(PREPARING, scheduled)
      .when({ type: 'scheduleLineChecks', groups: [] })
      .emits({ type: 'lineChecksScheduled', at, groups: [], dropped: [anGiang, quangBinh] });
  });
});

describe('faults that the server measures', () => {
  const report = (stands: boolean, since = at) =>
    ({ type: 'reportLineFault', bridgeId: anGiang, fault: 'silentMicrophone', stands, since }) as const;

  test('[TEC9] are found once, cleared once, and counted', () => {
    given(LIVE).when(report(true)).emits(found());
    given(LIVE, found()).when(report(true)).refuses('nothing-to-change');
    given(LIVE).when(report(false)).refuses('nothing-to-change');
    const state = given(LIVE, found())
      .when(report(false))
      .emits({ type: 'lineFaultCleared', at, bridgeId: anGiang, fault: 'silentMicrophone' });
    expect(lineOf(state.lines, anGiang)).toMatchObject({ faults: {}, found: { silentMicrophone: 1 } });
  });

  test('[TEC10] stand since they were, never since later than now', () => {
    given(LIVE)
      .when(report(true, at - MINUTE))
      .emits(found(at - MINUTE));
    given(LIVE)
      .when(report(true, at + MINUTE))
      .emits(found());
  });

  test('[TEC11] how often a line went is counted beside them', () => {
    const state = stateAfter(LIVE, lost(anGiang), linked(anGiang), lost(anGiang));
    const losses = (id: typeof anGiang) => state.bridges.byId.shards.flatMap((shard) => shard.get(id)?.losses ?? []);
    expect([losses(anGiang), losses(quangBinh)]).toEqual([[2], [0]]);
  });
});

test('[TEC12] a hall on a line with the centre is not taken out of the list', () => {
  const remove: CommandOf<'removeBridge'> = { type: 'removeBridge', bridgeId: quangBinh, accepting: [] };
  given(PREPARING, { ...checking, bridgeId: quangBinh })
    .when(remove)
    .refuses('bridge-in-use', { bridge: 'Điểm cầu tỉnh Quảng Bình' });
  given(PREPARING).when(remove).happens();
});
