import type { Block, Paper } from '../../shared/views/papers/paper.ts';
import { paperWords } from './paper-words.ts';

/** Plain text to be pasted into an editor: a paragraph a line, lists with dashes, tables with tabs. */
export function paperText(paper: Paper): string {
  const appendices = paper.appendices.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(linesOf)]);
  const lines = [paper.title, ...(paper.subject === null ? [] : [paper.subject]), ...paper.blocks.flatMap(linesOf)];
  return `${[...lines, ...appendices, paperWords.provenance(paper.provenance)].join('\n\n')}\n`;
}

const plain = (spans: readonly { readonly text: string }[]): string => spans.map(({ text }) => text).join('');

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plain(block.spans)];
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.map((spans) => `${paperWords.listSign}${plain(spans)}`);
    case 'table':
      return [[block.columns.map(({ title }) => title), ...block.rows].map((row) => row.join('\t')).join('\n')];
  }
}
