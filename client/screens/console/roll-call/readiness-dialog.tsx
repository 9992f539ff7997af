import { useState } from 'react';
import type { Certificate } from '../../../../shared/domain/attendance/certificate.ts';
import { readinessFigures } from '../../../../shared/views/attendance-lines.ts';
import { readinessSentence } from '../../../parts/attendance-sentences.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Field } from '../../../parts/field.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { useSay } from '../use-act.ts';
import { useRights } from '../use-rights.ts';
import { ReadinessPreview } from './readiness-preview.tsx';
import { namesToBegin, tiersBelow } from './tier-names.ts';
import { useReadinessPreview } from './use-readiness-preview.ts';
import './readiness.css';

const words = () => text.rollCall.certificate;

/** The certificate at T−5: what it would say now, how its tiers are called, the press that freezes it, and earlier ones. */
export function ReadinessDialog({ onClose }: { readonly onClose: () => void }) {
  const tiers = useConference(tiersBelow);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog readiness-dialog">
      {tiers === 0 ? <p>{words().nobody}</p> : <Certifying key={tiers} tiers={tiers} />}
      <Earlier />
    </Dialog>
  );
}

function Certifying({ tiers }: { readonly tiers: number }) {
  const last = useConference(({ attendance }) => attendance.certificates.at(-1));
  const [names, setNames] = useState(() => namesToBegin(tiers, last, words().usual));
  const preview = useReadinessPreview(tiers);
  const { reason } = useRights();
  const say = useSay();
  const tierNames = names.map((name) => name.normalize().trim());
  const incomplete = tierNames.some((name) => name === '');
  return (
    <>
      <p>{words().explained}</p>
      <fieldset className="readiness-names">
        <legend>{words().names}</legend>
        {names.map((name, index) => (
          <Field
            // Tiers have no name but their number.
            key={words().nameOf(index + 1)}
            label={words().nameOf(index + 1)}
            maxLength={120}
            value={name}
            onChange={({ target }) => setNames(names.with(index, target.value))}
          />
        ))}
      </fieldset>
      <ReadinessPreview preview={preview} names={tierNames} />
      <CommandButton
        make={() => ({ type: 'certifyReadiness', tierNames })}
        label={words().act}
        tone="primary"
        disabledReason={incomplete ? words().empty : reason({ type: 'certifyReadiness', tierNames })}
        onAccepted={() => say({ sentence: words().done })}
      />
    </>
  );
}

function Earlier() {
  const certificates = useConference(({ attendance }) => attendance.certificates);
  return (
    <section className="readiness-earlier" aria-label={words().earlier}>
      <h3>{words().earlier}</h3>
      {certificates.length === 0 ? <p className="console-empty">{words().none}</p> : null}
      <ol className="console-list">
        {certificates.toReversed().map((one) => (
          <EarlierLine key={one.position} certificate={one} />
        ))}
      </ol>
    </section>
  );
}

function EarlierLine({ certificate }: { readonly certificate: Certificate }) {
  const { conference } = useSync();
  const { at, position } = certificate;
  const made = words().madeAt(formatTime(at), formatDate(at));
  return (
    <li className="console-row readiness-line">
      <p>
        <strong>{made}</strong>
        <span>{readinessSentence(text.rollCall.lines, readinessFigures(certificate))}</span>
      </p>
      <a
        className="button"
        data-tone="plain"
        href={`/c/${encodeURIComponent(conference)}/certificate?n=${position}`}
        target="_blank"
        rel="noopener"
        aria-label={words().printOf(made)}
      >
        {words().print}
      </a>
    </li>
  );
}
