import { describe, expect, test } from 'vitest';
import type { BridgeFacts } from '../../shared/domain/bridges/bridge.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import type { ListedDelegate } from '../../shared/views/papers/paper-source.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  bridgeId,
  CENTRAL_FACTS,
  central,
  counts,
  created,
  halls,
  LIVE,
  linked,
  opened,
  quangBinh,
  reported,
} from '../support/builders.ts';
import { cpuMsOf } from '../support/cpu-time.ts';
import { given } from '../support/domain-spec.ts';
import {
  BINH,
  bodyOf,
  CHINH,
  expectInOrder,
  head,
  LEADERS,
  linesOf,
  MAI,
  minutesOf,
  named,
  official,
  under,
  wholeOf,
  written,
} from '../support/written-papers.ts';

const zero = (category: string) => counts(0, 0, category);
const absence = (name: string | null, reason: string | null) => ({
  bridgeId: anGiang,
  fullName: name,
  positions: name === null ? [] : ['Giám đốc Sở Nội vụ'],
  reason,
});
const listed = (name: string, rest: Partial<ListedDelegate> = {}): ListedDelegate => ({
  bridgeId: anGiang,
  fullName: name,
  positions: ['Bí thư Tỉnh ủy'],
  homeUnit: 'Tỉnh An Giang',
  category: 'Đại biểu',
  present: true,
  ...rest,
});

/** So many bridges beside the central one, and so many below the first of them. */
function country(peers: number, below = 0) {
  const bridges = [
    CENTRAL_FACTS,
    ...Array.from(
      { length: peers + below },
      (_, index): BridgeFacts => ({
        ...AN_GIANG_FACTS,
        bridgeId: bridgeId(`b-${index}`),
        name: `Điểm cầu số ${index}`,
        shortName: `số ${index}`,
        tier: index < peers ? 1 : 2,
        parentId: index < peers ? null : bridgeId('b-0'),
        order: index + 1,
        chairs: [],
        technician: null,
      }),
    ),
  ];
  return [created, { type: 'bridgesAdded', at: created.at, bridges } as const, linked(central), opened];
}

