import { handsOf, noAnswers, sumOfCounts } from './ballots/ballot.ts';
import { aboutOf, storedOf } from './documents/document.ts';
import { fault } from './fault.ts';
import type { ConferenceState } from './state.ts';

/** What must hold of the record, the documents and the ballots after every event of a whole journal. */
export function recordFaults({ records, documents, ballots }: ConferenceState): readonly string[] {
  const { proposals } = records;
  const leaders = new Set(proposals.flatMap(({ duplicateOf }) => duplicateOf ?? []));
  return [
    ...fault(
      proposals.some(({ proposalId, duplicateOf }) => duplicateOf !== null && leaders.has(proposalId)),
      'a duplicate leads a group',
    ),
    ...fault(
      [...leaders].some((id) => !proposals.some(({ proposalId }) => proposalId === id)),
      'a group is led by a proposal that is gone',
    ),
    ...fault(
      documents.released.some(({ file }) => storedOf(documents, file.documentId) === undefined),
      'a document that is gone is given out',
    ),
    ...fault(
      new Set(documents.released.map(({ file }) => file.documentId)).size < documents.released.length,
      'a document is given out twice',
    ),
    ...fault(
      documents.list.some((stored) => aboutOf(stored).secrecy !== 'none' && isReleased(documents, stored)),
      'a secret document is given out',
    ),
    ...ballotFaults(ballots),
  ];
}

const isReleased = (
  { released }: ConferenceState['documents'],
  { file }: ConferenceState['documents']['list'][number],
): boolean => released.some((one) => one.file.documentId === file.documentId);

function ballotFaults(ballots: ConferenceState['ballots']): readonly string[] {
  const closed = ballots.list.flatMap((ballot) =>
    ballot.stage.status === 'closed' ? [{ ballot, stage: ballot.stage }] : [],
  );
  return [
    ...fault(
      closed.some(({ ballot, stage }) => stage.counts?.length !== ballot.options.length),
      'a ballot is closed with other options than it had',
    ),
    ...fault(
      closed.some(({ ballot, stage }) => ballot.manner === 'hands' && !same(stage.counts, handsOf(ballots, ballot))),
      'the hands of a ballot are not the sum of the halls',
    ),
    ...fault(
      closed.some(
        ({ ballot, stage }) =>
          ballot.manner === 'open' && !same(stage.counts, ballots.cast[ballot.ballotId] ?? noAnswers(ballot)),
      ),
      'the answers of an open ballot are not those that were given',
    ),
    ...fault(
      closed.some(
        ({ ballot, stage }) =>
          ballot.manner === 'secret' && sumOfCounts(stage.counts ?? []) !== (ballots.cast[ballot.ballotId]?.[0] ?? 0),
      ),
      'a secret ballot has another number of answers than were given',
    ),
  ];
}

const same = (a: readonly number[] | null, b: readonly number[]): boolean =>
  a !== null && a.length === b.length && a.every((one, index) => one === b[index]);
