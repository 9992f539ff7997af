/** Letters of the old one-byte fonts as Windows shows them without the font, and the letters that they stand for. */
const TCVN3_SHOWN = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦';
const TCVN3_MEANT = 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ';

/** In VNI a vowel is followed by a letter that carries its mark and tone. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
const VNI_ALONE: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** Some programs took the sign for one millionth for the Greek letter. */
const tcvn3 = new Map([...Array.from(TCVN3_SHOWN, (shown, at) => [shown, TCVN3_MEANT[at] ?? ''] as const), ['μ', 'à']]);

/** What the word means if its font was .VnTime. In .VnTimeH every letter is shown as a capital and stored as none. */
export const readAsTcvn3 = (word: string): string => Array.from(word, (shown) => tcvn3.get(shown) ?? shown).join('');

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
const alike = (letter: string, base: string): string => (isCapital(letter) ? base.toUpperCase() : base);

/** What the word means if its font was VNI-Times; null: a mark stands where no vowel is. */
export function readAsVni(word: string): string | null {
  let read = '';
  for (const letter of word) {
    const mark = VNI_MARKS[letter.toLowerCase()];
    const vowel = read.at(-1) ?? '';
    if (mark !== undefined && /[aeouyơư]/iu.test(vowel) && isCapital(letter) === isCapital(vowel)) read += mark;
    else if (mark !== undefined) return null;
    else read += alike(letter, VNI_ALONE[letter.toLowerCase()] ?? letter.toLowerCase());
  }
  return read.normalize('NFC');
}
