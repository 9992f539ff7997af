import { useState } from 'react';
import { valuesOf } from '../../../../shared/base/persistent-map.ts';
import { foldForSearch } from '../../../../shared/base/vietnamese.ts';
import type { BridgeInput } from '../../../../shared/domain/bridges/commands.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import type { ListedBridge } from '../../../../shared/lists/listed-bridge.ts';
import { PARTY_COMMITTEES } from '../../../../shared/lists/party-committees.ts';
import { PROVINCES_34 } from '../../../../shared/lists/provinces-34.ts';
import { PROVINCES_63 } from '../../../../shared/lists/provinces-63.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm } from '../command-form.tsx';

const words = () => text.console.copyList;
const LISTS = { provinces34: PROVINCES_34, party: PARTY_COMMITTEES, provinces63: PROVINCES_63 };
const NAMES = ['provinces34', 'party', 'provinces63'] as const;
/** As many as one command carries. */
const CHUNK = 200;

/** Fills the conference from a built-in list; a bridge that is there already by name is passed over. */
export function CopyListForm({ onDone }: { readonly onDone: () => void }) {
  const [chosen, setChosen] = useState<(typeof NAMES)[number]>('provinces34');
  const bridges = useConference((state) => state.bridges);
  const known = new Set([...valuesOf(bridges.byId)].map(({ name }) => foldForSearch(name)));
  const missing = LISTS[chosen].filter(({ name }) => !known.has(foldForSearch(name)));
  return (
    <>
      <h3>{words().heading}</h3>
      <CommandForm
        write={() => ({ commands: chunked(missing) })}
        act={words().act(missing.length)}
        onDone={onDone}
        onCancel={onDone}
        disabledReason={missing.length === 0 ? words().nothingNew : null}
      >
        <fieldset>
          <legend>{words().which}</legend>
          {NAMES.map((name) => (
            <label key={name} className="console-check">
              <input
                type="radio"
                name="list"
                autoFocus={name === chosen}
                checked={name === chosen}
                onChange={() => setChosen(name)}
              />
              {words().lists[name]}
            </label>
          ))}
        </fieldset>
        <p>{words().preview(missing.length, LISTS[chosen].length - missing.length)}</p>
        <p className="console-preview">{missing.map(({ shortName }) => shortName).join(', ')}</p>
        {bridges.centralId === null ? <p className="console-problem">▲ {words().noCentral}</p> : null}
      </CommandForm>
    </>
  );
}

function chunked(listed: readonly ListedBridge[]): readonly Command[] {
  const inputs = listed.map(
    ({ name, shortName, region }): BridgeInput => ({
      name,
      shortName,
      region,
      central: false,
      parentId: null,
      room: null,
      chairs: [],
      technician: null,
    }),
  );
  const count = Math.ceil(inputs.length / CHUNK);
  return Array.from({ length: count }, (_, i) => ({
    type: 'addBridges',
    bridges: inputs.slice(i * CHUNK, (i + 1) * CHUNK),
  }));
}
