import { setTimeout as pause } from 'node:timers/promises';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';
import { CHAIN_START, type ChainPlace } from '../store/chain-check.ts';
import type { RemoteChecks } from '../store/sqlite-store.ts';
import type { Anchor } from './anchor-lines.ts';

/** Lines that are read at once: some thirty milliseconds of work. */
const SLICE_LINES = 5_000;
/** As long as it worked it rests: on two cores the conference has the other one and a half. */
const REST_SHARE = 1;

export type Checks = Pick<RemoteChecks, 'quickCheck' | 'checkedConferences' | 'checkChain' | 'hashOfLine' | 'lastLine'>;

/** Whether the journal still holds every line that was anchored: a cut tail, or a chain that was made anew. */
export async function anchorDamages(checks: Checks, anchors: readonly Anchor[]): Promise<readonly JournalDamage[]> {
  const damages = new Map<ConferenceId, JournalDamage>();
  for (const { conference, seq, hash } of inOrder(anchors)) {
    if (damages.has(conference)) continue;
    const found = await checks.hashOfLine(conference, seq);
    if (found === hash) continue;
    if (found !== null) damages.set(conference, { conference, kind: 'rewritten', line: seq });
    else damages.set(conference, { conference, kind: 'cut-tail', line: (await checks.lastLine(conference)).seq + 1 });
  }
  return [...damages.values()];
}

const inOrder = (anchors: readonly Anchor[]): readonly Anchor[] => anchors.toSorted((a, b) => a.seq - b.seq);

interface Walk {
  readonly signal: AbortSignal;
  /** Nobody waits for anything: a script walks without a rest. */
  readonly hurry?: boolean;
}

/** The first line whose hash does not follow from the lines before; null: the chain is whole, or the walk was ended. */
export async function changedLine(checks: Checks, conference: ConferenceId, walk: Walk): Promise<number | null> {
  let place: ChainPlace = CHAIN_START;
  while (!walk.signal.aborted) {
    const began = performance.now();
    const slice = await checks.checkChain(conference, place, SLICE_LINES);
    if (slice.kind === 'changed') return slice.line;
    if (slice.ended) return null;
    place = slice.upTo;
    if (walk.hurry !== true) await pause((performance.now() - began) * REST_SHARE);
  }
  return null;
}

/** The file as SQLite sees it, then the chain of every conference. */
export async function allDamages(checks: Checks, walk: Walk): Promise<readonly JournalDamage[]> {
  const damages: JournalDamage[] = [];
  if ((await checks.quickCheck(null)) !== null) damages.push({ conference: null, kind: 'file', line: null });
  for (const conference of await checks.checkedConferences()) {
    const line = await changedLine(checks, conference, walk);
    if (line !== null) damages.push({ conference, kind: 'changed-line', line });
  }
  return damages;
}