describe('attendance in minutes', () => {
  test('[PAP25] summoned, present and absent are added up over the bridges, with the reasons of absence', () => {
    const state = given(LIVE, reported(anGiang, counts(12, 10)), reported(quangBinh, counts(4_000, 3_990))).state;
    expect(under(minutesOf(state), '1.1. Đại biểu chính thức').slice(0, 2)).toEqual([
      'Triệu tập: 4.012 đại biểu; có mặt: 4.000 đại biểu; vắng mặt: 12 đại biểu (có lý do: 12, không có lý do: 0).',
      'Chưa báo cáo quân số: 02 điểm cầu.',
    ]);
  });

  test('[PAP26] absent delegates stand with name, posts, hall and reason; where none was given, that is said', () => {
    const absences = [absence('Lê An', 'đi công tác'), absence('Bùi Bình', null), absence(null, 'ốm')];
    const lines = bodyOf(minutesOf(given(LIVE).state, { absences }));
    expectInOrder(
      lines,
      'Đại biểu vắng mặt:',
      '- Đồng chí Lê An, Giám đốc Sở Nội vụ (Điểm cầu tỉnh An Giang): đi công tác.',
      '- Đồng chí Bùi Bình, Giám đốc Sở Nội vụ (Điểm cầu tỉnh An Giang): không nêu lý do.',
      '- Một đại biểu (Điểm cầu tỉnh An Giang): ốm.',
    );
  });

  test('[PAP26] more than twenty absent delegates are an appendix', () => {
    const absences = Array.from({ length: 21 }, (_, index) => absence(`Người ${index}`, 'ốm'));
    const paper = minutesOf(given(LIVE).state, { absences });
    expect(bodyOf(paper)).toContain('Danh sách 21 đại biểu vắng mặt: tại phụ lục kèm theo.');
    expect(bodyOf(paper).join('\n')).not.toContain('Người 0');
    const appendix = paper.appendices.find(({ title }) => title.endsWith('Danh sách đại biểu vắng mặt'));
    expect(linesOf(appendix?.blocks ?? [])).toHaveLength(21);
    const twenty = minutesOf(given(LIVE).state, { absences: absences.slice(1) });
    expect(bodyOf(twenty).join('\n')).toContain('Người 20');
  });

  test('[PAP27] each bridge: chairs, who sits there, categories; a category without numbers is its bare name', () => {
    const state = given(
      LIVE,
      reported(anGiang, zero('Lãnh đạo Ban Tổ chức Tỉnh ủy'), counts(6, 5, 'Trưởng phòng')),
    ).state;
    const leading = [listed('Trần Hải'), listed('Người vắng', { present: false })];
    expect(under(minutesOf(state, { leading }), '### Điểm cầu tỉnh An Giang')).toEqual([
      '- Chủ trì điểm cầu: Chủ trì tỉnh An Giang.',
      '- Dự tại điểm cầu: đồng chí Trần Hải, Bí thư Tỉnh ủy.',
      '- Thành phần: Lãnh đạo Ban Tổ chức Tỉnh ủy; Trưởng phòng (có mặt 05/06).',
      '- Triệu tập: 06 đại biểu; có mặt: 05 đại biểu; vắng mặt: 01 đại biểu (có lý do: 01, không có lý do: 0).',
    ]);
  });

  test('[PAP28] who sits at another bridge than the home unit is named there with that unit', () => {
    const hai = official({ ...MAI, fullName: 'Ngô Đông Hải', positions: ['Bí thư Tỉnh ủy'] }, ['attending'], {
      homeUnit: 'Tỉnh Thái Bình',
    });
    const lines = under(minutesOf(given(LIVE, named(hai)).state), '### Điểm cầu Trung ương');
    expect(lines).toContain('- Dự tại điểm cầu: đồng chí Ngô Đông Hải, Bí thư Tỉnh ủy (Tỉnh Thái Bình).');
    const home = minutesOf(given(LIVE).state, { leading: [listed('Trần Hải')] });
    expect(bodyOf(home).join('\n')).not.toContain('(Tỉnh An Giang)');
  });

  test('[PAP29] invited delegates and the press are counted apart', () => {
    const rows = [counts(10, 10), counts(3, 2, 'Đại biểu mời'), counts(2, 2, 'Phóng viên báo chí')];
    const guest = official({ ...CHINH, positions: ['Nguyên Trưởng Ban'] }, ['guest']);
    const paper = minutesOf(given(LIVE, named(guest), reported(central, ...rows)).state);
    expect(under(paper, '1.1. Đại biểu chính thức')[0]).toBe(
      'Triệu tập: 10 đại biểu; có mặt: 10 đại biểu; vắng mặt: 0 đại biểu.',
    );
    expect(under(paper, '1.2. Đại biểu mời')).toEqual([
      'Triệu tập: 03 đại biểu; có mặt: 02 đại biểu; vắng mặt: 01 đại biểu (có lý do: 01, không có lý do: 0).',
      '- Đồng chí Mai Văn Chính, Nguyên Trưởng Ban (Điểm cầu Trung ương).',
      '- Đại biểu mời (có mặt 02/03), Điểm cầu Trung ương.',
    ]);
    expect(under(paper, '1.3. Báo chí')[0]).toContain('có mặt: 02 đại biểu');
    expect(bodyOf(paper).join('\n')).not.toContain('Dự tại điểm cầu');
  });

  test('[PAP30] two who bear one name and differ in their post are both named', () => {
    const leading = [listed('Lê An'), listed('Lê An', { positions: ['Chánh Văn phòng'] }), listed('Lê An')];
    const [, people] = under(minutesOf(given(LIVE).state, { leading }), '### Điểm cầu tỉnh An Giang');
    expect(people).toBe('- Dự tại điểm cầu: đồng chí Lê An, Bí thư Tỉnh ủy; đồng chí Lê An, Chánh Văn phòng.');
  });

  test('[PAP30] recorder and announcer attend to their work, and are not among those who attend', () => {
    const lines = under(minutesOf(given(LIVE, LEADERS).state), '### Điểm cầu Trung ương').join('\n');
    expect(lines).toContain('Trương Thị Mai');
    expect(lines).not.toContain(BINH.fullName);
  });
});

