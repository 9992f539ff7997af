import { useState } from 'react';
import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import { type BridgeId, bridgeIdSchema, type ConferenceId } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useLineHistory } from '../lines/use-line-history.ts';
import { ActionBars } from './action-bars.tsx';
import { actionRows } from './action-rows.ts';
import { ActionTable } from './action-table.tsx';
import { IncidentsHere } from './incidents-here.tsx';
import './after-action.css';

const words = () => text.followUp.afterAction;

/** How one hall fared over many conferences: what is mended before the next one. */
export function AfterActionScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <AfterAction conference={conference} />
    </ConferenceProvider>
  );
}

const named = ({ bridges }: ConferenceState) =>
  bridgesInOrder(bridges).map(({ bridgeId, name }) => `${bridgeId} ${name}`);

function AfterAction({ conference }: { readonly conference: ConferenceId }) {
  const [chosen, choose] = useChosen();
  const bridges = useConference(named).map((one) => ({
    id: one.slice(0, one.indexOf(' ')),
    name: one.slice(one.indexOf(' ') + 1),
  }));
  const shown = bridges.find(({ id }) => id === chosen);
  return (
    <main className="after-action">
      <header className="after-action-tools">
        <a href={`/c/${encodeURIComponent(conference)}/minutes`}>{words().back}</a>
        <label>
          {text.followUp.bridge}{' '}
          <select value={chosen ?? ''} onChange={({ target }) => choose(target.value)}>
            <option value="">{words().choose}</option>
            {bridges.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          data-tone="primary"
          disabled={shown === undefined}
          onClick={() => window.print()}
        >
          {words().print}
        </button>
        <LanguageSwitch />
      </header>
      {chosen === null || shown === undefined ? (
        <p>{words().choose}</p>
      ) : (
        <BridgePaper bridgeId={chosen} name={shown.name} />
      )}
    </main>
  );
}

/** The bridge stands in the address, so that the page can be sent to whoever looks after that hall. */
function useChosen(): readonly [BridgeId | null, (typed: string) => void] {
  const [chosen, setChosen] = useState(() =>
    bridgeIdSchema.safeParse(new URLSearchParams(location.search).get('bridge')),
  );
  const choose = (typed: string) => {
    setChosen(bridgeIdSchema.safeParse(typed));
    const query = typed === '' ? '' : `?${new URLSearchParams({ bridge: typed }).toString()}`;
    history.replaceState(null, '', `${location.pathname}${query}`);
  };
  return [chosen.data ?? null, choose];
}

function BridgePaper({ bridgeId, name }: { readonly bridgeId: BridgeId; readonly name: string }) {
  const history = useLineHistory();
  const state = useConference((one) => one);
  const earlier = history.kind === 'ready' ? (history.of.get(bridgeId) ?? []) : [];
  const rows = actionRows(state, bridgeId, earlier);
  return (
    <article className="after-action-paper">
      <h1>
        {words().title}: {name}
      </h1>
      <p>{state.conference.title}</p>
      {history.kind === 'loading' ? <p role="status">{words().loading}</p> : null}
      {history.kind === 'failed' ? (
        <p role="status" className="after-action-look">
          <span aria-hidden="true">▲</span> {words().failed}
        </p>
      ) : null}
      <ActionBars rows={rows} />
      <ActionTable rows={rows} />
      {history.kind === 'ready' && earlier.length === 0 ? <p>{words().alone}</p> : null}
      <IncidentsHere bridgeId={bridgeId} />
    </article>
  );
}
