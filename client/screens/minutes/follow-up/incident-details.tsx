import { useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Incident } from '../../../../shared/domain/records/incident.ts';
import { TextField } from '../../../parts/field.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { IncidentFields, incidentIn } from './incident-form.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.incidents;

interface IncidentDetailsProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** One incident: that it is mended and how, and what is known of it. It stays in the record. */
export function IncidentDetails({ incident, onClose }: IncidentDetailsProps) {
  const { bridgeId, incidentId } = incident;
  const { time } = useSync();
  const bridge = useConference(({ bridges }) =>
    bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.shortName ?? null),
  );
  const [isCorrecting, correct] = useState(false);
  const write = (form: FormData): Written => {
    const input = incidentIn(form, { now: time.now(), since: incident.since });
    return typeof input === 'string'
      ? { problem: input }
      : { commands: [{ type: 'correctIncident', incidentId, incident: input }] };
  };
  return (
    <>
      <SideHead title={bridge ?? words().everywhere} back={onClose} backLabel={text.followUp.add} />
      {isCorrecting ? (
        <CommandForm
          write={write}
          act={words().saveChange}
          onDone={() => correct(false)}
          onCancel={() => correct(false)}
        >
          <IncidentFields incident={inputOf(incident)} />
        </CommandForm>
      ) : (
        <>
          <div className="follow-up-facts">
            <p>{incident.text}</p>
            {incident.effect === null ? null : <p>{incident.effect}</p>}
            {incident.remedy === null ? null : <p>{incident.remedy}</p>}
          </div>
          {incident.mendedAt === null ? <MendForm incident={incident} /> : null}
          <button type="button" className="button" data-tone="quiet" onClick={() => correct(true)}>
            {text.followUp.correct}
          </button>
        </>
      )}
    </>
  );
}

const inputOf = ({ bridgeId, matter, text: body, owner, effect, since }: Incident) => ({
  bridgeId,
  matter,
  text: body,
  owner,
  effect,
  since,
});

function MendForm({ incident: { incidentId } }: { readonly incident: Incident }) {
  const reason = useWhyNot({ type: 'mendIncident', incidentId, remedy: null });
  const write = (form: FormData): Written => ({
    commands: [{ type: 'mendIncident', incidentId, remedy: textIn(form, 'remedy') }],
  });
  return (
    <CommandForm write={write} act={words().mend} disabledReason={reason} onDone={() => undefined}>
      <TextField label={words().remedy} name="remedy" rows={3} maxLength={1_000} />
    </CommandForm>
  );
}
