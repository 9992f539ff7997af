import { useMemo, useState } from 'react';
import type { Proposal } from '../../../../shared/domain/records/proposal.ts';
import { type LikelyPair, likelyPairs } from '../../../../shared/views/follow-up.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { text } from '../../../text/text.ts';
import { useUngroup } from './use-ungroup.ts';

const words = () => text.followUp.proposals;
const SHOWN = 3;

const keyOf = ({ leader, duplicate }: LikelyPair): string => `${leader.proposalId} ${duplicate.proposalId}`;

/** Proposals that probably say the same: one press groups them, one says that they do not. */
export function LikelyPairs({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const pairs = useMemo(() => likelyPairs(proposals), [proposals]);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const open = pairs.filter((pair) => !apart.has(keyOf(pair))).slice(0, SHOWN);
  if (open.length === 0) return null;
  return (
    <section className="follow-up-block" aria-label={words().pairs}>
      <h3>
        <span className="follow-up-look" aria-hidden="true">
          ▲
        </span>{' '}
        {words().pairs}
      </h3>
      {open.map((pair) => (
        <Pair
          key={keyOf(pair)}
          pair={pair}
          numberOf={(one) => proposals.indexOf(one) + 1}
          onApart={() => setApart(new Set([...apart, keyOf(pair)]))}
        />
      ))}
    </section>
  );
}

interface PairProps {
  readonly pair: LikelyPair;
  readonly numberOf: (one: Proposal) => number;
  readonly onApart: () => void;
}

function Pair({ pair: { leader, duplicate, likeness }, numberOf, onApart }: PairProps) {
  const { show } = useNotices();
  const ungroup = useUngroup();
  const [one, other] = [numberOf(duplicate), numberOf(leader)];
  const grouped = () =>
    show({ tone: 'ok', sentence: words().grouped(one, other), undo: () => ungroup(duplicate.proposalId) });
  return (
    <div className="follow-up-offer">
      <span>
        {words().pair(one, other, Math.round(likeness * 100))}
        <small className="follow-up-text"> {duplicate.text}</small>
      </span>
      <span className="follow-up-presses">
        <CommandButton
          make={() => ({
            type: 'groupProposal',
            proposalId: duplicate.proposalId,
            duplicateOf: leader.proposalId,
          })}
          label={words().group}
          name={words().groupName(one, other)}
          onAccepted={grouped}
        />
        <button
          type="button"
          className="button"
          data-tone="quiet"
          aria-label={words().apartName(one, other)}
          onClick={onApart}
        >
          {words().apart}
        </button>
      </span>
    </div>
  );
}
