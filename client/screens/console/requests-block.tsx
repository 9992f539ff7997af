import { type KeyboardEvent, useState } from 'react';
import { valuesOf } from '../../../shared/base/persistent-map.ts';
import { type Floor, registeredSpeeches, type Speech, speechOf } from '../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { type SpeakingHints, speakingHints } from '../../../shared/views/speaking-hints.ts';
import { personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import type { Action } from './action.ts';
import { ActionButton } from './action-button.tsx';
import { answerActions, declineOf, queueOf } from './floor/entry-actions.ts';
import { EntryFacts } from './floor/entry-facts.tsx';
import { entryMarks, hintMarks } from './floor/entry-marks.ts';
import { EntryMarksLine } from './floor/entry-marks-line.tsx';
import { type FloorTools, placeOf } from './floor/floor-tools.ts';
import { IconButton } from './icon-button.tsx';
import { useAct } from './use-act.ts';
import { useFloorTools } from './use-floor-actions.ts';
import { type RowProps, useRoving } from './use-roving.ts';

const words = () => text.console.requests;
const MINUTE_MS = 60_000;
const STEP_MS = 5_000;
const MINUTES = [2, 3, 5, 7, 10, 15].map((minutes) => minutes * MINUTE_MS);

/** Hands that nobody has answered yet, and who is admitted but not in line: above the queue, each waits for a word. */
export function RequestsBlock() {
  const tools = useFloorTools();
  const hints = speakingHints(tools.state, useServerNow(STEP_MS));
  const { floor } = tools.state;
  const registered = registeredSpeeches(floor);
  const admitted = admittedSpeeches(floor);
  const all = [...registered, ...admitted];
  const onKey = useRequestKeys(tools);
  const roving = useRoving(
    all.map(({ speechId }) => speechId),
    onKey,
  );
  if (all.length === 0) return null;
  const heading =
    registered.length > 0 ? words().heading(registered.length) : text.conducting.admitted(admitted.length);
  return (
    <div className="console-requests">
      <h3>
        <StateMark tone="hand" word={heading} />
      </h3>
      <ul ref={roving.list} className="console-list" aria-label={words().label} {...roving.listProps}>
        {all.map((speech) => (
          <RequestRow
            key={speech.speechId}
            speech={speech}
            tools={tools}
            hints={hints}
            row={roving.rowProps(speech.speechId)}
          />
        ))}
      </ul>
    </div>
  );
}

const admittedSpeeches = ({ speeches }: Floor): readonly Speech[] =>
  [...valuesOf(speeches)].filter(({ stage }) => stage.status === 'accepted');

/** Enter puts in line, Delete declines. */
function useRequestKeys(tools: FloorTools): (id: SpeechId, event: KeyboardEvent) => void {
  const act = useAct();
  const press = ({ make, done }: Action) => act(make(), done);
  return (id, event) => {
    const speech = speechOf(tools.state.floor, id);
    if (speech === undefined || event.target !== event.currentTarget) return;
    if (event.key === 'Enter') press(inLineOf(tools, speech));
    else if (event.key === 'Delete') press(declineOf(tools, speech));
    else return;
    event.preventDefault();
  };
}

const inLineOf = (tools: FloorTools, speech: Speech): Action =>
  speech.stage.status === 'accepted' ? queueOf(tools, speech) : answerActions(tools, speech).accept;

interface RequestRowProps {
  readonly speech: Speech;
  readonly tools: FloorTools;
  readonly hints: SpeakingHints;
  readonly row: RowProps;
}

function RequestRow({ speech, tools, hints, row }: RequestRowProps) {
  const place = placeOf(tools.state, speech);
  const about = `${speech.subject} · ${personWords(speech.speaker)}`;
  const isAdmitted = speech.stage.status === 'accepted';
  return (
    <li
      className="console-row console-request-row"
      data-admitted={isAdmitted || undefined}
      aria-label={words().rowLabel(place, about)}
      {...row}
    >
      <span className="console-who">
        <strong>{place}</strong>
        <em>{text.console.speechKind[speech.kind]}</em>
        {isAdmitted ? <em>{text.conducting.admittedMark}</em> : null}
        <EntryMarksLine marks={entryMarks(tools.state, speech)} />
        <span className="console-about" title={about}>
          <EntryMarksLine marks={hintMarks(tools.state, speech, hints)} />
          {about}
        </span>
      </span>
      <EntryFacts bridgeId={speech.bridgeId} hints={hints} />
      {isAdmitted ? (
        <AdmittedButtons speech={speech} tools={tools} place={place} />
      ) : (
        <AnswerButtons speech={speech} tools={tools} place={place} tabIndex={row.tabIndex} />
      )}
    </li>
  );
}

interface ButtonsProps {
  readonly speech: Speech;
  readonly tools: FloorTools;
  readonly place: string;
}

function AnswerButtons({ speech, tools, place, tabIndex }: ButtonsProps & Pick<RowProps, 'tabIndex'>) {
  const [allottedMs, setAllotted] = useState(speech.allottedMs);
  const { accept, admit, decline } = answerActions(tools, speech, allottedMs);
  const choices = [...new Set([speech.allottedMs, ...MINUTES])].toSorted((a, b) => a - b);
  return (
    <span className="console-row-buttons" data-current>
      <select
        aria-label={words().minutesFor(place)}
        tabIndex={tabIndex}
        value={allottedMs}
        onChange={({ target }) => setAllotted(Number(target.value))}
      >
        {choices.map((ms) => (
          <option key={ms} value={ms}>
            {text.console.queue.minutes(ms / MINUTE_MS)}
          </option>
        ))}
      </select>
      <ActionButton action={accept} label={words().accept} name={accept.label} className="console-tight" />
      <ActionButton
        action={admit}
        label={text.conducting.admit}
        name={admit.label}
        tone="quiet"
        className="console-tight"
      />
      <ActionButton
        action={decline}
        label={words().decline}
        name={decline.label}
        tone="quiet"
        className="console-tight"
      />
      <MoreButton speech={speech} tools={tools} place={place} />
    </span>
  );
}

function AdmittedButtons({ speech, tools, place }: ButtonsProps) {
  const queue = queueOf(tools, speech);
  const decline = declineOf(tools, speech);
  return (
    <span className="console-row-buttons" data-current>
      <ActionButton action={queue} label={words().accept} name={queue.label} className="console-tight" />
      <ActionButton
        action={decline}
        label={words().decline}
        name={decline.label}
        tone="quiet"
        className="console-tight"
      />
      <MoreButton speech={speech} tools={tools} place={place} />
    </span>
  );
}

const MoreButton = ({ speech, tools, place }: ButtonsProps) => (
  <IconButton
    sign="⋯"
    name={text.conducting.entry.open(place)}
    reason={null}
    inTabOrder
    onPress={() => tools.open({ kind: 'entry', speechId: speech.speechId })}
  />
);
