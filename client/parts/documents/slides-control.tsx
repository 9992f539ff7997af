import { useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { SlidesOnDesk } from '../../../shared/domain/onair/document-on-desk.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandButton } from '../command-button.tsx';
import { ChoiceField } from '../field.tsx';
import { PagePad } from './page-pad.tsx';
import { NextPage, PageTurning } from './page-turning.tsx';
import { useStageBridges } from './use-stage-bridges.ts';

const words = () => text.documents.slides;

/** Slides in the hands of the centre: the page, the next one, and who else may turn. */
export function SlidesControl({ slides }: { readonly slides: SlidesOnDesk }) {
  return (
    <>
      <PagePad slides={slides} points />
      <PageTurning slides={slides} />
      <NextPage slides={slides} />
      <Presenter slides={slides} />
    </>
  );
}

function Presenter({ slides }: { readonly slides: SlidesOnDesk }) {
  const { documentId, presenter } = slides;
  const name = useConference(({ bridges }) =>
    presenter === null ? null : (bridgeOf(bridges, presenter)?.shortName ?? null),
  );
  if (name === null) return <Handing slides={slides} />;
  return (
    <p className="documents-presenter">
      {words().handed(name)}{' '}
      <CommandButton label={words().takeBack} make={() => ({ type: 'handSlides', documentId, presenter: null })} />
    </p>
  );
}

function Handing({ slides: { documentId } }: { readonly slides: SlidesOnDesk }) {
  const bridges = useStageBridges();
  const [chosen, setChosen] = useState('');
  const bridge = bridges.find(({ bridgeId }) => bridgeId === chosen);
  const choices = bridges.map(({ bridgeId, shortName }) => ({ value: bridgeId, label: shortName }));
  return (
    <div className="documents-choice">
      <ChoiceField
        label={words().presenter}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
        choices={[{ value: '', label: words().presenterCentre }, ...choices]}
      />
      {bridge === undefined ? null : (
        <CommandButton
          label={words().hand}
          make={() => ({ type: 'handSlides', documentId, presenter: bridge.bridgeId })}
        />
      )}
    </div>
  );
}
