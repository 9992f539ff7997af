import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { foldForSearch } from '../../shared/base/vietnamese.ts';
import {
  type ImportList,
  type ImportPreview,
  importListSchema,
  type Mapping,
} from '../../shared/protocol/list-import.ts';

const storedSchema = z.array(
  z.object({
    list: importListSchema,
    /** The heads of the file in one form, sorted: by them a file of the same office is known again. */
    heads: z.string(),
    fields: z.record(z.string(), z.string().nullable()),
  }),
);
type Stored = z.infer<typeof storedSchema>;

/** Files whose columns were named by hand; those not seen for longest are forgotten. */
const MAX_KEPT = 200;

type Sheets = ImportPreview['sheets'];

const columnsOf = (sheets: Sheets) => sheets.flatMap(({ columns }) => columns).filter(({ called }) => called !== '');
const headsOf = (sheets: Sheets): string =>
  [...new Set(columnsOf(sheets).map(({ called }) => foldForSearch(called)))].toSorted().join('\n');

/** What columns were said to mean by hand: proposed again for a file with the same heads. */
export class ImportMappings {
  readonly #path: string;
  #stored: Promise<Stored> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** null: nothing was said of such a file, or it was read just so. */
  async proposed(list: ImportList, sheets: Sheets): Promise<Mapping | null> {
    const heads = headsOf(sheets);
    const fields = (await this.#load()).find((one) => one.list === list && one.heads === heads)?.fields;
    if (fields === undefined || heads === '') return null;
    const said = columnsOf(sheets).filter(({ called }) => Object.hasOwn(fields, foldForSearch(called)));
    const columns = Object.fromEntries(said.map(({ called }) => [called, fields[foldForSearch(called)] ?? null]));
    return said.some(({ called, field }) => field !== columns[called]) ? { columns } : null;
  }

  async remember(list: ImportList, sheets: Sheets, { columns }: Mapping): Promise<void> {
    const heads = headsOf(sheets);
    const fields = Object.fromEntries(Object.entries(columns).map(([called, field]) => [foldForSearch(called), field]));
    const others = (await this.#load()).filter((one) => one.list !== list || one.heads !== heads);
    const next = [...others, { list, heads, fields }].slice(-MAX_KEPT);
    this.#stored = Promise.resolve(next);
    await this.#save(next);
  }

  /** A convenience and no record: what cannot be read is begun anew. */
  #load(): Promise<Stored> {
    this.#stored ??= readFile(this.#path, 'utf8')
      .then((text) => storedSchema.parse(JSON.parse(text)))
      .catch(() => []);
    return this.#stored;
  }

  /** One after another, each whole or not at all. */
  async #save(stored: Stored): Promise<void> {
    const write = async (): Promise<void> => {
      await writeFile(`${this.#path}.new`, JSON.stringify(stored), { mode: 0o600 });
      await rename(`${this.#path}.new`, this.#path);
    };
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }
}
