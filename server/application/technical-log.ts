import { redactEvent, STAFF } from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { TechnicalLog } from '../../shared/protocol/technical.ts';
import type { Journal, Recorded } from '../store/journal.ts';

/** A page of the journal at a time, and not more pages than somebody waits for: the answer says where to go on. */
const PAGE = 1_000;
const MOST_PAGES = 20;

export interface LogWish {
  /** Entries before this seq. */
  readonly before: number;
  readonly limit: number;
}

/** What passed between the centre and the bridges, newest first. */
export async function technicalLog(
  journal: Pick<Journal, 'read'>,
  conference: ConferenceId,
  { before, limit }: LogWish,
): Promise<TechnicalLog> {
  const entries: Recorded[] = [];
  let end = before;
  for (let page = 0; page < MOST_PAGES && end > 1 && entries.length < limit; page++) {
    const start = Math.max(0, end - 1 - PAGE);
    const read = await journal.read(conference, start, end - 1 - start);
    const technical = read.filter(({ event }) => TECHNICAL.has(event.type)).toReversed();
    const taken = technical.slice(0, limit - entries.length);
    entries.push(...taken.flatMap(asStaffReads));
    end = taken.length < technical.length ? (taken.at(-1)?.seq ?? end) : start + 1;
  }
  return { entries, before: end > 1 ? end : null };
}

function asStaffReads({ seq, actor, event }: Recorded): readonly Recorded[] {
  const visible = redactEvent(STAFF, event);
  return visible === null ? [] : [{ seq, actor, event: visible }];
}

const TECHNICAL: ReadonlySet<ConferenceEvent['type']> = new Set([
  'bridgeLinkEstablished',
  'bridgeLinkLost',
  'lineChecksScheduled',
  'lineCheckStarted',
  'lineCheckFinished',
  'lineCheckAbandoned',
  'lineFaultFound',
  'lineFaultCleared',
  'messageSent',
  'messageSeen',
  'messageAnswered',
  'helpCalled',
  'helpSettled',
  'bridgeRung',
  'callAnswered',
  'callEnded',
  'deviceChosen',
  'picturesLimited',
  'classifiedSessionBegan',
  'classifiedSessionEnded',
  'recordingDecided',
  'recordingStarted',
  'recordingEnded',
] satisfies ConferenceEvent['type'][]);
