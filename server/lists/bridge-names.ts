import { foldForSearch } from '../../shared/base/vietnamese.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';

export interface NamedBridge {
  readonly bridgeId: BridgeId;
  readonly name: string;
  readonly shortName: string;
  readonly central: boolean;
  readonly parentId: BridgeId | null;
}

export type BridgeFound =
  | { readonly kind: 'one'; readonly bridgeId: BridgeId }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' };

const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Letters and tone apart, so that it does not matter over which vowel the tone stands: hoà, hòa. */
const toneless = (word: string): string => {
  const marked = word.normalize('NFD');
  const tone = TONES.find((one) => marked.includes(one)) ?? '';
  return marked.replace(/[\u0300\u0309\u0303\u0301\u0323]/gu, '').normalize('NFC') + tone;
};

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\btp\.?\s?hcm\b/gu, 'hồ chí minh'],
  [/\b(?:tp|t\.p)(?:\.|\s|$)/gu, ' '],
  [/\btw\b/gu, 'trung ương'],
  [/\bmttq\b/gu, 'mặt trận tổ quốc'],
  [/\bbtc\b/gu, 'ban tổ chức'],
];
/** What a name is called as well, or not. A commune keeps its kind: a ward may have the same name. */
const DROPPED =
  /^(?:(?:điểm cầu|đ\/c|đc|diem cau|điểm|cầu) +)?(?:(?:tỉnh|tinh|thành phố|thanh pho) +(?!(?:ủy|uỷ|uy)\s))?/u;
const COMMITTEE =
  /^(?:(?:tỉnh|thành|đảng) (?:ủy|uỷ)|(?:tinh|thanh|dang) uy|đảng bộ(?: tỉnh| thành phố)?|ubnd(?: tỉnh| thành phố)?) +/u;
const KIND = /^(?:xã|phường|đặc khu|thị trấn|xa|phuong|dac khu) +/u;

/** The words of a name, its signs and its case gone. */
function bare(name: string): string {
  let words = name.normalize('NFC').toLocaleLowerCase('vi');
  for (const [written, meant] of WORDS) words = words.replace(written, meant);
  words = words
    .replace(/[^\p{L}\p{M}\p{N}'/]+/gu, ' ')
    .replace(/\/(?!c )/gu, ' ')
    .trim();
  return words.replace(DROPPED, '') || words;
}

/** Ways to call a name, the most exact first; two bridges may be called alike only by a less exact one. */
const WAYS: readonly ((words: string) => string)[] = [
  (words) => words.split(' ').map(toneless).join(' '),
  (words) => foldForSearch(words),
  (words) => foldForSearch(words.replace(KIND, '')),
];

const CENTRAL = new Set(['trung uong', 'trung tam', 'chinh', 'ha noi trung uong', 'trung tam trung uong', 'chu toa']);

/** Bridges by the names that files call them. Built once for a job; asked for each new text only. */
export class BridgeNames {
  readonly #ways = WAYS.map(() => new Map<string, readonly NamedBridge[]>());
  readonly #byId: ReadonlyMap<BridgeId, NamedBridge>;
  readonly #found = new Map<string, BridgeFound>();
  readonly #central: NamedBridge | undefined;

  constructor(bridges: readonly NamedBridge[]) {
    this.#byId = new Map(bridges.map((bridge) => [bridge.bridgeId, bridge]));
    this.#central = bridges.find(({ central }) => central);
    for (const bridge of bridges) this.#enter(bridge);
  }

  #enter(bridge: NamedBridge): void {
    for (const words of new Set([bare(bridge.name), bare(bridge.shortName)])) {
      for (const [at, way] of WAYS.entries()) {
        const called = way(words);
        const before = this.#ways[at]?.get(called) ?? [];
        if (!before.includes(bridge)) this.#ways[at]?.set(called, [...before, bridge]);
      }
    }
  }

  /** A name less its case, its signs and the place of its tones. */
  readonly form = (called: string): string => bare(called).split(' ').map(toneless).join(' ');

  /** Those that bear the very name, for short or in full. */
  calledExactly(called: string): readonly NamedBridge[] {
    return this.#ways[0]?.get(this.form(called)) ?? [];
  }

  find(called: string): BridgeFound {
    const before = this.#found.get(called);
    if (before !== undefined) return before;
    const found = told(this.#search(called));
    if (this.#found.size < 100_000) this.#found.set(called, found);
    return found;
  }

  #search(called: string): readonly NamedBridge[] {
    const words = bare(called);
    const direct = this.#called(words);
    if (direct.length === 1) return direct;
    const within = this.#within(called);
    if (within.length > 0) return within;
    if (direct.length > 0) return direct;
    if (this.#central !== undefined && CENTRAL.has(foldForSearch(words))) return [this.#central];
    return COMMITTEE.test(words) ? this.#called(words.replace(COMMITTEE, '')) : [];
  }

  /** By the most exact way that finds any. */
  #called(words: string): readonly NamedBridge[] {
    for (const [at, way] of WAYS.entries()) {
      const found = this.#ways[at]?.get(way(words));
      if (found !== undefined) return found;
    }
    return [];
  }

  /** "Xã Tân Lập, tỉnh Sơn La", "Sơn La - Tân Lập": of those that are called alike, the one below the other part. */
  #within(called: string): readonly NamedBridge[] {
    const parts = called.split(/\s*[,;()–—]\s*|\s+-\s+/u).filter((part) => part !== '');
    const [first = '', second = ''] = parts;
    if (parts.length !== 2) return [];
    return [
      [first, second],
      [second, first],
    ].flatMap(([own = '', above = '']) => {
      const parents = new Set(this.#called(bare(above)).map(({ bridgeId }) => bridgeId));
      return this.#called(bare(own)).filter((bridge) => this.#isBelow(bridge, parents));
    });
  }

  #isBelow({ parentId }: NamedBridge, parents: ReadonlySet<BridgeId>): boolean {
    for (let above = parentId; above !== null; above = this.#byId.get(above)?.parentId ?? null) {
      if (parents.has(above)) return true;
    }
    return false;
  }
}

function told(found: readonly NamedBridge[]): BridgeFound {
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', bridgeId: first.bridgeId } : { kind: 'several' };
}
