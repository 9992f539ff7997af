import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LIFTED, readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { NOW } from '../support/builders.ts';

/** Facts as a release wrote them: a kept journal holds at least one of each type and version that can be read. */
const FOLDER = new URL('../golden/journals/', import.meta.url);
const lineSchema = z.object({ type: z.string(), version: z.int(), body: z.record(z.string(), z.unknown()) });

const lines = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n'))
  .map((line) => lineSchema.parse(JSON.parse(line)));
const written = new Set(lines.map(({ type, version }) => `${type}/${version}`));

const missing = (readable: readonly string[]): readonly string[] => readable.filter((one) => !written.has(one));

describe('facts of every release', () => {
  test('[CHA1] each version that is lifted stands in a kept journal', () => {
    expect(LIFTED.length).toBeGreaterThan(0);
    expect(missing(LIFTED)).toEqual([]);
    // The control: a version that nobody ever wrote is named.
    expect(missing([...LIFTED, 'bridgeRenamed/9'])).toEqual(['bridgeRenamed/9']);
  });

  test('[CHA2] a later version of a known type is refused, though its fields look the same', () => {
    const body = { at: NOW };
    const version = versionOf({ type: 'conferenceOpened', at: NOW });
    expect(readEvent('conferenceOpened', version, body)).toEqual({ type: 'conferenceOpened', at: NOW });
    expect(() => readEvent('conferenceOpened', version + 1, body)).toThrow('newer release');
  });
});
