import { useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { DocumentShare } from '../../media/document-share.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandButton } from '../command-button.tsx';
import { ChoiceField } from '../field.tsx';
import { padStyle } from './pad-style.ts';
import { useStageBridges } from './use-stage-bridges.ts';

const words = () => text.documents.share;

/** The screen of a bridge that was chosen, as it comes in. */
export function ShareControl({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  return (
    <>
      <p>{words().of(name)}</p>
      <div className="documents-page" style={padStyle(16 / 9)}>
        <DocumentShare key={bridgeId} bridgeId={bridgeId} visible standIn={null} />
      </div>
    </>
  );
}

/** Instead of a document: what a machine of a bridge shows on its own screen. */
export function ShareChoice() {
  const bridges = useStageBridges();
  const [chosen, setChosen] = useState('');
  const bridge = bridges.find(({ bridgeId }) => bridgeId === chosen) ?? bridges[0];
  if (bridge === undefined) return null;
  const { bridgeId } = bridge;
  return (
    <section className="documents-share" aria-label={words().title}>
      <h3>{words().title}</h3>
      <div className="documents-choice">
        <ChoiceField
          label={words().choose}
          value={bridgeId}
          onChange={({ target }) => setChosen(target.value)}
          choices={bridges.map((one) => ({ value: one.bridgeId, label: one.shortName }))}
        />
        <CommandButton
          label={words().lay}
          make={() => ({ type: 'layDocument', document: { kind: 'share', bridgeId } })}
        />
      </div>
      <p className="documents-hint">{words().how}</p>
    </section>
  );
}