describe('how many bridges', () => {
  test('[PAP31] ten bridges beside the central one are listed in the body, eleven in an appendix', () => {
    const ten = minutesOf(given(country(10)).state);
    expect(bodyOf(ten)[1]).toContain('và 10 điểm cầu: Điểm cầu số 0; Điểm cầu số 1');
    const eleven = minutesOf(given(country(11)).state);
    expect(bodyOf(eleven)[1]).toBe('Địa điểm: Điểm cầu Trung ương; và 11 điểm cầu (danh sách tại Phụ lục I).');
    expect(bodyOf(eleven).join('\n')).not.toContain('Điểm cầu số');
    expect(eleven.appendices[0]?.title).toBe('PHỤ LỤC I. Thành phần dự theo điểm cầu');
    expect(linesOf(eleven.appendices[0]?.blocks ?? [])).toHaveLength(12 + 1);
  });

  test('[PAP32] a conference in one hall has no list of bridges and no table of them', () => {
    const alone = given(created, { ...halls, bridges: [CENTRAL_FACTS] }, opened, head()).state;
    const paper = minutesOf(alone, { leading: [listed('Lê An', { bridgeId: central })] });
    expect(bodyOf(paper)[1]).toBe('Địa điểm: Điểm cầu Trung ương, Trụ sở Trung ương Đảng, Hà Nội.');
    expect(bodyOf(paper).join('\n')).not.toContain('### ');
    expect(paper.appendices).toEqual([]);
  });

  test('[PAP33] a bridge that will not join and a bridge that has not reported are told so in the table', () => {
    const excused: EventOf<'bridgeExcused'> = {
      type: 'bridgeExcused',
      at: created.at,
      bridgeId: quangBinh,
      above: [],
      reason: 'bão',
    };
    const paper = minutesOf(given(LIVE, excused, reported(anGiang, counts(4, 4))).state);
    const { appendices } = paper;
    expect(bodyOf(paper)).toContain('Chưa báo cáo quân số: 02 điểm cầu.');
    expect(under(paper, '### Điểm cầu tỉnh Quảng Bình')).toContain('- Không dự: bão.');
    const rows = linesOf(appendices[0]?.blocks ?? []);
    expect(rows[1]).toMatch(/Điểm cầu tỉnh An Giang .* \| 4 \| 4 \| 0 \| $/u);
    expect(rows[2]).toMatch(/\|  \|  \|  \| Bão$/u);
    expect(rows[3]).toMatch(/chưa báo cáo quân số$/u);
    expect(rows.at(-1)).toContain('1/4 điểm cầu đã báo cáo');
  });

  test('[PAP34] of more than 4,000 bridges a branch is one line, with the figures of all that stand in it', () => {
    const below = { bridgeId: bridgeId('b-7'), above: [bridgeId('b-0')] };
    const { state } = given(country(3, 4_000), { ...reported(central, counts(9, 8)), ...below });
    const rows = linesOf(minutesOf(state).appendices[0]?.blocks ?? []);
    expect(rows).toHaveLength(4 + 1);
    expect(rows[1]).toMatch(/^2 \| Điểm cầu số 0 .* \| 9 \| 8 \| 1 \| .*gồm 4\.001 điểm cầu$/u);
  });

  test('[PAP34] 40 bridges and 2,085 below them are a number in the body, and every paper is written in a second', () => {
    const { state } = given(country(40, 2_085));
    let paper = minutesOf(state);
    const took = cpuMsOf(() => {
      paper = minutesOf(state);
    });
    expect(bodyOf(paper)[1]).toContain('và 40 điểm cầu, 2.085 điểm cầu nhánh (danh sách tại Phụ lục I)');
    expect(bodyOf(paper).length).toBeLessThan(60);
    expect(bodyOf(paper).join('\n')).not.toContain('Điểm cầu số');
    expect(took).toBeLessThan(1_000);
    for (const kind of ['news', 'rollSheets', 'afterAction'] as const) {
      let lines = 0;
      const writing = cpuMsOf(() => {
        lines = wholeOf(written(kind, state)).length;
      });
      expect(lines).toBeGreaterThan(10);
      expect(writing).toBeLessThan(1_000);
    }
  });
});
