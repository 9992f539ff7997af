import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import { branchPageSchema, delegationLinesSchema } from '../../shared/protocol/attendance.ts';
import { ask } from './http.ts';

interface BranchQuery {
  readonly under: BridgeId;
  readonly after: string | null;
  /** Of the whole branch only what somebody should look at, the worst first. */
  readonly exceptionsOnly?: boolean;
  readonly signal?: AbortSignal;
}

/** What stands below a bridge, page by page. */
export const getBranches = (conference: ConferenceId, { under, after, exceptionsOnly = false, signal }: BranchQuery) =>
  ask(
    branchPageSchema,
    `/api/conferences/${encodeURIComponent(conference)}/branches?${new URLSearchParams({
      under,
      ...(after === null ? {} : { after }),
      ...(exceptionsOnly ? { only: 'exceptions' } : {}),
    }).toString()}`,
    { signal },
  );

/** The lists by delegation, wherever its people sit. */
export const getDelegations = (conference: ConferenceId, signal: AbortSignal) =>
  ask(delegationLinesSchema, `/api/conferences/${encodeURIComponent(conference)}/delegations`, { signal });
