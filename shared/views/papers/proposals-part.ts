import { bridgeOf } from '../../domain/bridges/bridge.ts';
import { speechOf } from '../../domain/floor/floor.ts';
import type { Proposal } from '../../domain/records/proposal.ts';
import type { ConferenceState } from '../../domain/state.ts';
import { isSecretAt } from './classified-spans.ts';
import type { Block } from './paper.ts';
import { heading, list } from './paper-parts.ts';
import { sentence } from './people-words.ts';
import { minutesWords as words } from './words.ts';

/** Proposals that say the same are one line, with all who made it. */
export interface ProposalGroup {
  readonly leader: Proposal;
  readonly units: readonly string[];
}

interface AddressedProposals {
  readonly addressee: string;
  readonly groups: readonly ProposalGroup[];
}

export const unitOf = ({ proposedBy, bridgeId }: Proposal, { bridges }: ConferenceState): string | null =>
  proposedBy ?? (bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.name ?? null));

/** By whom they are addressed to, in the order in which the first of each was registered. */
export function addressedProposals(state: ConferenceState): readonly AddressedProposals[] {
  const told = state.records.proposals.filter((proposal) => !isSecret(proposal, state));
  const leaders = told.filter(({ duplicateOf }) => duplicateOf === null);
  const addressees = [...new Set(leaders.map(({ addressee }) => addressee))];
  return addressees.map((addressee) => ({
    addressee,
    groups: leaders
      .filter((leader) => leader.addressee === addressee)
      .map((leader) => ({ leader, units: unitsOf(leader, told, state) })),
  }));
}

function unitsOf(leader: Proposal, told: readonly Proposal[], state: ConferenceState): readonly string[] {
  const same = told.filter(({ duplicateOf }) => duplicateOf === leader.proposalId);
  return [...new Set([leader, ...same].flatMap((proposal) => unitOf(proposal, state) ?? []))];
}

function isSecret({ registeredAt, speechId }: Proposal, state: ConferenceState): boolean {
  const stage = speechId === null ? undefined : speechOf(state.floor, speechId)?.stage;
  return (
    isSecretAt(state, registeredAt) || (stage !== undefined && 'calledAt' in stage && isSecretAt(state, stage.calledAt))
  );
}

export const proposalText = ({ leader, units }: ProposalGroup): string =>
  `${sentence(leader.text)}${units.length === 0 ? '' : ` (${words.proposedBy}: ${units.join('; ')}.)`}`;

export const proposalBlocks = (state: ConferenceState): readonly Block[] =>
  addressedProposals(state).flatMap(({ addressee, groups }) => [
    heading(3, words.proposalsTo(addressee)),
    list(groups.map(proposalText)),
  ]);
