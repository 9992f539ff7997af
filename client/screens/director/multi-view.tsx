import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import {
  hallsOnAir,
  hallsPrepared,
  multiviewPages,
  type PressState,
  TILE_COLUMNS,
  tilesOf,
} from '../../../shared/views/multiview.ts';
import { useMedia } from '../../media/media-context.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { PageTabs } from './page-tabs.tsx';
import { stepOnPage } from './step-on-page.ts';
import { Tile } from './tile.tsx';
import { pagesNoList, useFreeKey } from './use-free-key.ts';

const words = () => text.director.multiview;

/** Sixteen halls at fixed places, a page at a time; of the other pages nothing is received. */
export function MultiView() {
  const { page, pages, goTo } = usePages();
  const tiles = useConference((state) => tilesOf(state, page));
  const onAir = useConference(hallsOnAir);
  const prepared = useConference(hallsPrepared);
  const isThin = useReadable(useMedia().line.limit) !== 'full';
  const { stop, onKeyDown, onFocus } = useStop(tiles);
  const tallyOf = (bridgeId: BridgeId): PressState =>
    onAir.includes(bridgeId) ? 'air' : prepared.includes(bridgeId) ? 'next' : 'off';
  return (
    <section className="director-multiview" aria-labelledby="director-multiview-head" data-panel="multiview">
      <header className="director-head">
        <h2 id="director-multiview-head">{words().heading}</h2>
        {isThin ? (
          <small className="director-thin">
            <Shape name="look" />
            {words().thinLine}
          </small>
        ) : null}
        <PageTabs page={page} pages={pages} onPage={goTo} />
      </header>
      <div
        className="director-tiles"
        role="toolbar"
        tabIndex={-1}
        aria-label={words().heading}
        style={{ gridTemplateColumns: `repeat(${TILE_COLUMNS}, minmax(0, 1fr))` }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {tiles.map((bridgeId, place) =>
          bridgeId === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is its place
            <span key={place} className="director-tile-empty" />
          ) : (
            <Tile
              key={bridgeId}
              bridgeId={bridgeId}
              place={place}
              tally={tallyOf(bridgeId)}
              isStop={place === stop}
              isThin={isThin}
            />
          ),
        )}
      </div>
      {tiles[0] === null ? <p className="director-empty">{words().empty}</p> : null}
    </section>
  );
}

function usePages() {
  const pages = useConference(multiviewPages);
  const [wanted, goTo] = useState(0);
  const page = Math.min(wanted, pages - 1);
  useFreeKey('PageDown', () => goTo(Math.min(page + 1, pages - 1)), pagesNoList);
  useFreeKey('PageUp', () => goTo(Math.max(page - 1, 0)), pagesNoList);
  return { page, pages, goTo };
}

const placeOf = (target: EventTarget): number =>
  target instanceof HTMLElement ? Number(target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? -1) : -1;

/** The tile that Tab enters: where one was last. */
function useStop(tiles: readonly (BridgeId | null)[]) {
  const [last, setLast] = useState(0);
  const count = tiles.filter((tile) => tile !== null).length;
  const stop = Math.min(last, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = placeOf(event.target);
    const to = from === -1 ? null : stepOnPage(from, event.key, count);
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${to}"]`)?.focus();
  };
  const onFocus = ({ target }: FocusEvent) => setLast(Math.max(0, placeOf(target)));
  return { stop, onKeyDown, onFocus };
}
