import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { ProgramPicture } from '../../media/program-picture.tsx';
import { useArmedShot, useProgramShot } from '../../media/program-shots.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { WallLowerThird } from './lower-third.tsx';
import { useWallBallot, WallBallot } from './wall-ballot.tsx';
import { WallBanner } from './wall-banner.tsx';
import { WallClock } from './wall-clock.tsx';
import { WallStandIn } from './wall-stand-in.tsx';

/** What a wall shows of program, and what a recording therefore has. */
export function WallProgram() {
  const ballot = useWallBallot();
  const isPage = useConference(isPageAlone);
  return (
    <div className="wall-scene" data-strip={isPage || undefined}>
      <ProgramPicture
        shown={useProgramShot()}
        prepared={useArmedShot()}
        own={null}
        sounding
        hold={<WallBanner />}
        standIn={WallStandIn}
        className="wall-picture"
      />
      {ballot === null ? <WallLowerThird /> : <WallBallot ballot={ballot} />}
      <WallClock />
    </div>
  );
}

/** A page to its edges has no corner to spare: the clock stands above it, not over it. */
const isPageAlone = (state: ConferenceState): boolean =>
  state.onair.document !== null && programSource(state).kind === 'document';
