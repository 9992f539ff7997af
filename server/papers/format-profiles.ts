import type { FormatProfile } from '../../shared/domain/records/minutes.ts';

/** Every element of a paper that has a look of its own. */
export const ELEMENTS = [
  'nation',
  'motto',
  'parentBody',
  'issuer',
  'asterisk',
  'number',
  'placeDate',
  'mark',
  'title',
  'subject',
  'dashes',
  'body',
  'headingOne',
  'headingTwo',
  'headingThree',
  'tableHead',
  'tableCell',
  'authority',
  'office',
  'signerName',
  'recipientsHead',
  'recipient',
  'appendixTitle',
  'pageNumber',
  'provenance',
] as const;
export type Element = (typeof ELEMENTS)[number];

/** `exact` as Word names it; `multiple` of the font's own height. */
export type Pitch =
  | { readonly rule: 'exact'; readonly pt: number }
  | { readonly rule: 'multiple'; readonly factor: number };

export interface Look {
  /** In points, as all sizes and distances of text. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly caps: boolean;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly firstLineMm: number;
  readonly before: number;
  readonly after: number;
  readonly pitch: Pitch;
  /** Not the last line of a page. */
  readonly withNext: boolean;
}

/** A line that is drawn under a text, as long as the given part of it. */
type RuleUnder = number | null;

/** Layout rules of one kind of issuing body, as a table: nothing of them is written in the renderers. */
export interface FormatTable {
  /** Whether a clerk has compared it with the text of the rules. */
  readonly verified: boolean;
  readonly paper: { readonly widthMm: number; readonly heightMm: number };
  readonly marginsMm: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Middle of the page number and of the provenance line, from the edge of the sheet. */
  readonly fromEdgeMm: { readonly pageNumber: number; readonly provenance: number };
  readonly font: string;
  /** The right head, line by line. */
  readonly nation: readonly { readonly element: 'nation' | 'motto'; readonly text: string }[];
  /** Under the last line of the right head, the issuer, and the subject. */
  readonly ruleUnder: { readonly nation: RuleUnder; readonly issuer: RuleUnder; readonly subject: RuleUnder };
  /** Between the issuer and the number; null: nothing. */
  readonly asterisk: string | null;
  /** Under the subject; null: nothing. */
  readonly dashes: string | null;
  /** Shares of the width: left head, right head. */
  readonly headShares: readonly [number, number];
  /** What closes the text in place of the full stop; null: the full stop stays. */
  readonly endMark: string | null;
  readonly recipientsWord: string;
  /** Free height over the name, for the signature and the stamp. */
  readonly signatureGap: number;
  readonly looks: Readonly<Record<Element, Look>>;
}

const PLAIN: Look = {
  size: 14,
  bold: false,
  italic: false,
  underlined: false,
  caps: false,
  align: 'left',
  firstLineMm: 0,
  before: 0,
  after: 0,
  pitch: { rule: 'multiple', factor: 1 },
  withNext: false,
};
const look = (differs: Partial<Look>): Look => ({ ...PLAIN, ...differs });
const centred = (differs: Partial<Look>): Look => look({ align: 'center', ...differs });

const SMALL = { size: 12, pitch: { rule: 'multiple', factor: 1.1 } } as const;

/** Both profiles alike: what no rule gives, and what the rules give alike. */
const COMMON = {
  asterisk: centred({}),
  dashes: centred({ after: 12 }),
  tableHead: centred({ ...SMALL, bold: true }),
  tableCell: look(SMALL),
  appendixTitle: centred({ bold: true, after: 12, withNext: true }),
  pageNumber: centred({ size: 14 }),
  provenance: look({ size: 8, italic: true }),
};

const PAPER = { widthMm: 210, heightMm: 297 };
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
const FROM_EDGE = { pageNumber: 10, provenance: 10 };
const FONT = 'Times New Roman';

const PARTY_BODY = look({ align: 'justify', firstLineMm: 10, after: 6, pitch: { rule: 'exact', pt: 19 } });

