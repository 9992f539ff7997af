import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actorSchema } from '../../shared/domain/actor.ts';
import { type ConferenceEvent, eventSchema } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { initialState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import type { Script } from '../golden/script.ts';
import { scriptedConference } from '../golden/scripted-conference.ts';
import { scriptedRehearsal } from '../golden/scripted-rehearsal.ts';
import { scriptedSuccessor } from '../golden/scripted-successor.ts';
import { conferenceId } from '../support/builders.ts';
import { openInProcess } from '../support/sqlite.ts';

/**
 * A journal of each release, and the state that it gives. A release that adds or lifts an event adds one:
 *   WRITE_GOLDEN=v2 npx vitest run tests/contract/golden.test.ts
 * What is written stays as it is: an old journal is never made anew. The state beside it is what today's code folds of
 * it: when the shape of the state moves, and only then, the state is written anew and the difference read:
 *   MOVE_GOLDEN_STATE=v1 npx vitest run tests/contract/golden.test.ts
 */
const FOLDER = new URL('../golden/journals/', import.meta.url);
const FIRST_RELEASE = '4a2b5f04652f360c';

const lineSchema = z.strictObject({
  seq: z.int(),
  actor: actorSchema,
  type: z.string(),
  version: z.int(),
  body: z.record(z.string(), z.unknown()),
});

const wanted = process.env['WRITE_GOLDEN'];
if (wanted !== undefined) {
  writeJournal(wanted, scriptedConference());
  writeJournal(`${wanted}-rehearsal`, scriptedRehearsal());
  writeJournal(`${wanted}-successor`, scriptedSuccessor());
}
const moved = process.env['MOVE_GOLDEN_STATE'];
if (moved !== undefined) writeState(moved);

function writeJournal(name: string, { lines }: Script): void {
  if (existsSync(new URL(`${name}.jsonl`, FOLDER))) throw new Error(`${name} is written already`);
  const text = lines.map(({ actor, event }, index) => {
    const { type, ...body } = event;
    return JSON.stringify({ seq: index + 1, actor, type, version: versionOf(event), body });
  });
  writeFileSync(new URL(`${name}.jsonl`, FOLDER), `${text.join('\n')}\n`);
  writeState(name);
}

function writeState(name: string): void {
  writeFileSync(new URL(`${name}.state.json`, FOLDER), `${JSON.stringify(stateOf(eventsOf(name)), null, 1)}\n`);
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

function linesOf(name: string) {
  const text = readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

function eventsOf(name: string): readonly ConferenceEvent[] {
  return linesOf(name).map(({ type, version, body }) => readEvent(type, version, body));
}

function stateOf(events: readonly ConferenceEvent[]): unknown {
  return JSON.parse(JSON.stringify(encodeState(events.reduce(evolve, initialState))));
}

describe('journals of earlier releases', () => {
  test('[JRN24] there is one of each release, and that of the first is as it was written', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'v1',
        'v2',
        'v2-rehearsal',
        'v3',
        'v3-rehearsal',
        'v4',
        'v4-rehearsal',
        'v5',
        'v5-rehearsal',
        'v5-successor',
      ]),
    );
    const bytes = readFileSync(new URL('v1.jsonl', FOLDER));
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe(FIRST_RELEASE);
  });

  test('[JRN31] what the first release wrote is lifted: its conference is in health after every fact', () => {
    const faults = eventsOf('v1').reduce(
      ({ state, found }, event) => {
        const next = evolve(state, event);
        return { state: next, found: [...found, ...faultsOf(next)] };
      },
      { state: initialState, found: [] as readonly string[] },
    );
    expect(faults.found).toEqual([]);
    const written = new Set(linesOf('v1').map(({ type }) => type));
    expect(['paperRegistered', 'speechRequested', 'speechAccepted'].filter((type) => !written.has(type))).toEqual([]);
    const lifted = eventsOf('v1').map((event) => eventSchema.parse(event).type);
    expect(lifted.filter((type) => type === 'speechRegistered')).toHaveLength(
      linesOf('v1').filter(({ type }) => type === 'paperRegistered' || type === 'speechRequested').length,
    );
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
    const scripted = [scriptedConference(), scriptedRehearsal(), scriptedSuccessor()].flatMap(({ lines }) => lines);
    const today = new Map(scripted.map(({ event }) => [event.type, versionOf(event)]));
    // Counts as they are told to screens are never written.
    const types = eventSchema.options.map(({ shape }) => shape.type.value).filter((type) => type !== 'attendanceTold');
    expect(types.filter((type) => !held.has(`${type}/${today.get(type) ?? 'never happened'}`))).toEqual([]);
  });
});

function lineActor(name: string): never {
  throw new Error(`${name} has a fact without an actor`);
}
