import { useState } from 'react';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { textIn } from '../form-reading.ts';
import type { BridgeSection } from '../open-dialog.ts';
import { useRights } from '../use-rights.ts';
import { DelegatesSection } from './delegates-section.tsx';
import { ExcuseForm } from './excuse-form.tsx';
import { HeadcountSection } from './headcount-section.tsx';
import { RegionField } from './region-field.tsx';
import { StaffFields, staffIn } from './staff-fields.tsx';
import { Tabs } from './tabs.tsx';
import { useMayPrepare } from './use-may-prepare.ts';

const words = () => text.console.bridgeForm;
const SECTIONS: readonly BridgeSection[] = ['card', 'delegates', 'headcount'];

interface BridgeCardProps {
  readonly bridge: Bridge;
  readonly section: BridgeSection;
  readonly onRemoved: () => void;
}

export function BridgeCard({ bridge, section, onRemoved }: BridgeCardProps) {
  const [shown, setShown] = useState(section);
  const mayPrepare = useMayPrepare();
  return (
    <>
      <h3>{bridge.name}</h3>
      <Tabs name="card" label={bridge.name} tabs={SECTIONS} words={words().sections} chosen={shown} onChoose={setShown}>
        {shown === 'delegates' ? (
          <DelegatesSection bridge={bridge} />
        ) : shown === 'headcount' ? (
          <HeadcountSection bridge={bridge} />
        ) : mayPrepare ? (
          <CardForm bridge={bridge} onRemoved={onRemoved} />
        ) : (
          <CardFacts bridge={bridge} />
        )}
      </Tabs>
    </>
  );
}

function CardForm({ bridge, onRemoved }: { readonly bridge: Bridge; readonly onRemoved: () => void }) {
  const { reason } = useRights();
  const { show } = useNotices();
  const removal: Command = { type: 'removeBridge', bridgeId: bridge.bridgeId, accepting: [] };
  return (
    <>
      <CommandForm
        write={(form) => written(form, bridge)}
        act={text.common.save}
        onDone={() => show({ tone: 'ok', sentence: words().saved(bridge.name) })}
      >
        <div className="console-fields">
          <Field
            label={words().name}
            name="name"
            required
            maxLength={200}
            defaultValue={bridge.name}
            className="console-wide"
          />
          <Field label={words().shortName} name="shortName" required maxLength={40} defaultValue={bridge.shortName} />
        </div>
        <RegionField region={bridge.region} />
        <StaffFields bridge={bridge} />
      </CommandForm>
      <ExcuseForm bridge={bridge} />
      <CommandButton
        make={() => removal}
        label={words().remove}
        tone="quiet"
        disabledReason={reason(removal)}
        onAccepted={onRemoved}
      />
    </>
  );
}

/** Name, region and people are facts of their own: the first two are sent only when they were changed. */
function written(form: FormData, bridge: Bridge): Written {
  const name = textIn(form, 'name');
  const shortName = textIn(form, 'shortName');
  const staff = staffIn(form);
  if (name === null || shortName === null) return { problem: words().noName };
  if (staff === null) return { problem: words().phoneWithoutPerson };
  const { bridgeId } = bridge;
  const renaming: Command = { type: 'renameBridge', bridgeId, name, shortName };
  const renamed = name !== bridge.name || shortName !== bridge.shortName;
  const region = textIn(form, 'region');
  const counting: Command = { type: 'countToRegion', bridgeId, region };
  const counted = region !== bridge.region;
  return {
    commands: [
      ...(renamed ? [renaming] : []),
      ...(counted ? [counting] : []),
      { type: 'assignBridgeStaff', bridgeId, ...staff },
    ],
  };
}

/** What a seat reads that may not write. */
function CardFacts({ bridge: { region, room, chairs, technician } }: { readonly bridge: Bridge }) {
  return (
    <dl className="console-facts">
      <dt>{text.rules.region.label}</dt>
      <dd>{region ?? words().notGiven}</dd>
      <dt>{words().room}</dt>
      <dd>{room ?? words().notGiven}</dd>
      <dt>{words().chairs}</dt>
      <dd>{chairs.length === 0 ? words().notGiven : chairs.map(personWords).join(' · ')}</dd>
      <dt>{words().technician}</dt>
      <dd>{technician === null ? words().notGiven : [personWords(technician), technician.phone ?? ''].join(' ')}</dd>
    </dl>
  );
}
