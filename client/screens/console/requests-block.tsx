import { useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { requestedSpeeches, type Speech } from '../../../shared/domain/floor/floor.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useRights } from './use-rights.ts';
import { type RowProps, useRoving } from './use-roving.ts';

const words = text.console.requests;
const MINUTE_MS = 60_000;
const MINUTES = [3, 5, 7, 10, 15].map((minutes) => minutes * MINUTE_MS);

/** Hands that nobody has answered yet: above the queue, since each waits for a word. */
export function RequestsBlock() {
  const requests = useConference(({ floor }) => requestedSpeeches(floor));
  const roving = useRoving(requests.map(({ speechId }) => speechId));
  if (requests.length === 0) return null;
  return (
    <div className="console-requests">
      <h3>
        <StateMark tone="hand" word={words.heading(requests.length)} />
      </h3>
      <ul ref={roving.list} className="console-list" aria-label={words.label} {...roving.listProps}>
        {requests.map((speech) => (
          <RequestRow key={speech.speechId} speech={speech} row={roving.rowProps(speech.speechId)} />
        ))}
      </ul>
    </div>
  );
}

function RequestRow({ speech, row }: { readonly speech: Speech; readonly row: RowProps }) {
  const { speechId } = speech;
  const [allottedMs, setAllotted] = useState(speech.allottedMs);
  const place =
    useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.shortName) ?? text.console.goneBridge;
  const { reason } = useRights();
  const about = `${speech.subject} · ${personWords(speech.speaker)}`;
  return (
    <li className="console-row console-request-row" aria-label={words.rowLabel(place, about)} {...row}>
      <span className="console-who">
        <strong>{place}</strong>
        <span className="console-about" title={about}>
          {about}
        </span>
      </span>
      <span className="console-row-buttons" data-current>
        <select
          aria-label={words.minutesFor(place)}
          tabIndex={row.tabIndex}
          value={allottedMs}
          onChange={({ target }) => setAllotted(Number(target.value))}
        >
          {[...new Set([speech.allottedMs, ...MINUTES])]
            .toSorted((a, b) => a - b)
            .map((ms) => (
              <option key={ms} value={ms}>
                {text.console.queue.minutes(ms / MINUTE_MS)}
              </option>
            ))}
        </select>
        <CommandButton
          make={() => ({ type: 'acceptSpeech', speechId, allottedMs })}
          label={words.accept}
          name={words.acceptName(place)}
          disabledReason={reason({ type: 'acceptSpeech', speechId, allottedMs })}
          className="console-tight"
        />
        <CommandButton
          make={() => ({ type: 'declineSpeech', speechId })}
          label={words.decline}
          name={words.declineName(place)}
          tone="quiet"
          disabledReason={reason({ type: 'declineSpeech', speechId })}
          className="console-tight"
        />
      </span>
    </li>
  );
}
