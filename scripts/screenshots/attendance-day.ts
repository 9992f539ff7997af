import { setTimeout as pause } from 'node:timers/promises';
import type { CategoryCount } from '../../shared/domain/attendance/figure.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type FixtureSize, fixtureDelegates } from '../fixtures/conference-lists.ts';
import { numbers } from '../fixtures/people.ts';
import { HURRY_MS } from './hurry.ts';
import type { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

/** What is said of a conference, and when: 0 is the first of the doors opening, 1 the moment of the pictures. */
interface Said {
  readonly at: number;
  readonly command: Command;
}

type Categories = ReadonlyMap<string, number>;

const LANES = 8;
/** The bridge that reports more than were summoned, and the one whose list says more than its report. */
const SURPLUS = 'Thanh Hóa';
const QUARREL = 'Cao Bằng';
/** They report whatever happens. */
const FIRST: readonly string[] = [SURPLUS, shotWords.central];
const MISSING = 4;
/** Provinces of which nobody has reported yet. */
const SILENT: readonly string[] = ['Tuyên Quang', 'Quốc hội'];
/** The list is marked by name there; everywhere else a number is reported. */
const BY_NAME: readonly string[] = ['An Giang', 'Hà Nội', 'Nghệ An', QUARREL];

/** All that the bridges of a conference say before it begins: most report, some late, a few are out of line. */
export async function dayOf(secretary: Secretary, size: FixtureSize): Promise<readonly Said[]> {
  const next = numbers(3);
  const listed = listedOf(size);
  const bridges = await secretary.bridges();
  const names = new Map(bridges.map(({ bridgeId, shortName }) => [bridgeId, shortName]));
  const said: Said[] = [];
  for (const bridge of bridges) {
    const province = bridge.parentId === null ? bridge.shortName : (names.get(bridge.parentId) ?? '');
    if (SILENT.includes(province)) continue;
    if (BY_NAME.includes(bridge.shortName)) said.push(...(await namedAt(secretary, bridge, next)));
    const categories = listed.get(bridge.name) ?? new Map<string, number>();
    said.push(...saidAt(bridge, categories, shareOf(province), next));
  }
  return said.toSorted((one, other) => one.at - other.at);
}

function saidAt(bridge: Bridge, categories: Categories, share: number, next: () => number): readonly Said[] {
  if (bridge.shortName === QUARREL) return [{ at: 0.97, command: report(bridge, categories, () => 0.99, 30) }];
  if (BY_NAME.includes(bridge.shortName)) return [];
  if (next() < share) return [{ at: soon(next), command: report(bridge, categories, next) }];
  return bridge.tier > 1 && next() < 0.1 ? [{ at: soon(next), command: excuse(bridge, next) }] : [];
}

/** What is missing until the certificate: all have reported but `MISSING` communes, whose reason is known. */
export async function restOf(secretary: Secretary, size: FixtureSize, said: readonly Said[]): Promise<readonly Said[]> {
  const next = numbers(4);
  const listed = listedOf(size);
  const spoken = new Set(
    said.flatMap(({ command }) => (command.type !== 'excuseBridge' && 'bridgeId' in command ? command.bridgeId : [])),
  );
  const silent = (await secretary.bridges()).filter(({ bridgeId }) => !spoken.has(bridgeId));
  const missing = silent.filter(({ tier }) => tier > 1).slice(-MISSING);
  // One sender may not say everything at once.
  return silent.map((bridge, index) => ({
    at: (0.3 * index) / silent.length,
    command: missing.includes(bridge)
      ? excuse(bridge, next)
      : report(bridge, listed.get(bridge.name) ?? new Map<string, number>(), next),
  }));
}

/** In each province another share has reported. */
const shareOf = (province: string): number => (FIRST.includes(province) ? 1 : 1 - ((province.length * 7) % 9) / 20);

function listedOf(size: FixtureSize): ReadonlyMap<string, Categories> {
  const listed = new Map<string, Map<string, number>>();
  for (const { bridge, category } of fixtureDelegates(size)) {
    const counts = listed.get(bridge) ?? new Map<string, number>();
    listed.set(bridge, counts.set(category, (counts.get(category) ?? 0) + 1));
  }
  return listed;
}

/** Few come early, most in the last half hour, some at the last minute. */
const soon = (next: () => number): number => Math.min(0.98, (next() + next() + next()) / 3 + 0.12);

/** `fewer`: so many are left out of the number of those who came. */
function report({ bridgeId, shortName }: Bridge, categories: Categories, next: () => number, fewer = 0): Command {
  const surplus = shortName === SURPLUS ? 6 : 0;
  const counts = [...categories].map(([category, expected], index): CategoryCount => {
    const absentExcused = Math.min(expected, Math.floor(next() * 3));
    const absentUnexcused = next() > 0.9 && expected > absentExcused ? 1 : 0;
    const there = expected - absentExcused - absentUnexcused;
    const onSite = index === 0 ? Math.max(0, there + surplus - fewer) : there;
    return { category, expected, onSite, online: 0, absentExcused, absentUnexcused };
  });
  const said = { expectedRevision: 0, categories: counts, signedBy: null, note: null } as const;
  return { type: 'reportHeadcount', bridgeId, ...said, accepting: ['more-than-expected'] };
}

const excuse = ({ bridgeId }: Bridge, next: () => number): Command => ({
  type: 'excuseBridge',
  bridgeId,
  reason: shotWords.excuses[Math.floor(next() * shotWords.excuses.length)] ?? null,
});

/** Nine of ten come, by badge and by list; some are absent with a reason, the rest nobody has spoken of. */
async function namedAt(secretary: Secretary, { bridgeId }: Bridge, next: () => number): Promise<readonly Said[]> {
  const said: Said[] = [];
  // The first of the list stays free: the badge before the camera is that delegate's.
  for (const [index, { delegateId }] of (await secretary.delegates(bridgeId)).slice(1).entries()) {
    const of = { bridgeId, delegateId };
    const way = index % 3 === 0 ? 'list' : 'badge';
    if (index % 17 === 5) {
      said.push({
        at: soon(next),
        command: { type: 'markDelegateAbsent', ...of, excused: true, reason: shotWords.absence },
      });
    } else if (index % 11 !== 7) {
      const command = { type: 'checkInDelegate', ...of, way, online: false, seenAt: null } as const;
      said.push({ at: soon(next), command });
    }
  }
  return said;
}

/** Says everything in its time, while the server's clock hurries. */
export async function live(secretary: Secretary, said: readonly Said[]): Promise<void> {
  const began = performance.now();
  const waiting = said.values();
  const lane = async (): Promise<void> => {
    for (const { at, command } of waiting) {
      await pause(Math.max(0, began + at * HURRY_MS - performance.now()));
      await secretary.must(command);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
