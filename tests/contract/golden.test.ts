import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actorSchema } from '../../shared/domain/actor.ts';
import { type ConferenceEvent, eventSchema } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { initialState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { scriptedConference } from '../golden/scripted-conference.ts';
import { conferenceId } from '../support/builders.ts';
import { openInProcess } from '../support/sqlite.ts';

/**
 * A journal of each release, and the state that it must give for ever. A release that adds or lifts an event adds one:
 *   WRITE_GOLDEN=v2 npx vitest run tests/contract/golden.test.ts
 * What is written stays as it is: an old journal is never made anew.
 */
const FOLDER = new URL('../golden/journals/', import.meta.url);

const lineSchema = z.strictObject({
  seq: z.int(),
  actor: actorSchema,
  type: z.string(),
  version: z.int(),
  body: z.record(z.string(), z.unknown()),
});

const wanted = process.env['WRITE_GOLDEN'];
if (wanted !== undefined) writeGolden(wanted);

function writeGolden(name: string): void {
  if (existsSync(new URL(`${name}.jsonl`, FOLDER))) throw new Error(`${name} is written already`);
  const { lines, state } = scriptedConference();
  const text = lines.map(({ actor, event }, index) => {
    const { type, ...body } = event;
    return JSON.stringify({ seq: index + 1, actor, type, version: versionOf(event), body });
  });
  writeFileSync(new URL(`${name}.jsonl`, FOLDER), `${text.join('\n')}\n`);
  writeFileSync(new URL(`${name}.state.json`, FOLDER), `${JSON.stringify(encodeState(state), null, 1)}\n`);
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

const linesOf = (name: string) =>
  readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));

const eventsOf = (name: string): readonly ConferenceEvent[] =>
  linesOf(name).map(({ type, version, body }) => readEvent(type, version, body));

const stateOf = (events: readonly ConferenceEvent[]): unknown =>
  JSON.parse(JSON.stringify(encodeState(events.reduce(evolve, initialState))));

describe('journals of earlier releases', () => {
  test('[JRN24] there is one of the first release', () => {
    expect(names).toContain('v1');
  });

  test.each(names)('[JRN25] %s gives the state that it gave', (name) => {
    const stored: unknown = JSON.parse(readFileSync(new URL(`${name}.state.json`, FOLDER), 'utf8'));
    expect(stateOf(eventsOf(name))).toMatchObject(z.record(z.string(), z.unknown()).parse(stored));
    // The control: one fact less, and it is another state.
    expect(stateOf(eventsOf(name).slice(0, -1))).not.toMatchObject(z.record(z.string(), z.unknown()).parse(stored));
  });

  test.each(names)('[JRN26] %s passes through the database unchanged', async (name) => {
    const store = openInProcess();
    const conference = conferenceId(name);
    const lines = linesOf(name);
    const events = eventsOf(name).map((event, index) => ({ event, actor: lines[index]?.actor ?? lineActor(name) }));
    await store.journal.append({ conference, expectedSeq: 0, events, receipts: [], delegates: [] });
    expect(await store.journal.read(conference, 0, 1_000)).toEqual(
      events.map((recorded, index) => ({ ...recorded, seq: index + 1 })),
    );
    expect(await store.journal.verify(conference)).toBeNull();
    store.close();
  });

  test('[JRN27] together they hold every fact there is, in its version of today', () => {
    const held = new Set(names.flatMap((name) => linesOf(name).map(({ type, version }) => `${type}/${version}`)));
    const today = eventSchema.options.map(({ shape }) => shape.type.value);
    const sample = new Map(scriptedConference().lines.map(({ event }) => [event.type, versionOf(event)]));
    expect(today.filter((type) => !held.has(`${type}/${sample.get(type) ?? 'never happened'}`))).toEqual([]);
  });
});

function lineActor(name: string): never {
  throw new Error(`${name} has a fact without an actor`);
}
