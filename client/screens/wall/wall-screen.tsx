import { useRef } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { HeardSound } from '../../media/heard-sound.tsx';
import { MediaProvider } from '../../media/media-provider.tsx';
import { ProgramPicture } from '../../media/program-picture.tsx';
import { useArmedShot, useProgramShot } from '../../media/program-shots.ts';
import { useIdleCursor } from '../../parts/use-idle-cursor.ts';
import { useLanguageKey } from '../../parts/use-language-key.ts';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { WallLowerThird } from './lower-third.tsx';
import { useFullscreen } from './use-fullscreen.ts';
import { useSelfRecovery } from './use-self-recovery.ts';
import { WallBanner } from './wall-banner.tsx';
import { WallBoundary } from './wall-boundary.tsx';
import { WallClock } from './wall-clock.tsx';
import { WallMark } from './wall-mark.tsx';
import { WallStandIn } from './wall-stand-in.tsx';
import './wall.css';

/** Program on the wall of a hall or a studio, for days, with nobody at the machine. */
export function WallScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  useFullscreen();
  useLanguageKey();
  const idle = useIdleCursor();
  return (
    <WallBoundary>
      <div className="wall" data-idle={idle}>
        <ConferenceProvider conference={conference} whileLoading={<StillLoading />} unattended>
          <MediaProvider own={null} as={null}>
            <Program />
          </MediaProvider>
        </ConferenceProvider>
      </div>
    </WallBoundary>
  );
}

/** The first state may be long in coming; a wall neither says so nor gives up. */
function StillLoading() {
  return <div className="wall-loading" />;
}

function Program() {
  const root = useRef<HTMLElement>(null);
  useSelfRecovery(root);
  const shown = useProgramShot();
  const prepared = useArmedShot();
  return (
    <main ref={root} className="wall-program">
      <ProgramPicture
        shown={shown}
        prepared={prepared}
        own={null}
        sounding
        hold={<WallBanner />}
        standIn={WallStandIn}
        className="wall-picture"
      />
      <WallLowerThird />
      <WallClock />
      <WallMark />
      <HeardSound silentWhenBlocked />
    </main>
  );
}
