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

/** A letter's width in per cent of the surface, air included. */
const LETTER = 1.35;

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
      {named ? <PlaceName bridgeId={bridgeId} letters={box.width < 40 ? 0 : box.width / LETTER} /> : null}
    </div>
  );
}

/** So many letters the place has room for; without it the short name stands. */
function PlaceName({ bridgeId, letters }: { readonly bridgeId: BridgeId; readonly letters: number }) {
  const name = useConference(({ bridges }) => nameOf(bridgeOf(bridges, bridgeId), letters));
  return <p className="picture-name">{name}</p>;
}

function nameOf(bridge: Bridge | undefined, letters: number): string {
  if (bridge === undefined) return '';
  return bridge.name.length <= letters ? bridge.name : bridge.shortName;
}
