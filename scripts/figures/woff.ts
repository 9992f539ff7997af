import { deflateSync, inflateSync } from 'node:zlib';

/** A font as its tables; WOFF 1.0 is their compressed container. */
export type Tables = ReadonlyMap<string, Buffer>;

const HEADER = 44;
const ENTRY = 20;
const TRUE_TYPE = 0x00010000;

export function tablesOf(woff: Buffer): Tables {
  const count = woff.readUInt16BE(12);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = HEADER + i * ENTRY;
      const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
      const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
      return [woff.toString('latin1', at, at + 4), packed === length ? bytes : inflateSync(bytes)];
    }),
  );
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

function checksum(table: Buffer): number {
  const words = padded(table);
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Tables in the order of their tags, as the format wants it. */
export function woffOf(tables: Tables): Buffer {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(HEADER + sorted.length * ENTRY);
  const bodies: Buffer[] = [];
  let offset = header.length;
  let unpacked = 12 + sorted.length * 16;
  for (const [i, [tag, table]] of sorted.entries()) {
    const deflated = deflateSync(table, { level: 9 });
    const body = deflated.length < table.length ? deflated : table;
    const at = HEADER + i * ENTRY;
    header.write(tag, at, 'latin1');
    for (const [field, value] of [offset, body.length, table.length, checksum(table)].entries()) {
      header.writeUInt32BE(value, at + 4 + field * 4);
    }
    bodies.push(padded(body));
    offset += padded(body).length;
    unpacked += padded(table).length;
  }
  header.write('wOFF', 0, 'latin1');
  header.writeUInt32BE(TRUE_TYPE, 4);
  header.writeUInt32BE(offset, 8);
  header.writeUInt16BE(sorted.length, 12);
  header.writeUInt32BE(unpacked, 16);
  header.writeUInt16BE(1, 20);
  return Buffer.concat([header, ...bodies]);
}
