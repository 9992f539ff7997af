import type { Command } from '../../shared/domain/command.ts';
import type { AgendaItemId, BridgeId } from '../../shared/domain/ids.ts';
import { DEPUTY, HEAD } from './briefing-2021.ts';

/** What the report says was found wanting; results and topics are condensed as well. */
const RESULTS = [
  'Tham mưu chuẩn bị nội dung trình Hội nghị Trung ương, hội nghị cấp ủy; cụ thể hóa Nghị quyết Đại hội XIII',
  'Kiện toàn chức danh lãnh đạo khối Đảng, Nhà nước, Mặt trận và đoàn thể sau đại hội, sau bầu cử; rà soát, bổ sung quy hoạch',
];
const LIMITATIONS = [
  'Một số cấp ủy nghiên cứu văn bản, thẩm quyền phân cấp chưa kỹ nên kiến nghị trùng lặp hoặc chưa đúng thẩm quyền',
  'Kiểm tra, giám sát về công tác tổ chức xây dựng Đảng có lúc, có nơi chưa thường xuyên',
];
const CITED = [
  { kind: 'Kết luận', number: '01', issuer: 'Bộ Chính trị' },
  { kind: 'Kết luận', number: '74', issuer: 'Bộ Chính trị' },
  { kind: 'Quy định', number: '205', issuer: 'Bộ Chính trị' },
] as const;

interface Places {
  readonly central: BridgeId;
  /** The item in which new documents are presented. */
  readonly newDocuments: AgendaItemId | null;
}

/** What the secretariat has written of the record by the middle of the discussion. */
export function recordsOf({ central, newDocuments }: Places): readonly Command[] {
  const point = { figure: null, period: 'Quý III/2021', itemId: null };
  return [
    {
      type: 'writePaperHead',
      head: {
        profile: 'party',
        parentBody: 'Ban Chấp hành Trung ương',
        issuer: 'Ban Tổ chức',
        number: null,
        sign: 'BTCTW',
        place: 'Hà Nội',
        venue: null,
        withPlaceDate: true,
        recipients: ['Các điểm cầu', 'Lưu Ban Tổ chức Trung ương'],
        signer: 'concluder',
      },
    },
    {
      type: 'nameOfficials',
      officials: [
        { person: HEAD, offices: ['attending', 'chair'], bridgeId: central, homeUnit: null },
        { person: DEPUTY, offices: ['attending', 'chair'], bridgeId: central, homeUnit: null },
      ],
    },
    ...RESULTS.map((text): Command => ({ type: 'addReportPoint', point: { ...point, kind: 'result', text } })),
    ...LIMITATIONS.map((text): Command => ({ type: 'addReportPoint', point: { ...point, kind: 'limitation', text } })),
    ...CITED.map(
      (cited): Command => ({
        type: 'citeDocument',
        citation: { ...cited, date: null, title: null, itemId: newDocuments },
      }),
    ),
    {
      type: 'registerProposal',
      text: 'Sau khi Trung ương tổng kết các nghị quyết, quy định, kết luận, chỉ thị, sớm ban hành văn bản mới thay thế',
      proposedBy: null,
      bridgeId: null,
      speechId: null,
      addressee: 'Trung ương',
    },
  ];
}
