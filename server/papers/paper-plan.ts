import type { Block, Column, Paper, SignatureBlock, Span } from '../../shared/views/papers/paper.ts';
import { type Element, FORMAT_TABLES, type FormatTable } from './format-profiles.ts';
import { SINGLE } from './paper-fonts.ts';
import { paperWords } from './paper-words.ts';

/** One piece of a paper in its place, with a name for its look: what both renderers draw. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly element: Element;
      readonly spans: readonly Span[];
      readonly sign: string;
      /** Its last lines stay with what follows, whatever the element's look says. */
      readonly withNext?: true;
    }
  /** A line of the length of a part of the text, under it. */
  | {
      readonly kind: 'rule';
      readonly under: { readonly element: Element; readonly text: string; readonly part: number };
    }
  | { readonly kind: 'gap'; readonly pt: number }
  /** Side by side without borders, never torn by a page. */
  | {
      readonly kind: 'pair';
      readonly shares: readonly [number, number];
      readonly sides: readonly [Pieces, Pieces];
      readonly withNext?: true;
    }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };
export type Pieces = readonly Piece[];

/** The paper itself, or one of its appendices: each begins on a page of its own. */
export interface Part {
  readonly landscape: boolean;
  readonly pieces: Pieces;
}

export interface PaperPlan {
  readonly table: FormatTable;
  /** For the file's properties. */
  readonly title: string;
  readonly provenance: string;
  readonly parts: readonly Part[];
}

/** Where each thing stands, by the paper's profile; sizes and distances stay in the profile's table. */
export function planOf(paper: Paper): PaperPlan {
  const table = FORMAT_TABLES[paper.profile];
  const { draft } = paper.provenance;
  const provenance = paperWords.provenance(paper.provenance);
  const main = [
    ...headOf(paper, table),
    ...titleOf(paper, table),
    ...withFoot(withEndMark(paper.blocks, table.endMark).flatMap(piecesOf)),
    ...footOf(paper, table),
  ];
  return {
    table,
    title: [paper.title, paper.subject].filter((text) => text !== null).join(' '),
    provenance: draft && !table.verified ? `${provenance} · ${paperWords.unverified}` : provenance,
    parts: [
      { landscape: false, pieces: main },
      ...paper.appendices.map(({ title, landscape, blocks }) => ({
        landscape,
        pieces: [text('appendixTitle', title), ...blocks.flatMap(piecesOf)],
      })),
    ],
  };
}

const text = (element: Element, content: string): Piece => ({
  kind: 'text',
  element,
  spans: [{ text: content }],
  sign: '',
});
const maybe = (element: Element, content: string | null): Pieces => (content === null ? [] : [text(element, content)]);

const ruled = (element: Element, content: string, part: number | null): Pieces =>
  part === null
    ? [text(element, content)]
    : [text(element, content), { kind: 'rule', under: { element, text: content, part } }];

/** Issuer and nation beside each other, number and date beside each other below. */
function headOf({ head }: Paper, { nation, ruleUnder, asterisk, headShares: shares }: FormatTable): Pieces {
  if (head === null) return [];
  const left = [
    ...maybe('parentBody', head.parentBody),
    ...ruled('issuer', head.issuer, ruleUnder.issuer),
    ...maybe('asterisk', asterisk),
  ];
  const right = nation.flatMap(({ element, text: line }, at) =>
    ruled(element, line, at === nation.length - 1 ? ruleUnder.nation : null),
  );
  const below = [...maybe('number', head.number), ...maybe('mark', head.mark)];
  const dated = maybe('placeDate', head.placeDate);
  const heads: Piece = { kind: 'pair', shares, sides: [left, right] };
  return below.length + dated.length === 0 ? [heads] : [heads, { kind: 'pair', shares, sides: [below, dated] }];
}

function titleOf({ title, subject }: Paper, { ruleUnder, dashes }: FormatTable): Pieces {
  const named = subject === null ? [] : ruled('subject', subject, ruleUnder.subject);
  return [
    text('title', title),
    ...named,
    ...(dashes === null ? [{ kind: 'gap', pt: 12 } as const] : [text('dashes', dashes)]),
  ];
}

