import type { Chance } from './chance.ts';

export const POLLUTIONS = [
  '{"__proto__":{"polluted":"yes"}}',
  '{"constructor":{"prototype":{"polluted":"yes"}}}',
  '{"id":"a","conference":"b","command":{"__proto__":{"polluted":"yes"},"type":"openConference"}}',
  '[{"__proto__":{"polluted":"yes"}}]',
  '{"a":{"b":{"__proto__":{"polluted":"yes"}}},"toString":1,"hasOwnProperty":null,"then":1}',
] as const;

const STRANGE_TEXT = [
  '',
  '\0',
  '\u202Egnp.exe',
  '\uD800',
  '../../../../etc/passwd',
  '%s%n%x',
  '${7*7}',
  '<script>alert(1)</script>',
  "'; DROP TABLE events;--",
  '\r\nX-Injected: 1',
  'constructor',
  '__proto__',
  'NaN',
  '1e999',
  '-0',
  '𝒜'.repeat(50),
] as const;

/** JSON text of anything: now and then nothing that JSON knows. */
export function anyJson(chance: Chance): string {
  switch (chance.below(12)) {
    case 0:
      return chance.one(POLLUTIONS);
    case 1:
      return '['.repeat(2_000) + ']'.repeat(chance.one([0, 2_000]));
    case 2:
      return '{"a":'.repeat(500) + '1' + '}'.repeat(500);
    case 3:
      return JSON.stringify('x'.repeat(chance.one([100, 10_000, 70_000])));
    case 4:
      return chance.one(['', '{', 'nul', '"', '{"a"}', '[1,]', '01', '\uFEFF{}', "{'a':1}", '\u0000']);
    case 5:
      return chance.one(['1e999', '-1e-999', '9'.repeat(400), '-0', 'true', 'null']);
    case 6:
      return JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])));
    case 7:
      return JSON.stringify({ id: chance.one(STRANGE_TEXT), conference: chance.one(STRANGE_TEXT), command: {} });
    case 8:
      return JSON.stringify(Array.from({ length: 50 }, () => chance.one(STRANGE_TEXT)));
    default:
      return JSON.stringify({ [chance.one(STRANGE_TEXT)]: anyValue(chance, 3), token: anyValue(chance, 2) });
  }
}

export function anyValue(chance: Chance, depth: number): unknown {
  if (depth === 0 || chance.in(3)) return chance.one([null, true, -1, 1.5, 2 ** 53, '', ...STRANGE_TEXT]);
  if (chance.in(2)) return Array.from({ length: chance.below(4) }, () => anyValue(chance, depth - 1));
  return {
    [chance.one(STRANGE_TEXT)]: anyValue(chance, depth - 1),
    type: chance.one(['openConference', '', 'toString']),
  };
}
