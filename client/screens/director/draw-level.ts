import type { Telemetry } from '../../../shared/protocol/telemetry.ts';
import type { Readable } from '../../sync/cell.ts';

/** What a meter needs of the page. */
export interface MeterBar {
  readonly style: { transform: string };
  readonly dataset: DOMStringMap;
}

/** Silence and a steady voice write nothing. */
const STEPS = 20;

/**
 * Writes the level straight into the bar, past React: sixteen levels a second re-draw no tile. The answer ends it.
 */
export function drawLevel(cell: Readable<Telemetry | null>, bar: MeterBar): () => void {
  let drawn = '';
  const draw = () => {
    const telemetry = cell.get();
    const share = Math.round((telemetry?.level ?? 0) * STEPS) / STEPS;
    const open = telemetry?.microphone === 'live';
    if (drawn === `${share} ${open}`) return;
    drawn = `${share} ${open}`;
    bar.style.transform = `scaleY(${share})`;
    bar.dataset['open'] = String(open);
  };
  draw();
  return cell.subscribe(draw);
}
