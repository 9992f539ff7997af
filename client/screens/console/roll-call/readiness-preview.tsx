import type { Certificate } from '../../../../shared/domain/attendance/certificate.ts';
import { readinessFigures } from '../../../../shared/views/attendance-lines.ts';
import { readinessSentence } from '../../../parts/attendance-sentences.ts';
import { formatClock } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';
import { withNames } from './tier-names.ts';
import type { Preview } from './use-readiness-preview.ts';

const words = () => text.rollCall.certificate;
const SHOWN = 40;

interface ReadinessPreviewProps {
  readonly preview: Preview;
  readonly names: readonly string[];
}

/** The sentence as it would be frozen, and who is not ready and why. */
export function ReadinessPreview({ preview, names }: ReadinessPreviewProps) {
  return (
    <section className="readiness-preview" aria-label={words().preview}>
      <h3>{words().preview}</h3>
      {preview.kind === 'counted' ? (
        <Counted wouldBe={preview.wouldBe} names={names} />
      ) : (
        <p className="console-empty">{preview.kind === 'loading' ? words().loading : words().unavailable}</p>
      )}
    </section>
  );
}

function Counted({ wouldBe, names }: { readonly wouldBe: Certificate; readonly names: readonly string[] }) {
  const { exceptions, missing, at } = wouldBe;
  const figures = readinessFigures(withNames(wouldBe, names));
  return (
    <>
      <p className="readiness-sentence">{readinessSentence(text.rollCall.lines, figures)}</p>
      <p className="field-hint">{words().asOf(formatClock(at))}</p>
      {missing === 0 ? null : (
        <>
          <h4>{words().exceptions(missing)}</h4>
          <ul className="readiness-exceptions">
            {exceptions.slice(0, SHOWN).map(({ bridgeId, name, reason }) => (
              <li key={bridgeId}>
                <strong>{name}</strong>
                <span data-silent={reason === null || undefined}>{reason ?? words().noReason}</span>
              </li>
            ))}
          </ul>
          {missing > SHOWN ? <p className="console-more">{words().more(missing - SHOWN)}</p> : null}
        </>
      )}
    </>
  );
}
