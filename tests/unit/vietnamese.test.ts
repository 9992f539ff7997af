import { describe, expect, test } from 'vitest';
import { compareNames, foldForSearch, matchesSearch } from '../../shared/base/vietnamese.ts';
import { bridgeInputSchema } from '../../shared/domain/bridges/commands.ts';
import { contactInputSchema, personInputSchema } from '../../shared/domain/person.ts';
import { line, lines } from '../../shared/domain/text.ts';
import { PARTY_COMMITTEES } from '../../shared/lists/party-committees.ts';
import { PROVINCES_34 } from '../../shared/lists/provinces-34.ts';
import { PROVINCES_63 } from '../../shared/lists/provinces-63.ts';
import { bridgeInput } from '../support/builders.ts';

const sorted = (names: string): string => names.split(', ').toReversed().toSorted(compareNames).join(', ');

describe('the order of names', () => {
  test('[TXT1] letters stand in the Vietnamese alphabet, tones ngang huyền hỏi ngã sắc nặng', () => {
    const names = 'An, Anh, Ánh, Ân, Ẩn, Ấn, Dung, Dũng, Dương, Dượng, Đức, Hoa, Hóa, Thủy, Thúy, Uyên, Ưu';
    expect(sorted(names)).toBe(names);
    const tones = 'ma, mà, mả, mã, má, mạ';
    expect(sorted(tones)).toBe(tones);
  });

  test.each([
    ['Hoà', 'Hòa'],
    ['Hóa', 'Hoá'],
    ['Thuỷ', 'Thủy'],
    ['Thuý', 'Thúy'],
  ])('[TXT2] the two ways to write a tone are one name: %s and %s', (a, b) => {
    expect(compareNames(a, b)).toBe(0);
    expect(compareNames(`${a} An`, `${b} An`)).toBe(0);
  });

  test('[TXT3] composed and decomposed letters are one name', () => {
    expect(compareNames('Đặng'.normalize('NFC'), 'Đặng'.normalize('NFD'))).toBe(0);
  });

  test('[TXT4] people are ordered by given name, then family name, then what stands between', () => {
    const names = 'Trần Văn An, Nguyễn Thị Bình, Nguyễn Văn Bình, Trần Anh Bình, Lê Thị Hoa';
    expect(sorted(names)).toBe(names);
  });

  test('[TXT5] names of one word, and names of other peoples, have a place too', () => {
    expect(sorted('Y Anh, H’Hen Niê, Niê')).toBe('Y Anh, Niê, H’Hen Niê');
    expect(compareNames('An', 'An')).toBe(0);
    expect(compareNames('', 'An')).toBeLessThan(0);
  });
});

describe('search', () => {
  test.each([
    ['Đặng Thị Ngọc Ánh', 'dang thi ngoc anh'],
    ['ĐẮK  LẮK', 'dak lak'],
    ['  Thành ủy\tHà Nội ', 'thanh uy ha noi'],
    ['Thừa Thiên Huế'.normalize('NFD'), 'thua thien hue'],
    ['Điểm cầu tỉnh Ðồng Nai', 'diem cau tinh dong nai'],
  ])('[TXT6] %s is found as %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  test('[TXT7] words are found by their beginnings, in any order, with accents or without', () => {
    for (const typed of ['giang an', 'An Gi', 'gian', 'cau tinh', 'ĐIEM', '']) {
      expect(matchesSearch('Điểm cầu tỉnh An Giang', typed), typed).toBe(true);
    }
    for (const typed of ['iang', 'an giang x', 'bac giang']) {
      expect(matchesSearch('Điểm cầu tỉnh An Giang', typed), typed).toBe(false);
    }
  });
});

describe('text as people type it', () => {
  test('[TXT8] text is kept composed and trimmed', () => {
    expect(line(20).parse(`  ${'Đặng'.normalize('NFD')} `)).toBe('Đặng'.normalize('NFC'));
    expect(lines(20).parse(' một\nhai ')).toBe('một\nhai');
  });

  test.each([
    ['nothing but spaces', '   '],
    ['a line break', 'một\nhai'],
    ['a control character', 'một\u0000'],
    ['a mark that turns the direction', 'An \u202eGiang'],
    ['an isolate', 'An \u2066Giang'],
    ['more than there is room for', 'x'.repeat(21)],
  ])('[TXT9] a line refuses %s', (_, text) => {
    expect(line(20).safeParse('An Giang').success).toBe(true);
    expect(line(20).safeParse(text).success).toBe(false);
  });

  test('[TXT10] a note may have lines, and nothing else that is not seen', () => {
    expect(lines(20).safeParse('một\nhai').success).toBe(true);
    expect(lines(20).safeParse('một\u202ehai').success).toBe(false);
  });
});

describe('people as they are typed', () => {
  test('[TXT11] a person has a name, a title or both', () => {
    const person = (fullName: string | null, ...positions: readonly string[]) => ({ fullName, positions });
    for (const somebody of [person('Lê Thị Hoa'), person(null, 'Bí thư'), person('Lê Thị Hoa', 'Bí thư')]) {
      expect(personInputSchema.safeParse(somebody).success).toBe(true);
      expect(contactInputSchema.safeParse({ ...somebody, phone: null }).success).toBe(true);
    }
    expect(personInputSchema.safeParse(person(null)).success).toBe(false);
    expect(contactInputSchema.safeParse({ ...person(null), phone: '0900 000 001' }).success).toBe(false);
  });
});

describe('the built-in lists', () => {
  test.each([
    ['provinces and cities', PROVINCES_34, 34],
    ['former provinces and cities', PROVINCES_63, 63],
    ['Party organisations directly under the Central Committee', PARTY_COMMITTEES, 40],
  ] as const)('[BRG18] %s: each once, and each can be a bridge as it stands', (_, list, count) => {
    expect(list).toHaveLength(count);
    expect(new Set(list.map(({ name }) => name)).size).toBe(count);
    expect(new Set(list.map(({ shortName }) => foldForSearch(shortName))).size).toBe(count);
    for (const listed of list) {
      const input = bridgeInput(listed.shortName, listed);
      expect(bridgeInputSchema.parse(input)).toEqual(input);
    }
  });
});
