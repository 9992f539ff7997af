import type { ComponentType } from 'react';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/views/scene.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { boxStyle } from './box-style.ts';

/** Why there is no moving picture, if there is none. */
export interface StandInProps {
  readonly bridgeId: BridgeId;
  /** The only picture of the scene; others have their names at their places. */
  readonly alone: boolean;
  readonly flowing: boolean;
  /** The line carries sound alone. */
  readonly soundOnly: boolean;
}

interface ProgramPlaceProps {
  readonly place: Exclude<Place, { kind: 'document' }>;
  readonly alone: boolean;
  readonly flowing: boolean;
  readonly soundOnly: boolean;
  readonly standIn: ComponentType<StandInProps>;
}

/** What stands at a hall's place beside its picture: what takes its place, and its name. */
export function ProgramPlace({ place, alone, flowing, soundOnly, standIn: StandIn }: ProgramPlaceProps) {
  const { kind, bridgeId, box, named } = place;
  return (
    <div className="picture-place" data-place={bridgeId} style={boxStyle(box)}>
      {kind === 'own' ? (
        <p className="picture-empty">{text.program.ownHall}</p>
      ) : (
        <StandIn key={bridgeId} bridgeId={bridgeId} alone={alone} flowing={flowing} soundOnly={soundOnly} />
      )}
      {named ? <PlaceName bridgeId={bridgeId} narrow={box.width < 40} /> : null}
    </div>
  );
}

function PlaceName({ bridgeId, narrow }: { readonly bridgeId: BridgeId; readonly narrow: boolean }) {
  const name = useConference(({ bridges }) => nameOf(bridgeOf(bridges, bridgeId), narrow));
  return <p className="picture-name">{name}</p>;
}

const nameOf = (bridge: Bridge | undefined, narrow: boolean): string =>
  (narrow ? bridge?.shortName : bridge?.name) ?? '';
