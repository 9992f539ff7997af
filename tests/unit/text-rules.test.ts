import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isPlain, plain, plainThroughout } from '../../shared/base/plain-text.ts';
import { commandSchema } from '../../shared/domain/command.ts';
import { eventSchema } from '../../shared/domain/event.ts';
import { line, lines } from '../../shared/domain/text.ts';
import { commandEnvelopeSchema } from '../../shared/protocol/command.ts';
import { anGiang, commandId, NOW, speechId } from '../support/builders.ts';
import { cpuMsOf } from '../support/cpu-time.ts';
import { HN } from '../support/desk.ts';
import { type FullCommand, fullCommands, placesOf, withText } from '../support/full-commands.ts';
import { sampleCommands } from '../support/sample-commands.ts';

/** Each stands within a name, where trimming does not reach it. */
const HIDDEN: readonly (readonly [string, string])[] = [
  ['NUL', '\0'],
  ['a bell', '\u0007'],
  ['an escape sequence', '\u001B[31m'],
  ['a tab', '\t'],
  ['a carriage return', '\r'],
  ['DEL', '\u007F'],
  ['a C1 control', '\u009B'],
  ['a soft hyphen', '\u00AD'],
  ['an invisible joiner of letters', '\u034F'],
  ['the Arabic letter mark', '\u061C'],
  ['a filler that is a letter', '\u115F'],
  ['a blank that is a letter', '\u3164'],
  ['a Mongolian separator', '\u180E'],
  ['a blank without width', '\u200B'],
  ['a non-joiner', '\u200C'],
  ['a joiner between letters', '\u200D'],
  ['a mark to the left', '\u200E'],
  ['a mark to the right', '\u200F'],
  ['the end of a line', '\u2028'],
  ['the end of a paragraph', '\u2029'],
  ['an embedding', '\u202A'],
  ['an override', '\u202E'],
  ['a word joiner', '\u2060'],
  ['an isolate', '\u2067'],
  ['the end of an isolate', '\u2069'],
  ['an empty pattern of dots', '\u2800'],
  ['a selector of variants', '\uFE0F'],
  ['a byte order mark', '\uFEFF'],
  ['a mark of an annotation', '\uFFF9'],
  ['no character at all', '\uFFFE'],
  ['half a character', '\uD83D'],
  ['the other half', '\uDE00'],
  ['a tag', '\u{E0041}'],
  ['a tower of marks', '\u0338\u0338\u0338\u0338'],
];

const everyCommand = (): readonly FullCommand[] => {
  const full = fullCommands();
  const types = new Set(full.map(({ command }) => command.type));
  const rest = sampleCommands(anGiang, speechId('dk-1')).filter(({ type }) => !types.has(type));
  return [...full, ...rest.map((command) => ({ command, places: placesOf(command) }))];
};

const commands = everyCommand();
const asked = commands.flatMap(({ command, places }) => places.map((place) => ({ command, ...place })));
const isTaken = (command: unknown): boolean => commandSchema.safeParse(command).success;

