import type { AgendaPlan, ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import type { CueInput } from '../../shared/domain/agenda/cue.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import { DEPUTY, HEAD, LEADERS } from './briefing-2021.ts';

const MINUTE = 60_000;

/** A line of the running order; who it puts on air is named, not numbered. */
export interface DemoCue extends Pick<CueInput, 'who' | 'does' | 'says'> {
  readonly shows: 'central' | 'floor' | 'hold' | null;
}

export type DemoRow =
  | { readonly row: 'group'; readonly title: string; readonly targetMinutes: number | null }
  | { readonly row: 'note'; readonly title: string }
  | {
      readonly row: 'item';
      readonly kind: ItemPlan['kind'];
      readonly title: string;
      /** After the opening, by the plan. */
      readonly afterMinutes: number;
      readonly minutes: number;
      /** Ends on the dot, whatever came before. */
      readonly deadline: boolean;
      readonly presenter: PersonInput | null;
      readonly cues: readonly DemoCue[];
    };

/** The programme as the press told it; the lengths, the recess and the running order are plausible, not reported. */
export const PROGRAMME: readonly DemoRow[] = [
  {
    row: 'item',
    kind: 'opening',
    title: 'Phát biểu khai mạc, thay mặt lãnh đạo Ban Tổ chức Trung ương',
    afterMinutes: 0,
    minutes: 10,
    deadline: false,
    presenter: DEPUTY,
    cues: [
      {
        who: 'Người dẫn chương trình',
        does: 'Ổn định hội trường, tuyên bố lý do',
        says: 'Kính thưa các đồng chí lãnh đạo, kính thưa toàn thể các đồng chí đại biểu tại {số điểm cầu} điểm cầu. Để chuẩn bị khai mạc hội nghị, đề nghị các điểm cầu ổn định chỗ ngồi, tắt micro khi chưa được mời phát biểu.',
        shows: 'hold',
      },
      {
        who: 'Người dẫn chương trình',
        does: 'Mời khai mạc',
        says: 'Kính mời đồng chí Phó Trưởng Ban Thường trực Ban Tổ chức Trung ương phát biểu khai mạc hội nghị.',
        shows: 'central',
      },
    ],
  },
  { row: 'group', title: 'Quán triệt và đánh giá', targetMinutes: 30 },
  {
    row: 'item',
    kind: 'newDocuments',
    title: 'Triển khai, quán triệt các văn bản mới về công tác tổ chức xây dựng Đảng từ đầu năm 2021',
    afterMinutes: 10,
    minutes: 15,
    deadline: false,
    presenter: LEADERS,
    cues: [],
  },
  {
    row: 'item',
    kind: 'report',
    title: 'Đánh giá tình hình, kết quả quý III; triển khai nhiệm vụ quý IV năm 2021',
    afterMinutes: 25,
    minutes: 15,
    deadline: false,
    presenter: LEADERS,
    cues: [
      {
        who: 'Người dẫn chương trình',
        does: 'Giới thiệu báo cáo',
        says: 'Tiếp theo chương trình, kính mời đại diện lãnh đạo Ban Tổ chức Trung ương trình bày báo cáo đánh giá kết quả quý III và nhiệm vụ quý IV năm 2021.',
        shows: 'central',
      },
    ],
  },
  { row: 'group', title: 'Thảo luận và kết luận', targetMinutes: null },
  { row: 'note', title: 'Mỗi tham luận không quá 7 phút; còn 1 phút có nhắc thời gian' },
  {
    row: 'item',
    kind: 'discussion',
    title: 'Thảo luận',
    afterMinutes: 40,
    minutes: 60,
    deadline: false,
    presenter: null,
    cues: [
      {
        who: 'Người dẫn chương trình',
        does: 'Chuyển sang thảo luận',
        says: 'Kính thưa các đồng chí, hội nghị chuyển sang phần thảo luận. Mỗi tham luận không quá 7 phút. {lời mời}',
        shows: 'central',
      },
      {
        who: 'Người dẫn chương trình',
        does: 'Giữa hai tham luận: cảm ơn, mời điểm cầu tiếp theo, báo điểm cầu chuẩn bị',
        says: '{lời mời}',
        shows: 'floor',
      },
      {
        who: 'Đạo diễn hình',
        does: 'Chuyển về hội trường trung tâm khi chủ trì trao đổi',
        says: null,
        shows: 'central',
      },
    ],
  },
  {
    row: 'item',
    kind: 'recess',
    title: 'Giải lao tại chỗ',
    afterMinutes: 100,
    minutes: 10,
    deadline: true,
    presenter: null,
    cues: [],
  },
  {
    row: 'item',
    kind: 'conclusion',
    title: 'Phát biểu kết luận',
    afterMinutes: 110,
    minutes: 15,
    deadline: false,
    presenter: HEAD,
    cues: [
      {
        who: 'Người dẫn chương trình',
        does: 'Mời kết luận',
        says: 'Kính mời đồng chí Trưởng Ban Tổ chức Trung ương phát biểu kết luận hội nghị.',
        shows: 'central',
      },
    ],
  },
  {
    row: 'item',
    kind: 'closing',
    title: 'Bế mạc',
    afterMinutes: 125,
    minutes: 5,
    deadline: false,
    presenter: HEAD,
    cues: [],
  },
];

/** The first item has its own clock time, each other follows the one before it. */
export function planOf(row: DemoRow, opening: number): AgendaPlan {
  switch (row.row) {
    case 'note':
      return row;
    case 'group':
      return {
        row: 'group',
        title: row.title,
        targetMs: row.targetMinutes === null ? null : row.targetMinutes * MINUTE,
      };
    case 'item': {
      const { kind, title, afterMinutes, minutes, deadline } = row;
      const start = opening + afterMinutes * MINUTE;
      const durationMs = minutes * MINUTE;
      const span = deadline
        ? ({ lock: 'end', end: start + durationMs, deadline } as const)
        : ({ lock: 'duration', durationMs } as const);
      return { row: 'item', kind, title, start, soft: afterMinutes > 0, span };
    }
  }
}

export const cueOf = ({ shows, ...words }: DemoCue, central: BridgeId): CueInput => ({
  ...words,
  source: shows === null ? null : shows === 'central' ? { kind: 'bridge', bridgeId: central } : { kind: shows },
});
