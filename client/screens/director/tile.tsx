import { memo, useRef } from 'react';
import { bridgeOf, type Link } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { lineOf } from '../../../shared/domain/lines/line.ts';
import { isArmedByHand, type PressState } from '../../../shared/views/multiview.ts';
import { showsPictures } from '../../../shared/views/scene.ts';
import { selfReportOf, type TileTrouble, tileTrouble } from '../../../shared/views/tile-trouble.ts';
import { Picture } from '../../media/picture.tsx';
import { formatTime } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useSelected } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { useLanguage } from '../../text/use-language.ts';
import { useDesk } from './desk-context.ts';
import { LevelMeter } from './level-meter.tsx';
import { armCommand, cutCommand } from './picture-commands.ts';
import { tileKey } from './tile-keys.ts';
import { useArmGesture } from './use-arm-gesture.ts';
import { programKey, useDirect } from './use-directing.ts';

export interface TileProps {
  readonly bridgeId: BridgeId;
  readonly place: number;
  readonly tally: PressState;
  /** One stop of the Tab key for all tiles; the arrows go on from there. */
  readonly isStop: boolean;
  /** The director's own line carries no sixteen pictures. */
  readonly isThin: boolean;
}

const UNTRIED: Link = { status: 'untried' };
const NONE = '';

/** A hall at its fixed place: pressed it is prepared, held it goes on air. What drops out keeps its place. */
export const Tile = memo(function Tile(props: TileProps) {
  const { bridgeId, place, tally, isStop } = props;
  // Its words change though nothing that it is given does.
  useLanguage();
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? NONE);
  const bar = useRef<HTMLSpanElement>(null);
  const isArmed = useConference((state) => isArmedByHand(state, bridgeId));
  const gesture = useTileGesture(bar, { bridgeId, place, isArmed });
  const { standing } = useDesk();
  const trouble = useTrouble(bridgeId);
  const { label } = tileKey(place);
  const said = [name, tally === 'off' ? '' : text.director.tally[tally], trouble === null ? '' : troubleWord(trouble)];
  return (
    <button
      type="button"
      className="director-tile"
      data-place={place}
      data-bridge={bridgeId}
      data-tally={tally}
      data-absent={isAbsent(trouble) || undefined}
      data-prepared={isArmed || undefined}
      tabIndex={isStop ? 0 : -1}
      disabled={standing !== null}
      aria-label={said.filter((word) => word !== '').join(', ')}
      aria-keyshortcuts={label.replace('⇧', 'Shift+')}
      {...gesture}
    >
      <TilePicture {...props} visible={!isAbsent(trouble)} />
      <LevelMeter bridgeId={bridgeId} />
      <span ref={bar} className="director-fill" />
      <TallyMark tally={tally} />
      <kbd>{label}</kbd>
      <TroubleMark trouble={trouble} />
      <span className="director-tile-name">{name}</span>
    </button>
  );
});

const isAbsent = (trouble: TileTrouble | null): boolean => trouble?.kind === 'lost' || trouble?.kind === 'untried';

/** On a thin line of its own the director keeps the two that matter; sixteen would take those with them. */
function TilePicture({ bridgeId, tally, isThin, visible }: TileProps & { readonly visible: boolean }) {
  const isAllowed = useConference(({ onair }) => showsPictures(onair.limit));
  if (!isAllowed || (isThin && tally === 'off')) return null;
  return <Picture bridgeId={bridgeId} quality="low" visible={visible} />;
}

function TallyMark({ tally }: Pick<TileProps, 'tally'>) {
  if (tally === 'off') return null;
  return (
    <span className="director-tile-tally">
      <Shape name={tally} />
      {text.director.tally[tally]}
    </span>
  );
}

function TroubleMark({ trouble }: { readonly trouble: TileTrouble | null }) {
  if (trouble === null) return null;
  const isUntried = trouble.kind === 'untried';
  return (
    <span className="director-tile-trouble" data-absent={isUntried || undefined}>
      <Shape name={isUntried ? 'off' : 'look'} />
      {troubleWord(trouble)}
    </span>
  );
}

interface TileAtHand extends Pick<TileProps, 'bridgeId' | 'place'> {
  readonly isArmed: boolean;
}
type Bar = Parameters<typeof useArmGesture>[0];

function useTileGesture(bar: Bar, { bridgeId, place, isArmed }: TileAtHand) {
  const { standing } = useDesk();
  const direct = useDirect();
  const subject = useConference(programKey);
  const source = { kind: 'bridge', bridgeId } as const;
  return useArmGesture(bar, {
    onPress: () => direct((state) => armCommand(state, source)),
    onHeld: () => direct((state) => cutCommand(state, source)),
    subject,
    enabled: standing === null,
    hotkey: tileKey(place),
    leavesEnter: isArmed,
  });
}

function useTrouble(bridgeId: BridgeId): TileTrouble | null {
  const { telemetry } = useSync();
  const link = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.link ?? UNTRIED);
  const faults = useConference(({ lines }) => lineOf(lines, bridgeId).faults);
  const report = useSelected(telemetry.of(bridgeId), selfReportOf);
  return tileTrouble(link, faults, report);
}

function troubleWord(trouble: TileTrouble): string {
  const words = text.director.trouble;
  switch (trouble.kind) {
    case 'untried':
      return words.untried;
    case 'lost':
      return words.lost(formatTime(trouble.since));
    case 'fault':
      return words.fault(words.faults[trouble.fault], trouble.others);
    case 'self':
      return words.self[trouble.report];
  }
}
