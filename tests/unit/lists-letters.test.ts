import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanCell } from '../../server/lists/clean-cell.ts';
import { wordingOf, wordingOfBytes } from '../../server/lists/legacy-letters.ts';
import { isSyllable } from '../../server/lists/vietnamese-syllable.ts';
import { line } from '../../shared/domain/text.ts';

/** The tables of the old fonts, written down here once more: letter by letter, the other way. */
const TCVN3: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['aàảãáạ', 'aµ¶·¸¹'],
    ['ăằẳẵắặ', '¨»¼½¾Æ'],
    ['âầẩẫấậ', '©ÇÈÉÊË'],
    ['eèẻẽéẹ', 'eÌÎÏÐÑ'],
    ['êềểễếệ', 'ªÒÓÔÕÖ'],
    ['iìỉĩíị', 'i×ØÜÝÞ'],
    ['oòỏõóọ', 'oßáâãä'],
    ['ôồổỗốộ', '«åæçèé'],
    ['ơờởỡớợ', '¬êëìíî'],
    ['uùủũúụ', 'uïñòóô'],
    ['ưừửữứự', '\u00adõö÷øù'],
    ['yỳỷỹýỵ', 'yúûüýþ'],
    ['đĂÂĐÊÔƠƯ', '®¡¢§£¤¥¦'],
  ].flatMap(([meant = '', shown = '']) => Array.from(meant, (letter, at) => [letter, shown[at] ?? ''] as const)),
);
/** Capitals with a tone are small letters in a font of capitals. */
const inTcvn3 = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => TCVN3[letter] ?? TCVN3[letter.toLowerCase()] ?? letter).join('');

const VNI_TONES: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const VNI_BREVE: Readonly<Record<string, string>> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};
const VNI_HAT: Readonly<Record<string, string>> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const VNI_I: Readonly<Record<string, string>> = {
  '\u0301': 'í',
  '\u0300': 'ì',
  '\u0309': 'æ',
  '\u0303': 'ó',
  '\u0323': 'ò',
};

function letterInVni(letter: string): string {
  const small = letter.toLowerCase();
  const [base = '', ...marks] = Array.from(small.normalize('NFD'));
  const tone = marks.find((mark) => mark in VNI_TONES) ?? '';
  const shape = marks.find((mark) => !(mark in VNI_TONES));
  if (small === 'đ') return letter === small ? 'ñ' : 'Ñ';
  if (marks.length === 0) return letter;
  const vowel = shape === '\u031B' ? (base === 'o' ? 'ô' : 'ö') : base;
  const marked = shape === '\u0306' ? VNI_BREVE[tone] : shape === '\u0302' ? VNI_HAT[tone] : (VNI_TONES[tone] ?? '');
  const written = base === 'i' ? VNI_I[tone] : small === 'ỵ' ? 'î' : `${vowel}${marked ?? ''}`;
  return letter === small ? (written ?? '') : (written ?? '').toUpperCase();
}
const inVni = (text: string): string => Array.from(text.normalize('NFC'), letterInVni).join('');

const CORPUS = [
  'Nguyễn Văn Đức',
  'Trần Thị Bích Ngọc',
  'Phạm Hữu Phước',
  'Hoàng Quốc Khánh',
  'Huỳnh Thị Mỹ Lệ',
  'Đặng Đình Quý',
  'Võ Thành Được',
  'Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy',
  'Phó Bí thư Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân',
  'Nguyên Ủy viên Bộ Chính trị, nguyên Thường trực Ban Bí thư',
  'Bí thư Đảng ủy xã Vĩnh Thạnh Trung',
  'Giám đốc Sở Nông nghiệp và Môi trường',
  'Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương',
  'Điểm cầu Thành phố Hồ Chí Minh',
  'Điểm cầu tỉnh Đắk Lắk',
  'Bà Rịa - Vũng Tàu',
  'Hội trường tầng 2, Trụ sở Tỉnh ủy Quảng Trị',
];

test.each(CORPUS)(
  '[IMP40] "%s" is Vietnamese as it is, small, in capitals, decomposed, and old by the old tables',
  (text) => {
    for (const one of [text, text.toLocaleUpperCase('vi'), text.toLocaleLowerCase('vi'), text.normalize('NFD')]) {
      expect(wordingOf(one)).toBe('vietnamese');
    }
    expect(wordingOf(inTcvn3(text))).toBe('tcvn3');
    expect(wordingOf(inVni(text))).toBe('vni');
    expect(wordingOf(inVni(text.toLocaleUpperCase('vi')))).toBe('vni');
  },
);

