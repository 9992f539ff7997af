import { useState } from 'react';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { Proposal } from '../../../../shared/domain/records/proposal.ts';
import { type ProposalGroup, proposalGroups } from '../../../../shared/views/follow-up.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { LikelyPairs } from './likely-pairs.tsx';
import { ProposalDetails } from './proposal-details.tsx';
import { ALL, matches, type ProposalFilter, ProposalFilterFields } from './proposal-filter.tsx';
import { NewProposal } from './proposal-form.tsx';
import { proposalTone } from './proposal-words.ts';
import { TwoPanes } from './two-panes.tsx';

const words = () => text.followUp.proposals;

export function ProposalsTab() {
  const proposals = useConference(({ records }) => records.proposals);
  const [filter, setFilter] = useState<ProposalFilter>(ALL);
  const [chosen, choose] = useState<ProposalId | null>(null);
  const groups = proposalGroups(proposals);
  const shown = groups.filter(({ leader, duplicates }) => [leader, ...duplicates].some((one) => matches(filter, one)));
  const proposal = proposals.find(({ proposalId }) => proposalId === chosen);
  return (
    <TwoPanes
      heading={words().heading}
      count={words().count(formatCount(proposals.length), formatCount(groups.length))}
      tools={<ProposalFilterFields filter={filter} proposals={proposals} onChange={setFilter} />}
      side={
        proposal === undefined ? (
          <NewProposal />
        ) : (
          <ProposalDetails key={proposal.proposalId} proposal={proposal} onClose={() => choose(null)} />
        )
      }
    >
      <LikelyPairs proposals={proposals} />
      {proposals.length === 0 ? <p className="follow-up-empty">{words().empty}</p> : null}
      {proposals.length > 0 && shown.length === 0 ? <p className="follow-up-empty">{words().emptyFilter}</p> : null}
      <Groups groups={shown} all={proposals} chosen={chosen} onChoose={choose} />
    </TwoPanes>
  );
}

interface GroupsProps {
  readonly groups: readonly ProposalGroup[];
  readonly all: readonly Proposal[];
  readonly chosen: ProposalId | null;
  readonly onChoose: (id: ProposalId) => void;
}

/** The one that leads a group, and below it those that say the same. */
function Groups({ groups, all, chosen, onChoose }: GroupsProps) {
  const numbers = new Map(all.map(({ proposalId }, index) => [proposalId, index + 1]));
  const row = (one: Proposal, duplicates: number) => (
    <ProposalRow
      proposal={one}
      number={numbers.get(one.proposalId) ?? 0}
      duplicates={duplicates}
      isChosen={one.proposalId === chosen}
      onChoose={() => onChoose(one.proposalId)}
    />
  );
  return (
    <ol>
      {groups.map(({ leader, duplicates }) => (
        <li key={leader.proposalId}>
          {row(leader, duplicates.length)}
          {duplicates.length === 0 ? null : (
            <ol className="follow-up-duplicates">
              {duplicates.map((one) => (
                <li key={one.proposalId}>{row(one, 0)}</li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly number: number;
  readonly duplicates: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ProposalRow({ proposal, number, duplicates, isChosen, onChoose }: ProposalRowProps) {
  const { status, competence, proposedBy, addressee } = proposal;
  return (
    <button type="button" className="follow-up-row" aria-current={isChosen} onClick={onChoose}>
      <span className="follow-up-number">{number}</span>
      <span>
        <span className="follow-up-text">{proposal.text}</span>
        <small>{words().line(proposedBy ?? text.followUp.notSaid, addressee)}</small>
      </span>
      <span className="follow-up-states">
        <StateMark tone={proposalTone(status)} word={words().status[status]} />
        {competence === null ? null : <small>{words().competence[competence]}</small>}
        {duplicates === 0 ? null : <small>{words().duplicates(duplicates)}</small>}
      </span>
    </button>
  );
}
