import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { documentUploadSchema } from '../../shared/protocol/technical.ts';
import { COLOURS, type Colour } from './fake-devices.ts';
import type { HeldConference } from './held-conference.ts';
import { until } from './until.ts';

const READ_MS = 120_000;

/** A PDF with a page of each colour, of the shape of a slide. */
function colouredSlides(colours: readonly Colour[]): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = colours.map((_, index) => `${3 + 2 * index} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${colours.length} /MediaBox [0 0 960 540] >>`);
  for (const [index, colour] of colours.entries()) {
    const rgb = COLOURS[colour].map((part) => (part / 255).toFixed(3)).join(' ');
    const drawn = `${rgb} rg 0 0 960 540 re f`;
    objects.push(`<< /Type /Page /Parent 2 0 R /Contents ${4 + 2 * index} 0 R >>`);
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  }
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Sends a document with a page of each colour. */
export const uploadSlides = (held: HeldConference, colours: readonly Colour[]): Promise<DocumentId> =>
  sendDocument(held, { name: 'Trang màu.pdf', type: 'application/pdf', bytes: colouredSlides(colours) });

interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Sends the file as the secretariat does, and resolves when the server has read the whole of it. */
export async function sendDocument(held: HeldConference, file: SentFile): Promise<DocumentId> {
  const { http, cookie } = held.secretariat;
  const path = `/api/conferences/${held.id}/documents`;
  let upload = documentUploadSchema.parse(JSON.parse(await post(`${http.origin}${path}`, cookie, file)));
  await until(`${file.name} is read`, READ_MS, async () => {
    upload = await http.ask(documentUploadSchema, { method: 'GET', path: `${path}/uploads/${upload.id}`, cookie });
    return upload.state !== 'reading';
  });
  if (upload.documentId === null) throw new Error(`${file.name} is ${upload.state}: ${upload.reason ?? ''}`);
  return upload.documentId;
}

/** On a connection of its own: one that has rested may be closed by the server in the very moment of sending. */
function post(url: string, cookie: string, { name, type, bytes }: SentFile): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent: false, headers: { cookie, 'content-type': type } };
    const outgoing = request(`${url}?name=${encodeURIComponent(name)}`, options, (incoming) => {
      if (incoming.statusCode === 201) resolve(textOf(incoming));
      else reject(new Error(`${name} was refused: ${incoming.statusCode}`));
    });
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}
