import { ProgramPicture } from '../../media/program-picture.tsx';
import { useArmedShot, useProgramShot } from '../../media/program-shots.ts';
import { WallLowerThird } from './lower-third.tsx';
import { useWallBallot, WallBallot } from './wall-ballot.tsx';
import { WallBanner } from './wall-banner.tsx';
import { WallClock } from './wall-clock.tsx';
import { WallStandIn } from './wall-stand-in.tsx';

/** What a wall shows of program, and what a recording therefore has. */
export function WallProgram() {
  const ballot = useWallBallot();
  return (
    <>
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
    </>
  );
}
