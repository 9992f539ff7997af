import { parse } from 'csv-parse/sync';
import { unzip } from './unzip.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#13;': '\r',
};

/** The rows of the first sheet, each by the letters of its columns. */
export function xlsxRows(file: Buffer): readonly ReadonlyMap<string, string>[] {
  const sheet = unzip(file).get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gsu)].map(([, row = '']) => {
    const cells = new Map<string, string>();
    for (const [, column = '', content = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gsu)) {
      const text = /<t[^>]*>(.*?)<\/t>/su.exec(content)?.[1] ?? /<v>(.*?)<\/v>/su.exec(content)?.[1] ?? '';
      cells.set(
        column,
        text.replaceAll(/&[#a-z0-9]+;/g, (entity) => ENTITIES[entity] ?? entity),
      );
    }
    return cells;
  });
}

/** The rows below the head, each by the names of the columns. */
export function csvRows(file: Buffer): readonly Readonly<Record<string, string>>[] {
  return parse<Record<string, string>>(file, { bom: true, columns: true });
}

/** The same of a sheet whose head is its second row. */
export function namedRows(file: Buffer): readonly Readonly<Record<string, string>>[] {
  const [, head, ...rows] = xlsxRows(file);
  return rows.map((row) =>
    Object.fromEntries([...(head ?? [])].map(([column, name]) => [name, row.get(column) ?? ''])),
  );
}