describe('text in what is asked', () => {
  test('[INP1] every command is tried, and in each every place of text', () => {
    const types = new Set(commands.map(({ command }) => command.type));
    expect([...types].toSorted()).toEqual(commandSchema.options.map(({ shape }) => shape.type.value).toSorted());
    expect(asked.length).toBeGreaterThan(250);
    expect(asked.filter(({ command, path }) => !isTaken(withText(command, path, 'Đề nghị')))).toEqual([]);
  });

  test.each(HIDDEN)('[INP1] hides nothing, in no field of any command: %s', (_, sign) => {
    const taken = asked.filter(({ command, path }) => isTaken(withText(command, path, `Hà${sign}Nội`)));
    expect(taken.map(({ command, path }) => [command.type, ...path].join('.'))).toEqual([]);
  });

  test('[INP1] nor in one that comes in an envelope', () => {
    const envelope = (text: string) => ({
      id: commandId('c1'),
      conference: HN,
      command: { type: 'messageCentre', bridgeId: anGiang, text },
    });
    expect(commandEnvelopeSchema.safeParse(envelope('Xin thử lại tiếng')).success).toBe(true);
    expect(commandEnvelopeSchema.safeParse(envelope('Xin thử\u200Blại tiếng')).success).toBe(false);
  });

  test.each([
    'Đồng chí Nguyễn Thị Ánh Tuyết, Ủy viên Ban Thường vụ Tỉnh ủy',
    'Y Moan Êñuôl; Y Bhĩm Ktla; H’Yim Kđoh',
    '“Báo cáo số 15-BC/TU” – 100 % (±2°C) <b>&amp;</b> =1+1',
    'Đã rõ 👍🏽 👨‍👩‍👧 ❤️',
    'ສະຫວັນນະເຂດ 北京 Москва',
    'Nguyễn Ánh'.normalize('NFD'),
  ])('[INP2] what people write is taken: %s', (text) => {
    expect(
      asked.filter(({ command, path, max = 400 }) => max >= 60 && !isTaken(withText(command, path, text))),
    ).toEqual([]);
  });

  test('[INP2] it is kept composed', () => {
    const wish = { type: 'messageCentre', bridgeId: anGiang, text: ' Điểm cầu Quảng Trị '.normalize('NFD') };
    expect(commandSchema.parse(wish)).toMatchObject({ text: 'Điểm cầu Quảng Trị' });
  });

  test('[INP3] every text has a length, and ten thousand letters too many are refused everywhere', () => {
    const boundless = asked.filter(({ command, path, max }) => {
      const most = max ?? 10_000;
      return (
        isTaken(withText(command, path, 'ệ'.repeat(most + 1))) || isTaken(withText(command, path, 'ệ'.repeat(20_001)))
      );
    });
    expect(boundless).toEqual([]);
    expect(
      asked.filter(({ max, command, path }) => max !== undefined && !isTaken(withText(command, path, 'a'.repeat(max)))),
    ).toEqual([]);
  });
});

describe('text in what was recorded', () => {
  const old = {
    type: 'bridgeRenamed',
    at: NOW,
    bridgeId: anGiang,
    name: 'Hà\u200B Nội\u2028',
    shortName: 'HN',
  };

  test('[INP4] a journal from before the rule is read, and read as it was written', () => {
    expect(eventSchema.parse(old)).toEqual({ ...old, name: 'Hà\u200B Nội' });
    expect(isTaken({ type: 'renameBridge', bridgeId: old.bridgeId, name: old.name, shortName: 'HN' })).toBe(false);
    expect(line(400).safeParse('a\u061Cb').success && lines(400).safeParse('a\u061Cb').success).toBe(true);
  });

  test('[INP4] without the rule the schemas of the fields would let it in', () => {
    const bare = z.discriminatedUnion('type', [...commandSchema.options]);
    const taken = HIDDEN.filter(([, sign]) =>
      asked.some(({ command, path }) => bare.safeParse(withText(command, path, `Hà${sign}Nội`)).success),
    );
    expect(taken.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'a blank without width',
        'the Arabic letter mark',
        'half a character',
        'a tower of marks',
      ]),
    );
  });
});

describe('what is pasted', () => {
  test.each(HIDDEN)('[INP5] loses what nobody saw of it before it is sent: %s', (_, sign) => {
    const pasted = { name: `Hà${sign}Nội`, rows: [{ title: `${sign}A` }, 7, null] };
    expect(isPlain(pasted.name)).toBe(false);
    const sent = plainThroughout(pasted);
    expect(isPlain(sent.name)).toBe(true);
    expect(sent.rows).toHaveLength(3);
    expect(sent.name.startsWith('Hà') && sent.name.endsWith('Nội')).toBe(true);
  });

  test('[INP5] and keeps everything else, its lines too', () => {
    const pasted = 'Dòng một\r\nDòng\thai\u00AD\nDòng ba 👨‍👩‍👧';
    expect(plain(pasted)).toBe('Dòng một\nDòng hai\nDòng ba 👨‍👩‍👧');
    const clean = { text: 'Không đổi' };
    expect(plainThroughout(clean)).toBe(clean);
  });

  test('[INP6] the longest text that there can be is looked through in a moment', () => {
    const worst = [
      '\u0301'.repeat(100_000),
      '👨\u200D'.repeat(30_000),
      '\uFE0F'.repeat(100_000),
      'a\u0338\u0338\u0338'.repeat(30_000),
    ];
    for (const text of worst) {
      const took = cpuMsOf(() => {
        isPlain(text);
        plain(text);
      });
      expect(took).toBeLessThan(300);
    }
  });
});
