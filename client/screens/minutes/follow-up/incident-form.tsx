import { useState } from 'react';
import { INCIDENT_MATTERS, type Incident, type IncidentInput } from '../../../../shared/domain/records/incident.ts';
import { readClock, startOfDay } from '../../../../shared/views/day-time.ts';
import { type KnownTrouble, suggestedOwner } from '../../../../shared/views/incident-log.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { troubleWords } from './known-troubles.tsx';
import { bridgeIn, useBridgeChoices } from './shared-fields.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.incidents;
const BLANK: IncidentInput = { bridgeId: null, matter: 'other', text: '.', owner: null, effect: null, since: null };

interface NewIncidentProps {
  /** What is known of it already; null: it is typed as a whole. */
  readonly trouble: KnownTrouble | null;
  readonly onDone: () => void;
}

export function NewIncident({ trouble, onDone }: NewIncidentProps) {
  const [count, setCount] = useState(0);
  const { time } = useSync();
  const reason = useWhyNot({ type: 'openIncident', incident: BLANK });
  const write = (form: FormData): Written => {
    const incident = incidentIn(form, { now: time.now(), since: null });
    return typeof incident === 'string' ? { problem: incident } : { commands: [{ type: 'openIncident', incident }] };
  };
  const done = () => {
    setCount(count + 1);
    onDone();
  };
  const draft: IncidentInput =
    trouble === null
      ? { ...BLANK, matter: 'line', text: '' }
      : { ...BLANK, bridgeId: trouble.bridgeId, matter: trouble.matter, text: troubleWords(trouble) };
  return (
    <>
      <SideHead title={text.followUp.add} />
      <CommandForm
        key={`${count} ${trouble?.bridgeId ?? ''} ${trouble?.what ?? ''}`}
        write={write}
        act={words().save}
        disabledReason={reason}
        onDone={done}
      >
        <IncidentFields incident={draft} />
      </CommandForm>
    </>
  );
}

/** The technician of the hall is offered as who mends it, until somebody else is typed. */
export function IncidentFields({ incident }: { readonly incident: IncidentInput }) {
  const bridges = useBridgeChoices();
  const [bridge, setBridge] = useState<string>(incident.bridgeId ?? '');
  const suggested = useConference((state) => suggestedOwner(state, bridge));
  const [typed, setTyped] = useState(incident.owner);
  return (
    <>
      <ChoiceField
        label={text.followUp.bridge}
        name="bridge"
        choices={[{ value: '', label: words().everywhere }, ...bridges]}
        value={bridge}
        onChange={({ target }) => setBridge(target.value)}
      />
      <ChoiceField
        label={words().matter}
        name="matter"
        choices={INCIDENT_MATTERS.map((one) => ({ value: one, label: words().matters[one] }))}
        defaultValue={incident.matter}
      />
      <TextField label={words().text} name="text" rows={3} maxLength={1_000} defaultValue={incident.text} />
      <Field
        label={words().owner}
        name="owner"
        maxLength={200}
        value={typed ?? suggested ?? ''}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Field
        label={words().since}
        hint={words().sinceHint}
        name="since"
        defaultValue={incident.since === null ? '' : formatTime(incident.since)}
      />
      <TextField label={words().effect} name="effect" rows={2} maxLength={1_000} defaultValue={incident.effect ?? ''} />
    </>
  );
}

interface Times {
  readonly now: number;
  /** As it stands until now; null: a new one. */
  readonly since: Incident['since'] | null;
}

/** The incident as it is written, or what is wrong with it. */
export function incidentIn(form: FormData, { now, since }: Times): IncidentInput | string {
  const body = textIn(form, 'text');
  const matter = INCIDENT_MATTERS.find((one) => one === textIn(form, 'matter'));
  if (body === null || matter === undefined) return text.followUp.missing;
  const typed = textIn(form, 'since');
  const began = typed === null ? since : instantOf(typed, { now, since });
  if (typed !== null && began === null) return words().noClock;
  const bridgeId = bridgeIn(textIn(form, 'bridge'));
  return { bridgeId, matter, text: body, owner: textIn(form, 'owner'), effect: textIn(form, 'effect'), since: began };
}

/** A clock time on the day of the incident; what was not touched keeps its seconds. */
function instantOf(typed: string, { now, since }: Times): number | null {
  if (since !== null && typed === formatTime(since)) return since;
  const clock = readClock(typed);
  return clock === null ? null : startOfDay(since ?? now) + clock;
}
