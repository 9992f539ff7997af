import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PUBLIC, STAFF } from '../../shared/domain/audience.ts';
import { commandSchema } from '../../shared/domain/command.ts';
import { eventSchema } from '../../shared/domain/event.ts';
import { commandEnvelopeSchema } from '../../shared/protocol/command.ts';
import { helloSchema } from '../../shared/protocol/hello.ts';
import { patchSchema } from '../../shared/protocol/patch.ts';
import { audienceOf, streamOf, streamSchema } from '../../shared/protocol/stream.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { anGiang, commandId, speechId } from '../support/builders.ts';
import { HN } from '../support/desk.ts';
import { called } from '../support/speech-builders.ts';

/** When the hash moves, the wire has moved: raise PROTOCOL_VERSION, say why in version.ts, and write both here. */
const WIRE = { version: 6, hash: '73a41dcc863ffbc7' };

/** Every schema that a file of shared/protocol exports, by its name. */
function messageSchemas(): Readonly<Record<string, z.ZodType>> {
  const files = import.meta.glob<Record<string, unknown>>('../../shared/protocol/*.ts', { eager: true });
  const exported = Object.values(files).flatMap((file) => Object.entries(file));
  return Object.fromEntries(
    exported
      .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
      .toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  );
}

const hashOf = (schemas: Readonly<Record<string, z.ZodType>>): string =>
  createHash('sha256')
    .update(
      Object.entries(schemas)
        .map(([name, schema]) => `${name} ${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))}`)
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 16);

describe('the wire', () => {
  test('[PRT2] it does not move without its number', () => {
    expect({ version: PROTOCOL_VERSION, hash: hashOf(messageSchemas()) }).toEqual(WIRE);
  });

  test('[PRT3] every family of messages is in the hash, and one optional field more moves it', () => {
    const schemas = messageSchemas();
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining([
        'beatSchema',
        'commandAckSchema',
        'commandEnvelopeSchema',
        'healthSchema',
        'helloAckSchema',
        'helloSchema',
        'mediaStateSchema',
        'patchSchema',
        'sessionSchema',
        'snapshotSchema',
        'telemetrySchema',
      ]),
    );
    const changed = { ...schemas, helloSchema: helloSchema.extend({ extra: z.string().optional() }) };
    expect(hashOf(changed)).not.toBe(hashOf(schemas));
    expect(hashOf({ ...schemas })).toBe(hashOf(schemas));
  });

  test('[PRT4] the protocol’s description names every message', () => {
    const description = readFileSync('docs/protocol.md', 'utf8');
    const socketEvents = readFileSync('shared/protocol/socket-events.ts', 'utf8');
    const messages = [...socketEvents.matchAll(/^ {2}(\w+): \(/gm)].map(([, name]) => name ?? '');
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.filter((name) => !description.includes(`\`${name}`))).toEqual([]);
  });
});

describe('the names', () => {
  const events = eventSchema.options.map(({ shape }) => shape.type.value);
  const commands = commandSchema.options.map(({ shape }) => shape.type.value);
  const SAYS_NOTHING = /(?:Updated|Changed|Modified|Edited|Saved|Set|Deleted)$/;
  const VERB_THAT_SAYS_NOTHING = /^(?:update|change|modify|edit|save|set|delete|do|handle|process)[A-Z]/;

  test('[PRT5] a fact says what happened: none is “updated”, “changed” or “set”', () => {
    expect(events.filter((name) => SAYS_NOTHING.test(name))).toEqual([]);
    expect(['bridgeUpdated', 'agendaSet', 'bridgeRenamed'].filter((name) => SAYS_NOTHING.test(name))).toEqual([
      'bridgeUpdated',
      'agendaSet',
    ]);
  });

  test('[PRT6] a command says what is wished', () => {
    expect(commands.filter((name) => VERB_THAT_SAYS_NOTHING.test(name))).toEqual([]);
    expect(['updateBridge', 'settleDelegates'].filter((name) => VERB_THAT_SAYS_NOTHING.test(name))).toEqual([
      'updateBridge',
    ]);
  });

  test('[PRT7] no name is used twice', () => {
    const all = [...events, ...commands];
    expect(new Set<string>(all).size).toBe(all.length);
  });
});

describe('what arrives', () => {
  const envelope = {
    id: commandId('c1'),
    conference: HN,
    command: { type: 'callSpeaker', speechId: 'an', expectedOnFloor: null, accepting: [] },
  };
  const parses = (value: unknown): boolean => commandEnvelopeSchema.safeParse(value).success;

  test.each([
    ['no id', { ...envelope, id: undefined }],
    ['an id that could be a path', { ...envelope, id: '../../etc/passwd' }],
    ['a conference that is none', { ...envelope, conference: 'hội nghị' }],
    ['a field that nobody knows', { ...envelope, actor: { seat: 'secretariat' } }],
    ['a command that nobody knows', { ...envelope, command: { type: 'dropTables' } }],
    ['a command with a field too many', { ...envelope, command: { ...envelope.command, force: true } }],
    ['a command with a field too few', { ...envelope, command: { type: 'callSpeaker', speechId: 'an' } }],
    ['a consequence that nobody knows', { ...envelope, command: { ...envelope.command, accepting: ['anything'] } }],
    ['a polluted prototype', JSON.parse('{"__proto__":{"id":"c1"},"conference":"hn"}')],
    ['nothing', null],
    ['a list', [envelope]],
  ])('[PRT8] what is malformed is not read: %s', (_, value) => {
    expect(parses(envelope)).toBe(true);
    expect(parses(value)).toBe(false);
  });

  test('[PRT9] a screen says what it has of streams that can be, and nothing else', () => {
    const hello = (since: unknown) => helloSchema.safeParse({ conference: HN, since }).success;
    expect([hello({}), hello({ staff: 3, 'bridge:an-giang': 0 })]).toEqual([true, true]);
    expect([hello({ everything: 3 }), hello({ staff: -1 }), hello({ staff: '3' }), hello(null)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('[PRT10] a stream’s name and its audience are two ways to say one thing', () => {
    for (const audience of [
      STAFF,
      PUBLIC,
      { kind: 'bridge', bridgeId: anGiang } as const,
      { kind: 'door', bridgeId: anGiang } as const,
    ]) {
      expect(streamSchema.safeParse(streamOf(audience)).success).toBe(true);
      expect(audienceOf(streamOf(audience))).toEqual(audience);
    }
    expect(streamSchema.safeParse('bridge:../staff').success).toBe(false);
  });

  test('[PRT11] a patch with a fact that this release does not know is not read', () => {
    const patch = { conference: HN, stream: 'staff', after: 0, through: 1 };
    const event = called(speechId('an'));
    expect(patchSchema.safeParse({ ...patch, events: [{ seq: 1, event }] }).success).toBe(true);
    const unknown = { ...event, type: 'speakerSang' };
    expect(patchSchema.safeParse({ ...patch, events: [{ seq: 1, event: unknown }] }).success).toBe(false);
  });
});
