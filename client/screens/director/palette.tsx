import { useState } from 'react';
import { GRID_SIZES, type GridSource, type Source } from '../../../shared/domain/onair/onair.ts';
import { nextGrid, pressState } from '../../../shared/views/multiview.ts';
import { hallsOnStage, pagesOf } from '../../../shared/views/scene.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { LimitPresses } from './limit-presses.tsx';
import { armCommand, breakOf, cutCommand } from './picture-commands.ts';
import { ShowPress } from './show-press.tsx';
import { letterKey } from './tile-keys.ts';

const words = () => text.director.palette;

/** Everything that can be shown and is no hall. */
export function Palette() {
  return (
    <section className="director-palette" aria-labelledby="director-palette-head" data-panel="palette">
      <header className="director-head">
        <h2 id="director-palette-head">{words().heading}</h2>
        <small>{words().how}</small>
      </header>
      <h3>{words().grids}</h3>
      <div className="director-presses">
        {GRID_SIZES.map((size) => (
          <GridPress key={size} size={size} />
        ))}
      </div>
      <h3>{words().cards}</h3>
      <div className="director-presses">
        <CardPress kind="hold" letter="H" />
        <CardPress kind="welcome" letter="W" />
        <DocumentPress />
        <CardPress kind="black" letter="B" />
        <BreakPress />
      </div>
      <LimitPresses />
    </section>
  );
}

const GRID_KEYS: Readonly<Record<GridSource['size'], string>> = { 4: 'U', 9: 'I', 16: 'O' };

/** The word below says which page a press prepares. */
function GridPress({ size }: { readonly size: GridSource['size'] }) {
  const shows = useConference((state) => pressState(state, { kind: 'grid', size, page: 0 }));
  const next = useConference((state) => nextGrid(state, size).page + 1);
  const pages = useConference((state) => pagesOf(hallsOnStage(state).length, size));
  const limited = useConference(({ onair }) => onair.limit !== 'full');
  return (
    <ShowPress
      label={words().grid(size)}
      hotkey={letterKey(GRID_KEYS[size])}
      shows={shows}
      arm={(state) => armCommand(state, nextGrid(state, size))}
      cut={(state) => cutCommand(state, nextGrid(state, size))}
      reason={limited ? words().gridLimited : null}
    >
      {words().gridPage(next, pages)}
    </ShowPress>
  );
}

type CardKind = 'hold' | 'welcome' | 'black';

function CardPress({ kind, letter }: { readonly kind: CardKind; readonly letter: string }) {
  const source: Source = { kind };
  const shows = useConference((state) => pressState(state, source));
  return (
    <ShowPress
      label={text.program.sources[kind]}
      hotkey={letterKey(letter)}
      shows={shows}
      arm={(state) => armCommand(state, source)}
      cut={(state) => cutCommand(state, source)}
    />
  );
}

function DocumentPress() {
  const source: Source = { kind: 'document' };
  const shows = useConference((state) => pressState(state, source));
  const isEmpty = useConference(({ onair }) => onair.document === null);
  return (
    <ShowPress
      label={text.program.sources.document}
      hotkey={letterKey('D')}
      shows={shows}
      arm={(state) => armCommand(state, source)}
      cut={(state) => cutCommand(state, source)}
      reason={isEmpty ? text.director.layouts.deskEmpty : null}
    />
  );
}

const BREAK_MINUTES = [0, 5, 10, 15, 20, 30, 45, 60, 90] as const;

/** The length is chosen first; the press says when it would end, and counts from the press. */
function BreakPress() {
  const { time } = useSync();
  const [minutes, setMinutes] = useState(15);
  const shows = useConference((state) => pressState(state, { kind: 'break', until: null }));
  const { until } = breakOf(useServerNow(10_000), minutes);
  return (
    <div className="director-break">
      <ShowPress
        label={text.program.sources.break}
        hotkey={letterKey('G')}
        shows={shows}
        arm={(state) => armCommand(state, breakOf(time.now(), minutes))}
        cut={(state) => cutCommand(state, breakOf(time.now(), minutes))}
      >
        {until === null ? words().breakOpen : words().breakUntil(formatTime(until))}
      </ShowPress>
      <select
        aria-label={words().breakLength}
        value={minutes}
        onChange={({ target }) => setMinutes(Number(target.value))}
      >
        {BREAK_MINUTES.map((length) => (
          <option key={length} value={length}>
            {length === 0 ? words().breakOpen : text.common.minutes(length)}
          </option>
        ))}
      </select>
    </div>
  );
}
