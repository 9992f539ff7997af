import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyMap,
  entriesOf,
  getFrom,
  hasIn,
  mapFrom,
  mapValues,
  type PersistentMap,
  putAllIn,
  putIn,
  removeFrom,
  valuesOf,
} from '../../shared/base/persistent-map.ts';

const key = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', ''), fc.string({ maxLength: 3 }));
const change = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, value: fc.nat() }),
  fc.record({ kind: fc.constant('remove' as const), key }),
);

const asMap = (map: PersistentMap<number>): Map<string, number> => new Map(entriesOf(map));

test('[DSK6] a persistent map is a map, and no change reaches an older version of it', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const model = new Map<string, number>();
      let map = emptyMap<number>();
      for (const one of changes) {
        const before = asMap(map);
        const next = one.kind === 'put' ? putIn(map, one.key, one.value) : removeFrom(map, one.key);
        expect(asMap(map)).toEqual(before);
        map = next;
        if (one.kind === 'put') model.set(one.key, one.value);
        else model.delete(one.key);
        expect([asMap(map), map.size]).toEqual([model, model.size]);
        expect([getFrom(map, one.key), hasIn(map, one.key)]).toEqual([model.get(one.key), model.has(one.key)]);
      }
      expect([...valuesOf(map)].toSorted((a, b) => a - b)).toEqual([...model.values()].toSorted((a, b) => a - b));
      expect(asMap(mapFrom(entriesOf(map)))).toEqual(model);
      expect([...valuesOf(mapValues(map, (value) => value + 1))]).toEqual([...valuesOf(map)].map((value) => value + 1));
    }),
    { seed: 20210930, numRuns: 100 },
  );
});

test('[DSK6] many changes at once are those changes one after the other', () => {
  const many = fc.array(fc.tuple(key, fc.option(fc.nat())), { maxLength: 60 });
  fc.assert(
    fc.property(many, many, (first, second) => {
      const one = (map: PersistentMap<number>, [name, value]: readonly [string, number | null]) =>
        value === null ? removeFrom(map, name) : putIn(map, name, value);
      const before = first.reduce(one, emptyMap<number>());
      const stood = asMap(before);
      const after = putAllIn(before, second);
      expect(asMap(before)).toEqual(stood);
      expect([asMap(after), after.size]).toEqual([asMap(second.reduce(one, before)), asMap(after).size]);
    }),
    { seed: 20210930, numRuns: 100 },
  );
});

test('[DSK6] the empty map is nobody’s and stays empty', () => {
  putIn(emptyMap<number>(), 'a', 1);
  expect(entriesOf(emptyMap())).toEqual([]);
  expect(removeFrom(emptyMap(), 'a')).toBe(emptyMap());
});
