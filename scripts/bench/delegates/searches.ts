import type { DelegateQuery } from '../../../server/store/delegates.ts';
import type { Store } from '../../../server/store/sqlite-store.ts';
import { PROTOCOL_LADDER } from '../../../shared/domain/attendance/ranks.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { type Latency, latencyOf, rounded } from '../figures.ts';
import { benchBridge } from './people.ts';

/** As somebody types: letter by letter, with accents and without, frequent words, words that never meet. */
const TYPED = [
  'n',
  'ng',
  'ngu',
  'nguy',
  'nguye',
  'nguyen',
  'nguyen v',
  'nguyen van',
  'nguyen van a',
  'nguyen van anh',
  't',
  'th',
  'thi',
  'p',
  'ph',
  'phu',
  'phuo',
  'phuon',
  'phuong',
  'h',
  'd',
  'x',
  'Nguyễn',
  'Nguyễn Thị',
  'Nguyễn Thị Ánh',
  'Trần Đức',
  'ánh',
  'hoà',
  'Hòa',
  'Đặng Thị Ngọc Yến',
  'le pham',
  'Lê Phạm',
  'tran nguyen',
  'xa phuong',
  'xã phường',
  'huỳnh dương',
  'dai bieu',
  'Đoàn đại biểu',
  'bi thu dang uy',
  'chu tich',
  'can tho',
  'ho chi minh',
  'hue an giang',
  'yen yen',
  'a b c d',
  't n c v b',
  'zz',
  'qwerty',
  'elsewhere',
  'ngoai',
  'minh minh minh',
  'trung uong',
  '2026',
  '0000123',
] as const;
const PAGE = 50;

export interface SearchFigures {
  readonly queries: number;
  readonly latency: Latency;
  /** The slowest query, and its median. */
  readonly worst: string;
  readonly worstMs: number;
  /** The list of one bridge, sorted by protocol. */
  readonly bridge: Latency;
}

export async function benchSearches(store: Store, conference: ConferenceId, rounds: number): Promise<SearchFigures> {
  const base = {
    conference,
    bridge: null,
    delegation: null,
    words: '',
    rungs: PROTOCOL_LADDER,
    after: null,
    limit: PAGE,
  };
  const timed = async (query: Partial<DelegateQuery>): Promise<number> => {
    const start = performance.now();
    await store.delegates({ ...base, ...query });
    return performance.now() - start;
  };
  const byQuery = new Map<string, number[]>(TYPED.map((words) => [words, []]));
  const bridges: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const words of TYPED) {
      const ms = await timed({ words });
      if (round > 0) byQuery.get(words)?.push(ms);
    }
    bridges.push(await timed({ bridge: benchBridge(round * 37) }));
  }
  const medians = [...byQuery].map(([words, ms]) => ({ words, ms: latencyOf(ms).p50 }));
  const worst = medians.reduce((most, one) => (one.ms > most.ms ? one : most));
  return {
    queries: TYPED.length,
    latency: latencyOf([...byQuery.values()].flat()),
    worst: worst.words,
    worstMs: rounded(worst.ms),
    bridge: latencyOf(bridges),
  };
}
