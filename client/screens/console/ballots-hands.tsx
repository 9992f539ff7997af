import { useState } from 'react';
import { getFrom } from '../../../shared/base/persistent-map.ts';
import { type Ballot, handsKey } from '../../../shared/domain/ballots/ballot.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { HandsForm } from '../../parts/ballots/hands-form.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BridgePicker } from './bridge-picker.tsx';

/** The count of a hall that reports by phone; after it the next hall is chosen. */
export function HandsForHall({ ballot }: { readonly ballot: Ballot }) {
  const [bridgeId, setBridge] = useState<BridgeId | null>(null);
  const standing = useConference(({ ballots }) =>
    bridgeId === null ? null : (getFrom(ballots.hands, handsKey(ballot.ballotId, bridgeId)) ?? null),
  );
  return (
    <div className="console-inset ballots-hands">
      <BridgePicker label={text.ballots.hands.bridge} chosen={bridgeId} onChoose={setBridge} />
      {bridgeId === null ? null : (
        <HandsForm
          key={`${bridgeId} ${standing?.join(' ') ?? ''}`}
          ballot={ballot}
          bridgeId={bridgeId}
          onSent={() => setBridge(null)}
        />
      )}
    </div>
  );
}
