import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { itemOf } from '../../../shared/domain/agenda/agenda.ts';
import { speechOf } from '../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { turns } from '../../../shared/views/queue.ts';
import { laterLine } from '../../../shared/views/speakers-line.ts';
import { type SpeakingHints, speakingHints } from '../../../shared/views/speaking-hints.ts';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { swapOf, withdrawOf } from './floor/entry-actions.ts';
import type { FloorTools } from './floor/floor-tools.ts';
import { useDragOrder } from './floor/use-drag-order.ts';
import { anchorFor } from './move-one.ts';
import { QueueRow } from './queue-row.tsx';
import type { QueueLine, QueueRows } from './queue-rows.ts';
import { useAct } from './use-act.ts';
import { useFloorTools } from './use-floor-actions.ts';
import { type MoveSpeech, useMoveSpeech } from './use-queue-acts.ts';
import { useRoving } from './use-roving.ts';

const words = () => text.console.queue;
const SHOWN = 60;
const STEP_MS = 5_000;

/** Entries that may be called now, and under a line those that wait for a later item. */
export function QueueList() {
  const tools = useFloorTools();
  const now = useServerNow(STEP_MS);
  const [limit, setLimit] = useState(SHOWN);
  const present = turns(tools.state, now);
  const later = laterLine(tools.state);
  const all: readonly QueueLine[] = [
    ...present.map(({ speech, ahead, expectedAt }) => ({ speech, place: ahead + 1, expectedAt })),
    ...later.map((speech, index) => ({ speech, place: present.length + index + 1, expectedAt: null })),
  ];
  const shown = all.slice(0, limit);
  const rows = useQueueRows(tools, speakingHints(tools.state, now), all);
  return (
    <>
      <ol ref={rows.hold} className="console-list" aria-label={words().heading} {...rows.roving.listProps}>
        {shown.map((line, index) => (
          <QueueRow
            key={line.speech.speechId}
            line={line}
            rows={rows}
            heading={index === present.length ? laterHeading(tools, line) : null}
          />
        ))}
      </ol>
      {all.length > limit ? (
        <button type="button" className="button" data-tone="quiet" onClick={() => setLimit(limit + SHOWN)}>
          {words().more(all.length - limit)}
        </button>
      ) : null}
    </>
  );
}

const laterHeading = ({ state: { agenda } }: FloorTools, { speech: { itemId } }: QueueLine): string => {
  const item = itemId === null ? undefined : itemOf(agenda, itemId);
  return text.conducting.laterItem(item?.plan.title ?? '');
};

function useQueueRows(tools: FloorTools, hints: SpeakingHints, lines: readonly QueueLine[]) {
  const ids = lines.map(({ speech }) => speech.speechId);
  const move = useMoveSpeech();
  const list = useRef<HTMLElement>(null);
  const { marked, mark } = useSwap(tools);
  const drag = useDragOrder(list, ids, (id, before) => move(ids, id, before));
  const onKey = useQueueKeys({ tools, ids, move, mark });
  const roving = useRoving(ids, onKey);
  const hold = useHeld(list, roving.list);
  return { tools, hints, ids, roving, drag, move, marked, mark, hold } satisfies QueueRows & { hold: unknown };
}

/** Both the arrows and the drag look for rows in the list. */
function useHeld(list: RefObject<HTMLElement | null>, also: (element: HTMLElement | null) => void) {
  return useCallback(
    (element: HTMLElement | null) => {
      list.current = element;
      also(element);
    },
    [list, also],
  );
}

/** The first press chooses an entry, the second swaps it with another; the same once more lets go. */
function useSwap(tools: FloorTools) {
  const act = useAct();
  const [chosen, setChosen] = useState<SpeechId | null>(null);
  const { floor } = tools.state;
  const marked = chosen !== null && floor.queue.includes(chosen) ? chosen : null;
  const mark = (id: SpeechId) => {
    const [one, other] = [marked === null ? undefined : speechOf(floor, marked), speechOf(floor, id)];
    setChosen(marked === null ? id : null);
    if (one === undefined || other === undefined || one === other) return;
    const swap = swapOf(tools, one, other);
    act(swap.make(), swap.done);
  };
  return { marked, mark };
}

interface QueueKeys {
  readonly tools: FloorTools;
  readonly ids: readonly SpeechId[];
  readonly move: MoveSpeech;
  readonly mark: (id: SpeechId) => void;
}

/** Alt ↑ ↓ moves, Space chooses for a swap, Enter opens what can be done, Delete withdraws. */
function useQueueKeys({ tools, ids, move, mark }: QueueKeys): (id: SpeechId, event: KeyboardEvent) => void {
  const act = useAct();
  const onRow = (id: SpeechId, key: string): boolean => {
    const speech = speechOf(tools.state.floor, id);
    if (speech === undefined) return false;
    if (key === 'Delete') {
      const withdraw = withdrawOf(tools, speech);
      act(withdraw.make(), withdraw.done);
    } else if (key === 'Enter') tools.open({ kind: 'entry', speechId: id });
    else if (key === ' ') mark(id);
    else return false;
    return true;
  };
  return (id, event) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const anchor = anchorFor(ids, id, event.key === 'ArrowUp' ? 'up' : 'down');
      if (anchor !== undefined) move(ids, id, anchor);
    } else if (event.target === event.currentTarget && onRow(id, event.key)) event.preventDefault();
  };
}
