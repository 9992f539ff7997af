import type { CommandOf } from '../../shared/domain/command.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import {
  bridgeInput,
  checkIn,
  counts,
  delegateInput,
  delegateRow,
  headcount,
  importedBridge,
  importId,
  kioskOf,
  moderator,
  operatorOf,
  secretariat,
} from '../support/builders.ts';
import type { Script } from './script.ts';

/** The lists come as files and by hand, people come and go, the halls report and are called: everything that is counted. */
export function takeTheRoll(script: Script): void {
  bringInLists(script);
  comeAndGo(script);
  changePlaces(script);
  report(script);
  callTheRoll(script);
}

function bringInLists(script: Script): void {
  const anGiang = script.bridge('An Giang');
  const technician = { fullName: null, positions: ['Kỹ thuật viên'], phone: '0900 000 002' };
  script.give(secretariat, {
    type: 'importBridges',
    importId: importId('tep-diem-cau'),
    name: 'Điểm cầu cấp xã.xlsx',
    bridges: [
      importedBridge('Vĩnh Tế', { parent: { bridgeId: anGiang } }),
      importedBridge('Ấp Một', { parent: { row: 0 }, technician }),
    ],
    changes: [{ bridgeId: anGiang, region: 'Tây Nam Bộ', room: 'Hội trường A', chairs: [], technician }],
  });
  script.give(secretariat, { type: 'undoImport', importId: importId('tep-diem-cau'), accepting: [] });
  const added = ['nhap-1', 'nhap-2'].map((id) => delegateRow(script.bridge('Châu Đốc'), id));
  const staged = script.rolls.stage(added);
  script.give(secretariat, { type: 'applyDelegateImport', importId: staged });
  const second = script.rolls.stage([delegateRow(script.bridge('Quảng Bình'), 'nhap-3')]);
  script.give(secretariat, { type: 'applyDelegateImport', importId: second });
  script.give(secretariat, { type: 'undoImport', importId: second, accepting: [] });
}

function comeAndGo(script: Script): void {
  const bridgeId = script.bridge('An Giang');
  const operator = operatorOf(bridgeId);
  const names = ['Lê Thị Hoa', 'Trần Văn An', 'Nguyễn Văn Bình', 'Phạm Văn Cường'];
  const delegates = names.map((fullName) => delegateInput({ fullName, positions: ['Tỉnh ủy viên'] }));
  const first = script.rolls.rows.size;
  script.give(operator, { type: 'registerDelegates', bridgeId, delegates });
  const [hoa, an, binh, cuong] = [0, 1, 2, 3].map((index) => script.delegate(first + index));
  if (hoa === undefined || an === undefined || binh === undefined || cuong === undefined) throw new Error('no list');
  const kiosk = kioskOf(bridgeId);
  script.give(kiosk, checkIn(bridgeId, hoa, { way: 'badge', seenAt: script.now }));
  script.give(operator, { type: 'markDelegateLeft', bridgeId, delegateId: hoa });
  script.give(operator, { type: 'markDelegateBack', bridgeId, delegateId: hoa });
  const absent = { type: 'markDelegateAbsent', bridgeId, excused: true, reason: 'Đi công tác' } as const;
  script.give(operator, { ...absent, delegateId: an });
  const substitute = { fullName: 'Võ Thị Dung', positions: ['Phó Chánh Văn phòng'], homeUnit: 'Tỉnh ủy An Giang' };
  script.give(operator, { type: 'seatSubstitute', bridgeId, delegateId: an, substitute });
  script.give(operator, checkIn(bridgeId, binh, { online: true }));
  script.give(operator, { type: 'clearDelegateMark', bridgeId, delegateId: binh });
  script.give(secretariat, { type: 'removeDelegate', bridgeId, delegateId: cuong });
}

function changePlaces(script: Script): void {
  const bridgeId = script.bridge('An Giang');
  const toBridgeId = script.bridge('Trung ương');
  const [hoa, binh] = ['Lê Thị Hoa', 'Nguyễn Văn Bình'].map(
    (name) => [...script.rolls.rows.values()].find(({ fullName }) => fullName === name)?.delegateId,
  );
  if (hoa === undefined || binh === undefined) throw new Error('no delegates');
  const delegate = delegateInput({
    fullName: 'Nguyễn Văn Bình',
    category: 'Khách mời',
    delegation: 'Cơ quan Trung ương',
  });
  script.give(secretariat, { type: 'correctDelegate', bridgeId, delegateId: binh, delegate });
  script.give(secretariat, { type: 'moveDelegate', bridgeId, delegateId: hoa, toBridgeId });
  script.give(secretariat, {
    type: 'moveAllDelegates',
    bridgeId: script.bridge('Châu Đốc'),
    toBridgeId: script.bridge('Quảng Bình'),
  });
}

const signed = (bridgeId: BridgeId, expectedRevision: number): CommandOf<'reportHeadcount'> => ({
  ...headcount(bridgeId, counts(40, 38, 'Cấp ủy'), { ...counts(12, 12, 'Khách mời'), onSite: 9, online: 3 }),
  expectedRevision,
  signedBy: { fullName: 'Đỗ Văn Em', positions: ['Chánh Văn phòng'] },
  note: 'Hai đồng chí đi công tác',
});

function report(script: Script): void {
  const quangBinh = script.bridge('Quảng Bình');
  script.give(operatorOf(quangBinh), signed(quangBinh, 0));
  const more = counts(12, 14, 'Cấp ủy');
  script.give(operatorOf(quangBinh), {
    ...signed(quangBinh, 1),
    categories: [{ ...more, absentExcused: 0 }],
    accepting: ['more-than-expected'],
  });
  const chauDoc = script.bridge('Châu Đốc');
  script.give(operatorOf(chauDoc), { type: 'excuseBridge', bridgeId: chauDoc, reason: 'Mất điện' });
  script.give(secretariat, { type: 'addBridges', bridges: [bridgeInput('Rút')] });
  const going = script.bridge('Rút');
  script.give(operatorOf(going), signed(going, 0));
  script.give(secretariat, { type: 'removeBridge', bridgeId: going, accepting: ['attendance-struck'] });
}

function callTheRoll(script: Script): void {
  const bridgeIds = ['An Giang', 'Châu Đốc'].map((name) => script.bridge(name));
  script.give(moderator, { type: 'startRollCall', bridgeIds, holdMs: 8_000 });
  script.give(moderator, { type: 'callRoll', expectedBridgeId: null, bridgeId: null });
  const [first = null, second = null] = bridgeIds;
  if (first === null || second === null) throw new Error('nobody to call');
  script.give(moderator, { type: 'answerRoll', bridgeId: first, answer: 'heard', present: 41 });
  script.give(moderator, { type: 'callRoll', expectedBridgeId: first, bridgeId: null });
  script.give(moderator, { type: 'answerRoll', bridgeId: second, answer: 'missing', present: null });
  script.give(moderator, { type: 'paceRollCall', holdMs: null });
  script.give(moderator, { type: 'endRollCall' });
  script.give(moderator, { type: 'certifyReadiness', tierNames: ['Cấp tỉnh', 'Cấp xã'] });
  script.give(secretariat, {
    type: 'adoptProtocolRanks',
    rungs: [
      { title: 'Bí thư Tỉnh ủy', rank: 10 },
      { title: 'Tỉnh ủy viên', rank: 20 },
    ],
  });
}
