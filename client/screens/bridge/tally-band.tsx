import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { formatClock } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { bandOf } from './band-state.ts';

/** The full-width band by which a hall knows whether the country sees it. */
export function TallyBand({ own }: { readonly own: BridgeId }) {
  const now = useServerNow();
  const band = useConference((state) => bandOf(state, own, now));
  const name = useConference(({ bridges }) => bridgeOf(bridges, own)?.name ?? '');
  const watching = band.tally === 'watching';
  return (
    <header className="bridge-band" data-tally={band.tally}>
      <p className="bridge-band-state" role="status">
        {band.shape === null ? null : <Shape name={band.shape} className="bridge-band-shape" />}
        <span>{watching ? `${name} · ${band.words}` : band.words}</span>
      </p>
      {watching ? null : <p className="bridge-band-name">{name}</p>}
      <time className="bridge-band-clock" aria-label={text.bridge.band.now}>
        {formatClock(now)}
      </time>
    </header>
  );
}
