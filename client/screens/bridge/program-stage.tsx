import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { tallyOf } from '../../../shared/views/stage.ts';
import { ProgramPicture } from '../../media/program-picture.tsx';
import { useArmedShot, useProgramShot } from '../../media/program-shots.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { FloorStrip } from './floor-strip.tsx';
import { SoundPress } from './sound-press.tsx';
import { Troubles } from './troubles.tsx';

/** The large picture with what is said about it below. Whoever is on air sees the central hall, never itself. */
export function ProgramStage({ own }: { readonly own: BridgeId }) {
  const shown = useProgramShot();
  const prepared = useArmedShot();
  const single = useConference(({ bridges }) => (bridgeOf(bridges, own)?.tier ?? 0) > 1);
  return (
    <main className="bridge-stage" aria-label={text.bridge.stage.label}>
      <div className="bridge-picture">
        <ProgramPicture
          shown={shown}
          prepared={prepared}
          own={own}
          single={single}
          sounding
          className="bridge-program"
        />
        <CentralLabel own={own} />
        <Troubles />
        <SoundPress />
      </div>
      <FloorStrip own={own} />
    </main>
  );
}

/** Says that the picture is not what the country sees. */
function CentralLabel({ own }: { readonly own: BridgeId }) {
  const name = useConference((state) => {
    const { centralId } = state.bridges;
    if (centralId === null || centralId === own || tallyOf(state, own) !== 'onAir') return null;
    return bridgeOf(state.bridges, centralId)?.name ?? null;
  });
  if (name === null) return null;
  return (
    <p className="bridge-central">
      {text.bridge.stage.centralHall}: {name}
    </p>
  );
}