/** Quy định 399-QĐ/TW, Hướng dẫn 05-HD/VPTW and 36-HD/VPTW, as far as they could be read. */
const PARTY: FormatTable = {
  verified: false,
  paper: PAPER,
  marginsMm: MARGINS,
  fromEdgeMm: FROM_EDGE,
  font: FONT,
  nation: [{ element: 'nation', text: 'ĐẢNG CỘNG SẢN VIỆT NAM' }],
  ruleUnder: { nation: 1, issuer: null, subject: null },
  asterisk: '*',
  dashes: '-----',
  headShares: [48, 52],
  endMark: null,
  recipientsWord: 'Nơi nhận:',
  signatureGap: 64,
  looks: {
    ...COMMON,
    nation: centred({ size: 15, bold: true, caps: true }),
    motto: centred({ bold: true }),
    parentBody: centred({ caps: true }),
    issuer: centred({ bold: true, caps: true }),
    number: centred({}),
    placeDate: centred({ italic: true }),
    mark: centred({ bold: true, before: 6 }),
    title: centred({ size: 16, bold: true, caps: true, before: 18, after: 3, withNext: true }),
    subject: centred({ bold: true, withNext: true }),
    body: PARTY_BODY,
    headingOne: look({ ...PARTY_BODY, align: 'left', bold: true, withNext: true }),
    headingTwo: look({ ...PARTY_BODY, align: 'left', bold: true, withNext: true }),
    headingThree: look({ ...PARTY_BODY, bold: true, italic: true, withNext: true }),
    authority: centred({ bold: true, caps: true }),
    office: centred({ caps: true }),
    signerName: centred({ bold: true }),
    recipientsHead: look({ underlined: true }),
    recipient: look({ size: 12 }),
  },
};

const STATE_BODY = look({
  align: 'justify',
  firstLineMm: 10,
  after: 6,
  pitch: { rule: 'multiple', factor: 1.15 },
});

/** Nghị định 30/2020/NĐ-CP, appendices I and III. */
const STATE: FormatTable = {
  verified: true,
  paper: PAPER,
  marginsMm: MARGINS,
  fromEdgeMm: FROM_EDGE,
  font: FONT,
  nation: [
    { element: 'nation', text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
    { element: 'motto', text: 'Độc lập - Tự do - Hạnh phúc' },
  ],
  ruleUnder: { nation: 1, issuer: 0.4, subject: 0.4 },
  asterisk: null,
  dashes: null,
  headShares: [40, 60],
  endMark: './.',
  recipientsWord: 'Nơi nhận:',
  signatureGap: 64,
  looks: {
    ...COMMON,
    nation: centred({ size: 13, bold: true, caps: true }),
    motto: centred({ size: 14, bold: true }),
    parentBody: centred({ size: 13, caps: true }),
    issuer: centred({ size: 13, bold: true, caps: true }),
    number: centred({ size: 13, before: 3 }),
    placeDate: centred({ size: 13, italic: true, before: 3 }),
    mark: centred({ size: 13, bold: true, before: 6 }),
    title: centred({ size: 14, bold: true, caps: true, before: 18, after: 3, withNext: true }),
    subject: centred({ size: 14, bold: true, withNext: true }),
    body: STATE_BODY,
    headingOne: look({ ...STATE_BODY, align: 'left', bold: true, withNext: true }),
    headingTwo: look({ ...STATE_BODY, align: 'left', bold: true, withNext: true }),
    headingThree: look({ ...STATE_BODY, bold: true, italic: true, withNext: true }),
    authority: centred({ bold: true, caps: true }),
    office: centred({ bold: true, caps: true }),
    signerName: centred({ bold: true }),
    recipientsHead: look({ size: 12, bold: true, italic: true }),
    recipient: look({ size: 11 }),
  },
};

export const FORMAT_TABLES: Readonly<Record<FormatProfile, FormatTable>> = { party: PARTY, state: STATE };
