import type { Chance } from './chance.ts';
import { anyJson, anyValue } from './values.ts';
import type { Victim } from './victim.ts';

const EVENTS = [
  'hello',
  'command',
  'telemetry',
  'pointer',
  'clock',
  'connect',
  'disconnect',
  'error',
  '__proto__',
  'newListener',
  '',
] as const;

const PACKETS = [
  '4',
  '40',
  '40{"screen":{"toString":1}}',
  '40{',
  '40/admin,',
  '41',
  '42',
  '42[]',
  '42{}',
  '42[null]',
  '42[1,2]',
  '42[{"a":1}]',
  '42["hello"',
  '42999999999999999999["hello",{}]',
  '42-1["hello",{}]',
  '43["x"]',
  '430[]',
  '44{"message":"x"}',
  '45',
  '450-["hello"]',
  '451-["hello",{"_placeholder":true,"num":0}]',
  '451-["hello",{"_placeholder":true,"num":99}]',
  '4511-["command",{"_placeholder":true,"num":0}]',
  '459999999-["hello",{"_placeholder":true,"num":0}]',
  '45-1-["hello"]',
  '461-1["hello"]',
  '47',
  '4\u0000',
  '49',
  '0',
  '0{"sid":"x"}',
  '1',
  '2',
  '2probe',
  '3',
  '3probe',
  '5',
  '6',
  '7',
  'b4AAAA',
  'bAAAA',
  '',
] as const;

/** The upgrade, then frames by hand: what a library would never send. */
export function anyConversation(chance: Chance, victim: Victim): readonly Buffer[] {
  const frames = Array.from({ length: 1 + chance.below(12) }, () => anyFrame(chance, victim));
  const greeting = chance.in(4) ? [] : [frameOf({ payload: Buffer.from('40') })];
  return [upgrade(chance, victim), ...greeting, ...frames];
}

function upgrade(chance: Chance, { cookies }: Victim): Buffer {
  const cookie = cookies[chance.below(cookies.length + 1)];
  const path = chance.in(6)
    ? chance.one([
        '/socket.io/',
        '/socket.io/?EIO=3&transport=websocket',
        '/socket.io/?EIO=4&transport=polling',
        '/socket.io/?EIO=4&transport=__proto__',
        '/socket.io/?EIO=4&transport=websocket&sid=x',
        '/socket.io/?EIO=%00',
        '/livekit/rtc?access_token=x',
        '/livekit/rtc?access_token=a.b.c',
      ])
    : '/socket.io/?EIO=4&transport=websocket';
  const lines = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Sec-WebSocket-Version: ${chance.in(12) ? chance.one(['12', '-1', 'x']) : '13'}`,
    `Sec-WebSocket-Key: ${chance.in(12) ? chance.one(['x', '', '='.repeat(500)]) : 'dGhlIHNhbXBsZSBub25jZQ=='}`,
    ...(chance.in(8) ? ['Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99; x="'] : []),
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

function anyFrame(chance: Chance, victim: Victim): Buffer {
  switch (chance.below(14)) {
    case 0:
      return frameOf({ payload: Buffer.from(`4${chance.one(['2', '5', '0'])}${anyJson(chance)}`) });
    case 1:
      return frameOf({ payload: chance.bytes(chance.one([1, 10, 300])), opcode: 2 });
    case 2:
      // Invalid UTF-8.
      return frameOf({ payload: Buffer.from([0x34, 0x32, 0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80]) });
    case 3:
      return frameOf({ payload: Buffer.from('42["hello",{}]'), isMasked: false });
    case 4:
      return frameOf({ payload: Buffer.alloc(10), claimed: chance.one([2 ** 31, 2 ** 40, 2 ** 53, 60_000, 11]) });
    case 5:
      return frameOf({ payload: Buffer.from('x'), opcode: chance.one([3, 7, 11, 15]), reserved: chance.below(8) });
    case 6:
      return frameOf({ payload: chance.bytes(chance.one([0, 1, 125, 126, 200])), opcode: chance.one([8, 9, 10]) });
    case 7:
      // A part, and its rest never or in between something else.
      return frameOf({ payload: Buffer.from('42["he'), isLast: false, opcode: chance.one([0, 1, 2]) });
    case 8:
      return frameOf({
        payload: Buffer.from(`42["command",${JSON.stringify('x'.repeat(chance.one([17_000, 66_000, 600_000])))}]`),
      });
    case 9:
      return chance.bytes(1 + chance.below(40));
    case 10:
    case 11:
      return frameOf({ payload: Buffer.from(chance.one(PACKETS)) });
    default:
      return frameOf({ payload: Buffer.from(anyEvent(chance, victim)) });
  }
}

function anyEvent(chance: Chance, { conference }: Victim): string {
  const ack = chance.in(2) ? String(chance.below(1_000)) : '';
  const envelope = { id: `f${chance.below(1_000_000)}`, conference, command: anyValue(chance, 3) };
  const body = chance.one([
    envelope,
    { ...envelope, command: { type: 'openConference', extra: anyValue(chance, 2) } },
    { conference, since: { public: anyValue(chance, 1), [`bridge:${'a'.repeat(50)}`]: 1 } },
    { conference, since: { public: -1 } },
    anyValue(chance, 4),
  ]);
  const rest = Array.from({ length: chance.below(3) }, () => `,${anyJson(chance) || 'null'}`).join('');
  return `42${ack}[${JSON.stringify(chance.one(EVENTS))},${JSON.stringify(body)}${rest}]`;
}

interface FrameWish {
  readonly payload: Buffer;
  readonly opcode?: number;
  readonly isLast?: boolean;
  readonly isMasked?: boolean;
  readonly reserved?: number;
  /** The length that the head tells, where it is not the payload's. */
  readonly claimed?: number;
}

function frameOf({ payload, opcode = 1, isLast = true, isMasked = true, reserved = 0, claimed }: FrameWish): Buffer {
  const first = (isLast ? 0x80 : 0) | (reserved << 4) | opcode;
  // A mask of zeros is a mask: the payload goes as it is.
  const mask = Buffer.alloc(isMasked ? 4 : 0);
  return Buffer.concat([headOf(first, claimed ?? payload.length, isMasked), mask, payload]);
}

function headOf(first: number, length: number, isMasked: boolean): Buffer {
  const masked = isMasked ? 0x80 : 0;
  if (length < 126) return Buffer.from([first, masked | length]);
  if (length < 65_536) return Buffer.from([first, masked | 126, length >> 8, length & 0xff]);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = masked | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
