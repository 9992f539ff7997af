import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const HERE = join('contract', 'documents.test.ts');
const FAMILIES =
  'CNF REH DEP BRG ATT DLG IMP IMPUI EXP BDG KSK ROL BRN BRD RCL CRT HTP RNK AGD TPL FLR SPK FUI REG ANN HALL AIR MED SEAT JRN DSK AUD PRT RSM TXT LANG TEC LIN CHK WAT TLK PAI DEV NET DIR PRG DOC REC SEC MIN PAP FMT SEED FUP BAL LIB HBK ARC SER PPL DMO STO BAK DLV RGT THR INP FZZ SIM KIL CHA OBS LOD'.split(
    ' ',
  );
const ID = `(?:${FAMILIES.join('|')})\\d+`;

/** `- **CNF1** …`: the ids of the rules, in the order of the page. */
const rules = [...readFileSync('docs/SPEC.md', 'utf8').matchAll(/^- \*\*(\w+)\*\* (.*)$/gm)];
const ruleIds = rules.map(([, id]) => id ?? '');

/** Texts in tests that begin with ids in brackets: titles. */
function idsInTests(): ReadonlySet<string> {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => /\.tsx?$/.test(file) && file !== HERE)
    .map((file) => readFileSync(join('tests', file), 'utf8'));
  const titles = sources.flatMap((source) => [...source.matchAll(/['"`]((?:\[[A-Z]+\d+\])+) /g)]);
  return new Set(titles.flatMap(([, brackets]) => (brackets ?? '').match(/[A-Z]+\d+/g) ?? []));
}

describe('the rules', () => {
  test('every rule has an id of a known family, once, and says something', () => {
    expect(ruleIds.length).toBeGreaterThan(200);
    expect(ruleIds.filter((id) => !new RegExp(`^${ID}$`).test(id))).toEqual([]);
    expect(ruleIds.filter((id, index) => ruleIds.indexOf(id) !== index)).toEqual([]);
    expect(rules.filter(([, , sentence]) => !/[.)]$/.test(sentence ?? '')).map(([, id]) => id)).toEqual([]);
  });

  test('every rule is shown by a test, and no test shows a rule that is not there', () => {
    const shown = idsInTests();
    expect(ruleIds.filter((id) => !shown.has(id))).toEqual([]);
    expect([...shown].filter((id) => !ruleIds.includes(id))).toEqual([]);
  });

  test('each family has its heading, in the order of the page', () => {
    const headings = [...readFileSync('docs/SPEC.md', 'utf8').matchAll(/^## (\w+) · /gm)].map(([, family]) => family);
    expect(headings).toEqual(FAMILIES);
  });
});

describe('the decisions', () => {
  const FOLDER = 'docs/decisions';
  const PARTS = ['Date', 'Status', 'Context', 'Decision', 'Consequences'];
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));

  /** The five parts in the order in which a page has them, as headings or in bold at the beginning of a line. */
  const partsOf = (text: string): readonly string[] =>
    [...text.matchAll(/^(?:## |\*\*)(Date|Status|Context|Decision|Consequences)\b/gm)].map(([, part]) => part ?? '');

  test('there are some, numbered without a hole', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.map((file) => Number(file.slice(0, 4))).toSorted((a, b) => a - b)).toEqual(
      files.map((_, index) => index + 1),
    );
  });

  test.each(files)('%s has date, status, context, decision and consequences', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect(text).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
    expect(partsOf(text)).toEqual(PARTS);
    expect(text).toMatch(/^(?:\*\*Date:\*\*|## Date\n+) ?\d{4}-\d{2}-\d{2}/m);
  });
});

describe('what the pages point to', () => {
  const pages = [
    'README.md',
    'docs/SPEC.md',
    'docs/architecture.md',
    'docs/protocol.md',
    'docs/operation.md',
    'docs/failures.md',
    'docs/faults.md',
    'docs/threats.md',
  ].filter((page) => existsSync(page));

  test.each(pages)('%s points to files that are there', (page) => {
    const text = readFileSync(page, 'utf8');
    const folder = page.includes('/') ? 'docs' : '.';
    const links = [...text.matchAll(/\]\(([^)#:]+?)(?:#[^)]*)?\)/g)].map(([, target]) => join(folder, target ?? ''));
    const named = [...text.matchAll(/`((?:shared|server|client|scripts|tests)\/[\w./-]+\.\w+)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect([...links, ...named].filter((target) => !existsSync(target))).toEqual([]);
  });
});
