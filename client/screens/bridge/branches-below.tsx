import { useEffect, useState } from 'react';
import { attendanceOf } from '../../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { BranchLine } from '../../../shared/protocol/attendance.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { getBranches } from '../../sync/branches.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference, useLine, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BelowRow } from './below-line.tsx';
import { lineOfBranch } from './below-view.ts';
import { useCalmed } from './use-calmed.ts';

const words = () => text.roll.below;
const REST_MS = 2_000;

interface Branches {
  readonly lines: readonly BranchLine[];
  readonly next: string | null;
  readonly status: 'loading' | 'ready' | 'failed';
}

const NOTHING: Branches = { lines: [], next: null, status: 'loading' };

/** What stands deeper than the own stream tells: read page by page, and again when the branch's counters move. */
export function BranchesBelow({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const bridges = useConference((state) => state.bridges);
  const { lines, next, status, more } = useBranches(bridgeId);
  return (
    <>
      {status === 'failed' ? <StateMark tone="look" word={words().offline} /> : null}
      {lines.length === 0 && status !== 'failed' ? (
        <p className="bridge-hint">{status === 'loading' ? words().loading : words().none}</p>
      ) : null}
      <ul>
        {lines.map((line) => (
          <BelowRow key={line.bridgeId} line={lineOfBranch(bridges, line)} onOpen={null} />
        ))}
      </ul>
      {next === null ? null : (
        <button type="button" className="button" data-tone="plain" onClick={more}>
          {words().more}
        </button>
      )}
    </>
  );
}

function useBranches(under: BridgeId) {
  const { conference } = useSync();
  const online = useLine().status === 'online';
  const below = useOwnBridge(({ attendance }) => attendanceOf(attendance, under).below);
  const version = useCalmed(below, REST_MS);
  const [pages, setPages] = useState(1);
  const [branches, setBranches] = useState(NOTHING);
  // `version` and the return of the line change nothing of the wish: they only ask again.
  useEffect(() => {
    const asking = new AbortController();
    const load = async () => {
      let found: Branches = NOTHING;
      for (let page = 0; page < pages && (page === 0 || found.next !== null); page++) {
        const answer = await getBranches(conference, { under, after: found.next, signal: asking.signal });
        if (asking.signal.aborted) return;
        if (answer.kind !== 'ok') return setBranches((before) => ({ ...before, status: 'failed' }));
        found = { lines: [...found.lines, ...answer.value.lines], next: answer.value.next, status: 'ready' };
      }
      setBranches(found);
    };
    void load();
    return () => asking.abort();
  }, [conference, under, pages, version, online]);
  return { ...branches, more: () => setPages(pages + 1) };
}
