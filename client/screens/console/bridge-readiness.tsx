import { bridgeOf, type Link } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { Telemetry } from '../../../shared/protocol/telemetry.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useConference, useTelemetry } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

interface Readiness {
  readonly tone: MarkTone;
  readonly word: string;
}

const words = () => text.console.readiness;

/** What is wrong with a bridge's line or devices, the worst first; else that it is ready. */
export function readinessOf(link: Link, telemetry: Telemetry | null): Readiness {
  if (link.status === 'lost') return { tone: 'look', word: words().lost };
  if (link.status === 'untried') return { tone: 'off', word: words().untried };
  if (telemetry === null) return { tone: 'off', word: words().silent };
  if (telemetry.media !== 'connected') return { tone: 'look', word: words().media };
  if (telemetry.camera !== 'live') return { tone: 'look', word: words().camera };
  if (telemetry.microphone === 'missing' || telemetry.microphone === 'refused') {
    return { tone: 'look', word: words().microphone };
  }
  return { tone: 'done', word: words().ready };
}

export function useReadiness(bridgeId: BridgeId): Readiness {
  const link = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.link) ?? { status: 'untried' as const };
  return readinessOf(link, useTelemetry(bridgeId));
}

export function BridgeReadiness({ bridgeId, bare = false }: { readonly bridgeId: BridgeId; readonly bare?: boolean }) {
  const { tone, word } = useReadiness(bridgeId);
  return <StateMark tone={tone} word={word} bare={bare} />;
}