/** Nobody signs on an empty sheet: the last lines of the text go along. */
function withFoot(pieces: Pieces): Pieces {
  const last = pieces.at(-1);
  return last?.kind === 'text' ? [...pieces.slice(0, -1), stayed(last)] : pieces;
}

/** Signatures beside each other, recipients below; where nobody signs on the left, the recipients stand there. */
function footOf({ signatures, recipients }: Paper, table: FormatTable): Pieces {
  const named = recipientsOf(recipients, table);
  if (signatures === null) return named;
  const { left, right } = signatures;
  const gap: Piece = { kind: 'gap', pt: 12 };
  // Both names stand on one line, however much is over each of them.
  const heads = Math.max(headLines(left), headLines(right));
  const sides = (first: Pieces): Piece => ({
    kind: 'pair',
    shares: [50, 50],
    sides: [first, signedBy(right, table, heads)],
  });
  if (left === null) return [gap, sides(named)];
  const signed = sides(signedBy(left, table, heads));
  if (named.length === 0) return [gap, signed];
  // The recipients go where the signatures go.
  const together = named.map((piece, at) => (at === named.length - 1 || piece.kind !== 'text' ? piece : stayed(piece)));
  return [gap, stayed(signed), gap, ...together];
}

/** On the sheet of what follows. */
export const stayed = (piece: Piece): Piece =>
  piece.kind === 'text' || piece.kind === 'pair' ? { ...piece, withNext: true } : piece;

const headLines = (block: SignatureBlock | null): number => (block === null || block.authority === null ? 1 : 2);

const signedBy = (block: SignatureBlock | null, { signatureGap, looks }: FormatTable, heads: number): Pieces =>
  block === null
    ? []
    : [
        ...maybe('authority', block.authority),
        text('office', block.office),
        { kind: 'gap', pt: signatureGap + (heads - headLines(block)) * looks.authority.size * SINGLE },
        ...maybe('signerName', block.name),
      ];

const recipientsOf = (recipients: readonly string[], { recipientsWord }: FormatTable): Pieces =>
  recipients.length === 0
    ? []
    : [text('recipientsHead', recipientsWord), ...recipients.map((line) => text('recipient', dashed(line)))];

const dashed = (line: string): string => (/^[-–]/u.test(line) ? line : `${paperWords.listSign}${line}`);

const HEADINGS = { 1: 'headingOne', 2: 'headingTwo', 3: 'headingThree' } as const;

function piecesOf(block: Block): Pieces {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'text', element: 'body', spans: block.spans, sign: '' }];
    case 'heading':
      return [text(HEADINGS[block.level], block.text)];
    case 'list':
      return block.items.map((spans) => ({ kind: 'text', element: 'body', spans, sign: paperWords.listSign }));
    case 'table':
      return [
        { kind: 'table', columns: block.columns, rows: block.rows },
        { kind: 'gap', pt: 8 },
      ];
  }
}

/** `./.` takes the place of the last full stop. */
function withEndMark(blocks: readonly Block[], mark: string | null): readonly Block[] {
  const last = blocks.at(-1);
  if (mark === null || last === undefined) return blocks;
  const rest = blocks.slice(0, -1);
  if (last.kind === 'paragraph') return [...rest, { ...last, spans: marked(last.spans, mark) }];
  if (last.kind === 'list') {
    const items = [...last.items.slice(0, -1), marked(last.items.at(-1) ?? [], mark)];
    return [...rest, { ...last, items }];
  }
  return [...blocks, { kind: 'paragraph', spans: [{ text: mark }] }];
}

function marked(spans: readonly Span[], mark: string): readonly Span[] {
  const last = spans.at(-1);
  return last === undefined
    ? [{ text: mark }]
    : [...spans.slice(0, -1), { ...last, text: `${last.text.trimEnd().replace(/\.$/u, '')}${mark}` }];
}
