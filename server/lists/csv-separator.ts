import type { ImportList } from '../../shared/protocol/list-import.ts';
import { fieldCalled } from '../../shared/views/list-header.ts';

const SEPARATORS = [',', ';', '\t'] as const;
export type CsvSeparator = (typeof SEPARATORS)[number];

const LOOKED_AT = 40;

/** The separator by which most heads are known, or else the one that cuts most rows alike. */
export function separatorOf(head: string, list: ImportList): CsvSeparator {
  const lines = head.split(/\r\n|\n|\r/u, LOOKED_AT);
  const scored = SEPARATORS.map((separator) => ({ separator, score: scoreOf(lines, separator, list) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

function scoreOf(lines: readonly string[], separator: CsvSeparator, list: ImportList): number {
  const known = lines.map(
    (line) => partsOf(line, separator).filter((part) => fieldCalled(list, unquoted(part)) !== null).length,
  );
  const widths = lines.map((line) => partsOf(line, separator).length - 1);
  return (
    Math.max(0, ...known) * 1_000 +
    Math.min(
      widths.reduce((sum, width) => sum + width, 0),
      999,
    )
  );
}

/** Outside quotes. */
function partsOf(line: string, separator: CsvSeparator): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < line.length && parts.length < LOOKED_AT * 5; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === separator && !quoted) {
      parts.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, line.slice(from)];
}

const unquoted = (part: string): string => part.trim().replace(/^"|"$/gu, '').slice(0, 100);

const DECLARED = /^sep=([,;\t])\r?\n/u;

/** Spreadsheets write and hide a first line that names the separator. */
export function declaredSeparator(head: string): { readonly separator: string; readonly length: number } | null {
  const found = DECLARED.exec(head);
  return found === null ? null : { separator: found[1] ?? ',', length: found[0].length };
}