test.each([
  'François Müller',
  'Noël',
  'Loïc Dupont',
  'Gaëlle Lefèvre',
  'Jürgen Köhler',
  'Malmö',
  'São Paulo',
  'Công ty Vinamilk®',
  '® 2026',
  '© Ban Tổ chức',
  '5 µm',
  'µm',
  '12 m²',
  '37,5 °C',
  "H'Hen Niê",
  'Y Blôk Êban',
  'Ksor Phước',
  'Hà Bá Thìn',
  'BÙI HOÀ',
  'BùI HOà',
  'NGUYễN VăN AN',
  'Bà Lê Vân',
  'Thái Lan – Áo',
  'UBND, HĐND, TW',
  'DB-0001/2026',
  '',
])('[IMP41] "%s" is not taken for old letters', (text) => {
  expect(['plain', 'vietnamese']).toContain(wordingOf(text));
});

test('[IMP42] UTF-8 that was taken for Windows Latin on the way, and lost letters, are said to be mangled', () => {
  expect(wordingOf('Nguyá»…n VÄƒn Äá»©c')).toBe('mangled');
  expect(wordingOf('Nguy\uFFFDn')).toBe('mangled');
});

const WORDS_1258: Readonly<Record<string, string>> = {
  ễ: 'ê\u00de',
  ị: 'i\u00f2',
  ứ: '\u00fd\u00ec',
  Đ: '\u00d0',
  ă: '\u00e3',
  ư: '\u00fd',
  ờ: '\u00f5\u00cc',
  ộ: '\u00f4\u00f2',
};

test('[IMP43] bytes that are not UTF-8 are judged together: TCVN3, VNI, or none of them', () => {
  const text = CORPUS.join('\n');
  expect(wordingOfBytes(Buffer.from(inTcvn3(text), 'latin1'))).toBe('encoding-tcvn3');
  expect(wordingOfBytes(Buffer.from(inVni(text), 'latin1'))).toBe('encoding-vni');
  const in1258 = Array.from(text, (letter) => WORDS_1258[letter] ?? letter).join('');
  expect(wordingOfBytes(Buffer.from(in1258, 'latin1'))).toBe('encoding-unknown');
  expect(wordingOfBytes(Buffer.from('François Müller, Noël', 'latin1'))).toBe('encoding-unknown');
});

test('[IMP44] syllables', () => {
  for (const word of ['nghiêng', 'Nguyễn', 'ĐƯỜNG', 'quý', 'hoà', 'hòa', 'giếng', 'yên', 'khuỷu', 'An', 'Ý']) {
    expect([word, isSyllable(word)]).toEqual([word, true]);
  }
  for (const word of ['Müller', 'Leâ', 'NguyÔn', 'tÂm', 'ngượć̣', 'strong', 'ă', '']) {
    expect([word, isSyllable(word)]).toEqual([word, false]);
  }
});

test.each([
  ['  Nguyễn   Văn \u00a0An ', 'Nguyễn Văn An'],
  ['Đặng'.normalize('NFD'), 'Đặng'],
  ['Ðặng', 'Đặng'],
  ['An\u200b\u202e\ufeff', 'An'],
  ["H'Hen Niê", "H'Hen Niê"],
  ['TS. Lê An, TP.', 'TS. Lê An, TP.'],
  ['hai\r\ndòng\tchữ', 'hai dòng chữ'],
  ["'=1+1", '=1+1'],
  ["'An'", "'An'"],
  ['\u0000\u0007', ''],
])('[IMP45] the cell %j reads %j', (raw, text) => {
  expect(cleanCell(raw)).toBe(text);
});

test('[IMP45] whatever a cell holds, what is read of it is one line as the domain takes it, or nothing', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\u00a0',
        '\u0301',
        'Đ',
        'Ð',
        "'",
        '=',
        '\u200e',
        '\n',
        '\u2066',
        '\u1680',
        '\ud800',
        '\ufeff',
        'ộ',
      ),
    }),
  );
  fc.assert(
    fc.property(cells, (cell) => {
      const text = cleanCell(cell);
      const fit = line(1_000_000).safeParse(text);
      expect(text === '' ? text : fit.data).toBe(text);
      expect(cleanCell(text)).toBe(text.startsWith("'") ? cleanCell(text) : text);
    }),
    { numRuns: 3_000 },
  );
});
