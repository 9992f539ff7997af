import type { FormatProfile } from '../../domain/records/minutes.ts';

/** The papers that the product writes. Their words are Vietnamese whatever the language of the screen. */
export const PAPER_KINDS = [
  'minutes',
  'conclusionNotice',
  'news',
  'programme',
  'speakers',
  'rollSheets',
  'followUp',
  'afterAction',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Text of one weight; several make a paragraph. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width; all of a table's shares are added up. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** What stands between head and signatures, without a font or a millimetre: those are the profile's. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** 1: "1. Thành phần"; 2: "1.1. Đại biểu"; 3: a speaker or an item inside. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Lines that begin with a dash. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };

export interface SignatureBlock {
  /** T/M, K/T, …; null: in the own name. */
  readonly authority: string | null;
  /** CHỦ TRÌ HỘI NGHỊ */
  readonly office: string;
  readonly name: string | null;
}

export interface PaperHeadLines {
  readonly parentBody: string | null;
  readonly issuer: string;
  /** Whole: Số 05-BB/BTCTW. */
  readonly number: string | null;
  /** Whole: Hà Nội, ngày 05 tháng 02 năm 2026. */
  readonly placeDate: string | null;
  /** The note under the head: TÀI LIỆU HỘI NGHỊ, DỰ THẢO. */
  readonly mark: string | null;
}

export interface Appendix {
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
}

/** What the paper was made from: anybody can ask later whether it is the same. */
export interface Provenance {
  readonly version: string;
  readonly madeAt: number;
  /** The last event that it tells of. */
  readonly position: number;
  /** The journal's hash at that event, hexadecimal. */
  readonly hash: string;
  readonly draft: boolean;
}

export interface Paper {
  readonly kind: PaperKind;
  readonly profile: FormatProfile;
  /** null: a text without a head, as a news draft is. */
  readonly head: PaperHeadLines | null;
  /** BIÊN BẢN */
  readonly title: string;
  readonly subject: string | null;
  readonly blocks: readonly Block[];
  /** Left and right; null: that side is empty. */
  readonly signatures: { readonly left: SignatureBlock | null; readonly right: SignatureBlock | null } | null;
  readonly recipients: readonly string[];
  readonly appendices: readonly Appendix[];
  readonly provenance: Provenance;
}
