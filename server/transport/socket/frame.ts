/**
 * A message as it goes over the wire, made once for everybody: Socket.IO's text in one whole WebSocket frame, and the
 * bytes that belong to it in another behind it. On a line that is not idle the parts go the ordinary way.
 */
export interface Frame {
  /** What Socket.IO would have made of it: its packet, and the bytes that the packet announces. */
  readonly packet: string;
  readonly attachment: Buffer | null;
  /** Ready for the bare connection. */
  readonly wire: Buffer;
}

const [TEXT, BINARY] = [0x81, 0x82];
/** Engine.IO's mark of a message. */
const MESSAGE = '4';

export function frameOf(event: string, payload: unknown): Frame {
  const packet = `2${JSON.stringify([event, payload])}`;
  return { packet, attachment: null, wire: webSocketFrame(TEXT, Buffer.from(MESSAGE + packet)) };
}

/** `name` is the field of the message that holds the bytes. */
export function frameWithBytes(event: string, fields: object, name: string, bytes: Buffer): Frame {
  const packet = `51-${JSON.stringify([event, { ...fields, [name]: { _placeholder: true, num: 0 } }])}`;
  const wire = [webSocketFrame(TEXT, Buffer.from(MESSAGE + packet)), webSocketFrame(BINARY, bytes)];
  return { packet, attachment: bytes, wire: Buffer.concat(wire) };
}

/** A server's frame: whole, not masked, not compressed (RFC 6455, 5.2). */
function webSocketFrame(kind: number, payload: Buffer): Buffer {
  return Buffer.concat([headerOf(kind, payload.length), payload]);
}

function headerOf(kind: number, length: number): Buffer {
  if (length < 126) return Buffer.from([kind, length]);
  if (length < 65_536) return Buffer.from([kind, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header.writeUInt8(kind, 0);
  header.writeUInt8(127, 1);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
