import { expect, test } from 'vitest';
import { faultOf, heard, inOwnFolder } from './lists-reading.ts';
import { inlineRows, xlsxParts, type ZipPart, zipOf } from './lists-zip.ts';

inOwnFolder();

const ROWS = [
  ['Họ và tên', 'Đơn vị', 'Điểm cầu'],
  ['Nguyễn Văn An', 'Sở Nội vụ', 'An Giang'],
];
const GOOD = inlineRows(ROWS);
const CSV = ROWS.map((cells) => cells.join(',')).join('\n');
const xlsx = (rows: string, more: { readonly strings?: string; readonly others?: readonly ZipPart[] } = {}): Buffer =>
  zipOf(xlsxParts({ sheets: [{ name: 'S', rows }], ...more }));

/** As a person waits for it. */
async function within(seconds: number, content: Buffer | string, name: string): Promise<string> {
  const from = performance.now();
  const fault = faultOf(await heard(content, name));
  expect(performance.now() - from).toBeLessThan(seconds * 1_000);
  return fault;
}

test('[IMP10] the same file without its trick is read', async () => {
  expect(faultOf(await heard(xlsx(GOOD), 'ds.xlsx'))).toBe('done');
  expect(faultOf(await heard(CSV, 'ds.csv'))).toBe('done');
});

test('[IMP11] a part that unpacks to a hundred times its size is a bomb, one that does not is none', async () => {
  const blanks = `<row r="3">${'<c/>'.repeat(8_000_000)}</row>`;
  expect(await within(5, xlsx(`${GOOD}${blanks}`), 'ds.xlsx')).toBe('zip-bomb');
  // What its directory says of itself is not believed.
  const [lying, ...rest] = xlsxParts({ sheets: [{ name: 'S', rows: `${GOOD}${blanks}` }] }).toReversed();
  const claims = zipOf([...rest, ...(lying === undefined ? [] : [{ ...lying, claimedSize: 1_000 }])]);
  expect(['zip-bomb', 'file-damaged']).toContain(await within(5, claims, 'ds.xlsx'));
  const some = `<row r="3">${'<c/>'.repeat(250_000)}</row>`;
  expect(await within(5, xlsx(`${GOOD}${some}`), 'ds.xlsx')).toBe('done');
});

test('[IMP11] more than 2,000 parts are a bomb; 1,900 that nobody reads are none', async () => {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `xl/media/${at}.png`, content: 'x' }));
  expect(await within(5, xlsx(GOOD, { others: parts(2_001) }), 'ds.xlsx')).toBe('zip-bomb');
  expect(await within(5, xlsx(GOOD, { others: parts(1_900) }), 'ds.xlsx')).toBe('done');
});

test('[IMP11] more than 200 MB are a bomb though no part of it is packed suspiciously well', async () => {
  const filler = '<c/>'.repeat(350);
  const noise = (at: number): string => [97, 89, 83].map((by) => Math.imul(at + by, 2_654_435_761 ^ by)).join('');
  const blocks = (count: number): string =>
    Array.from({ length: count }, (_, at) => `${filler}<c n="${noise(at)}"/>`).join('');
  const row = (content: string): Buffer => xlsx(`${GOOD}<row r="3">${content}</row>`);
  expect(await within(10, row(blocks(150_000)), 'ds.xlsx')).toBe('zip-bomb');
  expect(await within(10, row(blocks(4_000)), 'ds.xlsx')).toBe('done');
});

test('[IMP12] 10,000 columns are refused, 200 are read, and blank ones are not counted', async () => {
  const wide = (columns: number, filler: string) => [
    [...(ROWS[0] ?? []), ...Array.from({ length: columns - 3 }, () => filler)],
    ROWS[1] ?? [],
  ];
  const csv = (columns: number, filler = 'x') =>
    wide(columns, filler)
      .map((cells) => cells.join(','))
      .join('\n');
  expect(await within(5, csv(10_000), 'ds.csv')).toBe('too-many-columns');
  expect(await within(5, csv(200), 'ds.csv')).toBe('done');
  expect(await within(5, csv(10_000, ''), 'ds.csv')).toBe('done');
  expect(await within(5, xlsx(inlineRows(wide(10_000, 'x'))), 'ds.xlsx')).toBe('too-many-columns');
  expect(await within(5, xlsx(inlineRows(wide(200, 'x'))), 'ds.xlsx')).toBe('done');
  expect(await within(5, `${CSV}\n${'x,'.repeat(3_000_000)}`, 'ds.csv')).toBe('too-many-columns');
});

test('[IMP13] a cell of 50 MB is refused wherever it stands; one of 10,000 letters is read', async () => {
  const noise = Buffer.alloc(50 * 1024 * 1024);
  for (let at = 0; at < noise.length; at++) noise[at] = 97 + ((at * 7_919 + (at >> 7) * 31) % 26);
  const huge = noise.toString('latin1');
  const cell = (text: string): string => `<row r="3"><c r="A3" t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const shared = (text: string): string => `<si><t>${text}</t></si>`;
  expect(await within(8, `${CSV}\n${huge}`, 'ds.csv')).toBe('cell-too-long');
  expect(await within(8, huge, 'ds.csv')).toBe('cell-too-long');
  expect(await within(8, `${CSV}\n"${huge}`, 'ds.csv')).toBe('cell-too-long');
  expect(['cell-too-long', 'zip-bomb']).toContain(await within(8, xlsx(GOOD + cell(huge)), 'ds.xlsx'));
  expect(['cell-too-long', 'zip-bomb']).toContain(await within(8, xlsx(GOOD, { strings: shared(huge) }), 'ds.xlsx'));
  const attribute = `<row r="3" spans="${huge}"></row>`;
  expect(['cell-too-long', 'zip-bomb']).toContain(await within(8, xlsx(GOOD + attribute), 'ds.xlsx'));
  const most = huge.slice(0, 10_000);
  expect(await within(8, xlsx(GOOD, { strings: shared(most) }), 'ds.xlsx')).toBe('done');
  expect(await within(8, xlsx(GOOD, { strings: shared(`${most}x`) }), 'ds.xlsx')).toBe('cell-too-long');
  expect(await within(8, `${CSV},${most}`, 'ds.csv')).toBe('done');
  expect(await within(8, `${CSV},${most}x`, 'ds.csv')).toBe('cell-too-long');
  expect(await within(8, xlsx(GOOD + cell(`${most}x`)), 'ds.xlsx')).toBe('cell-too-long');
});

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
const ENCRYPTED = Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)]);

