import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { sampleNumber } from '../../../../shared/views/line-check.ts';
import { text } from '../../../text/text.ts';

const words = () => text.lines.own;

interface SamplePageProps {
  readonly bridgeId: BridgeId;
  readonly startedAt: number;
}

/** A page as a document on air looks: who can read its number to the centre can read a document. */
export function SamplePage({ bridgeId, startedAt }: SamplePageProps) {
  return (
    <div className="sample-page" role="group" aria-label={words().sample}>
      {words().sampleLines.map((line, size) => (
        <p key={line} data-size={size}>
          {line}
        </p>
      ))}
      <p className="sample-page-ask">
        {words().sampleAsk} <strong>{sampleNumber(bridgeId, startedAt)}</strong>
      </p>
    </div>
  );
}
