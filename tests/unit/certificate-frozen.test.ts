import { expect, test } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { CategoryCount } from '../../shared/domain/attendance/figure.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { bridgeInput } from '../support/builders.ts';
import { ADD_HALLS, type Bench, CREATE, openBench } from '../support/desk.ts';

const CERTIFY: Command = { type: 'certifyReadiness', tierNames: ['điểm cầu cấp tỉnh'] };
const DELEGATES: CategoryCount = {
  category: 'Đại biểu',
  expected: 64,
  onSite: 60,
  online: 1,
  absentExcused: 3,
  absentUnexcused: 0,
};

async function prepared(): Promise<Bench & { readonly anGiang: BridgeId; readonly quangBinh: BridgeId }> {
  const bench = await openBench();
  for (const command of [CREATE, ADD_HALLS, { type: 'startPreparation' }] as const) await bench.act(command);
  const [, one, two] = bridgesInOrder(bench.desk.state.bridges);
  if (one === undefined || two === undefined) throw new Error('no bridges');
  return { ...bench, anGiang: one.bridgeId, quangBinh: two.bridgeId };
}

const report = (bridgeId: BridgeId, expectedRevision: number, rest: Partial<CategoryCount> = {}): Command => ({
  type: 'reportHeadcount',
  bridgeId,
  expectedRevision,
  categories: [{ ...DELEGATES, ...rest }],
  signedBy: null,
  note: null,
  accepting: [],
});

test('[CRT7] a certificate quotes the last fact before it, and stays what it was whatever is corrected later', async () => {
  const { act, desk, anGiang, quangBinh } = await prepared();
  await act({ type: 'excuseBridge', bridgeId: quangBinh, reason: 'mất điện' });
  await act(report(anGiang, 0));
  const position = desk.seq;
  await act(CERTIFY);
  const [frozen] = desk.state.attendance.certificates;
  expect(frozen).toMatchObject({
    position,
    tiers: [{ tier: 1, name: 'điểm cầu cấp tỉnh', ready: 1, total: 2 }],
    exceptions: [{ bridgeId: quangBinh, reason: 'mất điện' }],
    missing: 1,
    expected: 64,
    present: 61,
    absent: 3,
  });
  await act(report(anGiang, 1, { onSite: 10, absentUnexcused: 50 }));
  await act({ type: 'excuseBridge', bridgeId: quangBinh, reason: null });
  await act({ type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] });
  await act({ type: 'reportBridgeLink', bridgeId: quangBinh, link: 'online', since: desk.now }, { actor: SYSTEM });
  expect(desk.state.attendance.certificates).toEqual([frozen]);
  await act(CERTIFY);
  expect(desk.state.attendance.certificates[0]).toEqual(frozen);
  expect(desk.state.attendance.certificates[1]).toMatchObject({
    tiers: [{ ready: 2, total: 3 }],
    present: 11,
    absent: 53,
  });
});

test('[RCL8] an answer with a number is the report of a bridge that has said nothing, and changes none that it gave', async () => {
  const { act, desk, anGiang, quangBinh } = await prepared();
  await act(report(anGiang, 0));
  await act({ type: 'startRollCall', bridgeIds: [anGiang, quangBinh], holdMs: null });
  const at = desk.state.attendance.totals.reported;
  for (const bridgeId of [anGiang, quangBinh]) {
    await act({ type: 'answerRoll', bridgeId, answer: 'heard', present: 40 });
  }
  const { byBridge: _, totals, rollCall } = desk.state.attendance;
  expect([at, totals.reported]).toEqual([1, 2]);
  expect(totals.byCategory['Đại biểu']).toMatchObject({ onSite: 60 + 40 });
  expect(rollCall?.answers[anGiang]).toMatchObject({ answer: 'heard', present: 40 });
});