test.each([
  ['ds.xlsx', 'CSV', CSV, 'file-type-mismatch'],
  ['ds.csv', 'a workbook', xlsx(GOOD), 'file-type-mismatch'],
  ['ds.csv', 'PDF', '%PDF-1.7\n', 'file-type-mismatch'],
  ['ds.csv', 'old Excel', OLE, 'file-type-mismatch'],
  ['ds.csv', 'a web page', `\uFEFF<html><table>${CSV}</table>`, 'file-type-mismatch'],
  ['ds.csv', 'bytes of zero', Buffer.concat([Buffer.from(CSV), Buffer.alloc(8)]), 'file-type-mismatch'],
  ['ds.xlsx', 'old Excel', OLE, 'old-excel'],
  ['ds.xls', 'old Excel', OLE, 'old-excel'],
  ['ds.xls', 'a web page', `<html>${CSV}</html>`, 'file-type-mismatch'],
  ['ds.xlsx', 'a workbook with a password', ENCRYPTED, 'encrypted-excel'],
  ['ds.xlsx', 'a text document', zipOf([{ name: 'word/document.xml', content: '<w/>' }]), 'file-type-mismatch'],
  ['ds.xlsx', 'locked parts', zipOf([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]), 'encrypted-excel'],
  ['ds.exe', 'anything', CSV, 'file-not-a-table'],
  ['ds', 'anything', CSV, 'file-not-a-table'],
  ['ds.csv', 'nothing', '', 'file-empty'],
  ['ds.csv', 'a mark alone', '\uFEFF', 'file-empty'],
  ['ds.csv', 'the head alone', ROWS[0]?.join(',') ?? '', 'file-empty'],
  ['ds.csv', 'no head', 'một,hai\nba,bốn', 'no-header'],
  ['ds.csv', 'a head without a name', 'Đơn vị,Điểm cầu\nA,An Giang', 'no-header'],
  ['ds.csv', 'no bridge', 'Họ và tên,Đơn vị\nAn,A', 'column-missing'],
])('[IMP14] %s with %s in it', async (name, _, content, fault) => {
  expect(await within(2, content, name)).toBe(fault);
});

test('[IMP15] XML with types of its own is refused before anything grows', async () => {
  const [types, book, relations, sheet] = xlsxParts({ sheets: [{ name: 'S', rows: GOOD }] });
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const parts = [types, book, relations, sheet].flatMap((part) => (part === undefined ? [] : [part]));
  const doctype = parts.map((part) =>
    part === sheet ? { ...part, content: String(part.content).replace('?>', `?>${entities}`) } : part,
  );
  expect(await within(2, zipOf(doctype), 'ds.xlsx')).toBe('file-damaged');
  expect(await within(2, zipOf(parts), 'ds.xlsx')).toBe('done');
  expect(await within(2, xlsx(GOOD.replace('Sở Nội vụ', '&b;')), 'ds.xlsx')).toBe('file-damaged');
});

test('[IMP16] an archive that is cut, or damaged anywhere, is refused; none is half read', async () => {
  const whole = xlsx(GOOD);
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    expect(['file-damaged', 'file-type-mismatch']).toContain(await within(2, cut, 'ds.xlsx'));
  }
  let refused = 0;
  for (let at = 30; at < whole.length; at += 7) {
    const bent = Buffer.from(whole);
    bent[at] = (bent[at] ?? 0) ^ 0x55;
    const { outcome, rows } = await heard(bent, 'ds.xlsx');
    if (outcome.kind === 'fault') refused += 1;
    expect(rows.length).toBe(outcome.kind === 'fault' ? 0 : 1);
  }
  expect(refused).toBeGreaterThan(20);
});

test('[IMP17] names of parts that lead elsewhere lead nowhere', async () => {
  for (const name of ['../../etc/x', '/etc/passwd', 'C:\\x', 'xl/../../x', 'con', 'xl/\u0000']) {
    expect(['done', 'file-damaged']).toContain(
      await within(2, xlsx(GOOD, { others: [{ name, content: 'x' }] }), 'ds.xlsx'),
    );
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const named = ROWS.map((cells) => [...cells, '__proto__']);
  expect(await within(2, named.map((cells) => cells.join(',')).join('\n'), 'ds.csv')).toBe('done');
});

test('[IMP101] one part that many sheets name is not read once for each of them', async () => {
  const named = (sheets: readonly string[]): Buffer =>
    zipOf(
      xlsxParts({ sheets: sheets.map((name) => ({ name, rows: GOOD })) }).map((part) =>
        part.name === 'xl/_rels/workbook.xml.rels'
          ? { ...part, content: String(part.content).replaceAll(/sheet\d+\.xml/gu, 'sheet1.xml') }
          : part,
      ),
    );
  expect(await within(5, named(['Một']), 'ds.xlsx')).toBe('done');
  expect(await within(5, named(['Một', 'Hai']), 'ds.xlsx')).toBe('file-damaged');
});
