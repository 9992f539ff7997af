import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { Shape } from '../parts/shape.tsx';
import { useConference } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import type { StandInProps } from './program-place.tsx';

/** Whose picture should be here, and why it is not. */
export function NoPictureYet({ bridgeId, alone, flowing, soundOnly }: StandInProps) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.name ?? '');
  if (flowing) return null;
  return (
    <div className="picture-empty">
      {alone ? <p className="picture-empty-name">{name}</p> : null}
      <p className="picture-empty-why">
        <Shape name="off" /> {soundOnly ? text.program.soundOnly : text.media.noPictureYet}
      </p>
    </div>
  );
}
