import { createDeflate, deflateSync } from 'node:zlib';

/** Objects of a PDF, the catalogue first; their table and tail are written around them. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, object] of objects.entries()) {
    places.push(at);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = at;
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`));
  add(Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`));
  return Buffer.concat(parts);
}

export const streamOf = (content: Buffer | string, dictionary = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<</Length ${Buffer.from(content).length}${dictionary}>>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ]);

const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const kids = (ids: readonly number[]): string =>
  `<</Type/Pages/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]/Count ${ids.length}>>`;

/** So many slides of 16 by 9; of page n the left n tenths are black. */
export function slidesPdf(pages: number, trailer = ''): Buffer {
  const ids = Array.from({ length: pages }, (_, index) => 3 + 2 * index);
  const bodies = ids.flatMap((id, index) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 1280 720]/Contents ${id + 1} 0 R>>`,
    streamOf(`0 0 ${128 * ((index % 10) + 1)} 720 re f`),
  ]);
  return pdfOf([CATALOGUE, kids(ids), ...bodies], trailer);
}

/** Nobody gave the word that opens it. */
export function protectedPdf(): Buffer {
  const hex = 'ab'.repeat(32);
  const encrypt = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1/O<${hex}>/U<${hex}>>>/ID[<${hex}><${hex}>]`;
  return slidesPdf(1, encrypt);
}

/** A form that draws ten of the next, twelve times over: a million million rectangles in three kilobytes. */
export function endlessPdf(): Buffer {
  const depth = 12;
  const form = (index: number): Buffer => {
    const next = index < depth - 1 ? `/Resources<</XObject<</F ${6 + index} 0 R>>>>` : '';
    const content = index < depth - 1 ? '/F Do '.repeat(10) : '0 0 10 10 re f';
    return streamOf(content, `/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]${next}`);
  };
  return onePage(
    '/F Do',
    Array.from({ length: depth }, (_, index) => form(index)),
  );
}

/** Two megabytes that unpack to a gigabyte of strokes. */
export async function bombPdf(): Promise<Buffer> {
  const strokes = Buffer.from('0 0 m 100 100 l S\n'.repeat(60_000));
  const packer = createDeflate({ level: 1 });
  const packed: Buffer[] = [];
  packer.on('data', (part: Buffer) => packed.push(part));
  const done = new Promise((resolve) => packer.once('end', resolve));
  for (let at = 0; at < 1_000; at++) {
    if (!packer.write(strokes)) await new Promise((resolve) => packer.once('drain', resolve));
  }
  packer.end();
  await done;
  return pdfOf([
    CATALOGUE,
    kids([3]),
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 1280 720]/Contents 4 0 R>>',
    streamOf(Buffer.concat(packed), '/Filter/FlateDecode'),
  ]);
}

/** The page draws a form that draws itself. */
export const selfishPdf = (): Buffer =>
  onePage('/F Do', [
    streamOf('/F Do /F Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>'),
  ]);

/** Pages of pages of the same pages. */
export const ringPdf = (): Buffer => pdfOf([CATALOGUE, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 400>>']);

/** A script that runs on opening, and a page that sends its form away. */
export const scriptedPdf = (): Buffer =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>>>',
    kids([3]),
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 1280 720]/Contents 4 0 R/AA<</O<</S/JavaScript/JS(while\\(true\\){})>>>>>>',
    streamOf(deflateSync(Buffer.from('0 0 640 720 re f')), '/Filter/FlateDecode'),
  ]);

const onePage = (content: string, forms: readonly Buffer[]): Buffer =>
  pdfOf([
    CATALOGUE,
    kids([3]),
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 1280 720]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>',
    streamOf(content),
    ...forms,
  ]);
