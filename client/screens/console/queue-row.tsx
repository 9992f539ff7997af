import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import { isOnLine } from '../../../shared/domain/floor/line.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { text } from '../../text/text.ts';
import { ActionButton } from './action-button.tsx';
import { BridgeReadiness } from './bridge-readiness.tsx';
import { callOf } from './floor/call-actions.ts';
import { EntryFacts } from './floor/entry-facts.tsx';
import { entryMarks, hintMarks } from './floor/entry-marks.ts';
import { EntryMarksLine } from './floor/entry-marks-line.tsx';
import { IconButton } from './icon-button.tsx';
import { anchorFor } from './move-one.ts';
import type { QueueLine, QueueRows } from './queue-rows.ts';

const words = () => text.console.queue;
const MINUTE_MS = 60_000;

interface QueueRowProps {
  readonly line: QueueLine;
  readonly rows: QueueRows;
  /** Stands above the first entry of a later item. */
  readonly heading: string | null;
}

export function QueueRow({ line, rows, heading }: QueueRowProps) {
  const { speech, place, expectedAt } = line;
  const { tools, roving, drag } = rows;
  const { speechId } = speech;
  const bridge = bridgeOf(tools.state.bridges, speech.bridgeId);
  const name = bridge?.shortName ?? text.console.goneBridge;
  const kind = text.console.speechKind[speech.kind];
  const about = `${speech.subject} · ${personWords(speech.speaker)}`;
  return (
    <li
      className="console-row console-queue-row"
      {...rowStates(line, rows)}
      data-drop={dropState(speechId, rows)}
      aria-label={words().rowLabel({ position: place, place: name, kind, about })}
      {...roving.rowProps(speechId)}
    >
      {heading === null ? null : <span className="console-later">{heading}</span>}
      <span className="console-grip" title={text.conducting.drag} aria-hidden="true" {...drag.handleProps(speechId)}>
        ⠿
      </span>
      <span className="console-position">{place}</span>
      <RowWho line={line} rows={rows} name={name} about={about} />
      <EntryFacts bridgeId={speech.bridgeId} hints={rows.hints} />
      <span className="console-times">
        <span>{words().minutes(Math.round(speech.allottedMs / MINUTE_MS))}</span>
        <span>{expectedAt === null ? '' : `~${formatTime(expectedAt)}`}</span>
      </span>
      <RowButtons speech={speech} place={name} rows={rows} />
    </li>
  );
}

/** How the row is drawn: who is next, who is gone, what a hand does with it. */
function rowStates({ speech, place, expectedAt }: QueueLine, { tools, drag, marked }: QueueRows) {
  const { speechId } = speech;
  return {
    'data-next': (place === 1 && expectedAt !== null) || undefined,
    'data-lost': !isOnLine(tools.state, speech) || undefined,
    'data-later': expectedAt === null || undefined,
    'data-marked': marked === speechId || undefined,
    'data-dragged': drag.dragging?.id === speechId || undefined,
  };
}

/** Where a dragged entry would fall: before this row, or after the last one. */
function dropState(speechId: SpeechId, { drag, ids }: QueueRows): 'before' | 'after' | undefined {
  const before = drag.dragging?.before;
  if (before === speechId) return 'before';
  return before === null && ids.at(-1) === speechId ? 'after' : undefined;
}

interface RowWhoProps {
  readonly line: QueueLine;
  readonly rows: QueueRows;
  readonly name: string;
  readonly about: string;
}

function RowWho({ line: { speech }, rows: { tools, hints }, name, about }: RowWhoProps) {
  return (
    <span className="console-who">
      <strong title={bridgeOf(tools.state.bridges, speech.bridgeId)?.name}>{name}</strong>
      {isOnLine(tools.state, speech) ? <BridgeReadiness bridgeId={speech.bridgeId} bare /> : null}
      <em>{text.console.speechKind[speech.kind]}</em>
      <EntryMarksLine marks={entryMarks(tools.state, speech)} />
      <span className="console-about" title={about}>
        <EntryMarksLine marks={hintMarks(tools.state, speech, hints)} />
        {about}
      </span>
    </span>
  );
}

interface RowButtonsProps {
  readonly speech: Speech;
  readonly place: string;
  readonly rows: QueueRows;
}

/** Rows that are not the current one keep their buttons for the mouse only: Tab leaves the list in one step. */
function RowButtons({ speech, place, rows }: RowButtonsProps) {
  const { tools, ids, move, marked, mark, roving } = rows;
  const { speechId } = speech;
  const inTabOrder = roving.current === speechId;
  const call = callOf(tools, speech);
  const up = anchorFor(ids, speechId, 'up');
  const down = anchorFor(ids, speechId, 'down');
  const swapName = marked === null ? text.conducting.swapWith(place) : text.conducting.swapHere(place);
  return (
    <span className="console-row-buttons" data-current={inTabOrder || undefined}>
      <IconButton
        sign="↑"
        name={words().up(place)}
        reason={up === undefined ? words().firstAlready : null}
        inTabOrder={inTabOrder}
        onPress={() => up !== undefined && move(ids, speechId, up)}
      />
      <IconButton
        sign="↓"
        name={words().down(place)}
        reason={down === undefined ? words().lastAlready : null}
        inTabOrder={inTabOrder}
        onPress={() => down !== undefined && move(ids, speechId, down)}
      />
      <IconButton sign="⇄" name={swapName} reason={null} inTabOrder={inTabOrder} onPress={() => mark(speechId)} />
      <IconButton
        sign="⋯"
        name={text.conducting.entry.open(place)}
        reason={null}
        inTabOrder={inTabOrder}
        onPress={() => tools.open({ kind: 'entry', speechId })}
      />
      <ActionButton action={call} label={words().call} name={call.label} className="console-tight" />
    </span>
  );
}
