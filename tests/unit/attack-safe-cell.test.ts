import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { safeCell } from '../../server/papers/safe-cell.ts';
import { unzip } from '../support/unzip.ts';

/** What stands in the cell of the real file: who writes it leaves out more than we once did. */
async function written(typed: string): Promise<string> {
  const file = await writeExcelFile([[{ type: String, value: safeCell(typed) }]], { sheet: 'A' }).toBuffer();
  return /<t[^>]*>(.*?)<\/t>/su.exec(unzip(file).get('xl/sharedStrings.xml') ?? '')?.[1] ?? '';
}

test.each(['\ud800=1+1', '\ufdd0=1+1', '\ufffd=1+1', 'x\udc00=1+1', '\u{1fffe}=1+1'])(
  '%j: a sign that no sheet keeps does not hide the formula behind it',
  async (typed) => {
    expect(await written(typed)).not.toMatch(/^=/);
    expect(await written(typed)).toMatch(/1\+1$/);
  },
);

test('a character that is named in the way of sheets stays the name that was typed', async () => {
  expect(await written('_x003D_1+1')).toBe('_x005F_x003D_1+1');
  expect(await written('a_x_b_x12_')).toBe('a_x_b_x12_');
});

test('a cell holds no more than a sheet can, or the whole file is called broken', async () => {
  expect(await written('a'.repeat(40_000))).toHaveLength(32_766);
  expect(await written('a'.repeat(300))).toHaveLength(300);
});
