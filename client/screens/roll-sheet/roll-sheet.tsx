import { useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { PrintDesk } from '../../parts/print-desk.tsx';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type Letterhead, letterheadOf } from './paper-pages.ts';
import { RollPages } from './roll-pages.tsx';
import './roll-sheet.css';

const words = () => text.roll.sheet;

/** The list of a bridge on A4, to print, to lie at the door and to sign. */
export function RollSheet({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <Paper conference={conference} />
    </ConferenceProvider>
  );
}

const LETTERHEADS: readonly Letterhead[] = ['party', 'state'];

function Paper({ conference }: { readonly conference: ConferenceId }) {
  const guessed = useConference((state) => letterheadOf(state.conference.organiser));
  const [chosen, setChosen] = useState<Letterhead | null>(null);
  const letterhead = chosen ?? guessed;
  const choice = (
    <label className="print-choice">
      {words().head}{' '}
      <select
        value={letterhead}
        onChange={({ target }) => setChosen(LETTERHEADS.find((one) => one === target.value) ?? null)}
      >
        {LETTERHEADS.map((one) => (
          <option key={one} value={one}>
            {words().heads[one]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <PrintDesk
      conference={conference}
      name={words().name}
      choices={choice}
      renderSheets={(bridge, rows, tell) => (
        <RollPages bridge={bridge} rows={rows} letterhead={letterhead} onDrawn={tell} />
      )}
    />
  );
}
