import { zipFolder } from '../zip/zip-folder.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** A ZIP of texts that are written while it is sent. */
export const zipStream = (entries: readonly ZipEntry[]): AsyncGenerator<Buffer> =>
  zipFolder(entries.map(({ name, content }) => ({ path: name, content: bytesOf(content), large: false })));

async function* bytesOf(texts: ZipEntry['content']): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text, 'utf8');
}
