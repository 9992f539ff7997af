import { useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { type OwnEntry, ownEntries, type Standing } from '../../../shared/views/own-entries.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { personWords } from '../../parts/person-words.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { UnderstudyForm } from './understudy-form.tsx';

const words = () => text.bridge.ask;

/** Every turn of this hall with its state in words; what waits can be taken back or given to somebody else. */
export function OwnEntries({ own }: { readonly own: BridgeId }) {
  const now = useServerNow(10_000);
  const entries = useConference((state) => ownEntries(state, own, now));
  if (entries.length === 0) return null;
  return (
    <ul className="bridge-waiting" aria-label={words().own}>
      {entries.map((entry) => (
        <EntryLine key={entry.speech.speechId} entry={entry} />
      ))}
    </ul>
  );
}

function EntryLine({ entry }: { readonly entry: OwnEntry }) {
  const { speech, standing, isWaiting } = entry;
  const { understudy } = speech;
  const mayGiveUp = isWaiting || standing.kind === 'called';
  return (
    <li className="bridge-waiting-line" data-over={'at' in standing}>
      <p>
        <strong>{standingWords(standing)}</strong>
        <span className="bridge-waiting-kind"> · {words().kinds[speech.kind]}</span>
      </p>
      <p>{speech.subject}</p>
      {mayGiveUp ? (
        <>
          <p className="bridge-waiting-kind">{personWords(speech.speaker)}</p>
          {understudy === null ? null : (
            <p className="bridge-waiting-kind">{words().understudy.is(personWords(understudy))}</p>
          )}
          <EntryActions entry={entry} />
        </>
      ) : null}
    </li>
  );
}

/** A place in the line is not given up by a slip of the hand: it is asked once more. */
function EntryActions({ entry: { speech, standing, isWaiting } }: { readonly entry: OwnEntry }) {
  const { show } = useNotices();
  const [open, setOpen] = useState<'withdraw' | 'understudy' | null>(null);
  const { speechId, understudy } = speech;
  if (open === 'understudy') return <UnderstudyForm speech={speech} onDone={() => setOpen(null)} />;
  const sure = standing.kind === 'registered' || open === 'withdraw';
  return (
    <div className="bridge-actions">
      {sure ? (
        <CommandButton
          label={standing.kind === 'registered' ? words().withdraw : words().withdrawSurely}
          make={() => ({ type: 'withdrawSpeech', speechId })}
          onAccepted={() => show({ tone: 'ok', sentence: words().withdrawn })}
        />
      ) : (
        <button type="button" className="button" data-tone="plain" onClick={() => setOpen('withdraw')}>
          {words().withdraw}
        </button>
      )}
      {open === 'withdraw' ? (
        <button type="button" className="button" data-tone="quiet" onClick={() => setOpen(null)}>
          {words().keep}
        </button>
      ) : null}
      {isWaiting ? (
        <button type="button" className="button" data-tone="plain" onClick={() => setOpen('understudy')}>
          {understudy === null ? words().understudy.name : words().understudy.change}
        </button>
      ) : null}
      {understudy === null ? null : (
        <CommandButton
          label={words().understudy.seat}
          make={() => ({ type: 'seatUnderstudy', speechId })}
          onAccepted={() => show({ tone: 'ok', sentence: words().understudy.seated })}
        />
      )}
    </div>
  );
}

function standingWords(standing: Standing): string {
  const said = words().standing;
  switch (standing.kind) {
    case 'inLine':
      return inLineWords(standing);
    case 'later':
      return said.later(standing.item);
    case 'paused':
      return said.paused[standing.cause ?? 'byHand'];
    case 'spoken':
    case 'withdrawn':
    case 'declined':
    case 'lapsed':
    case 'handedInWriting':
      return said[standing.kind](formatTime(standing.at));
    default:
      return said[standing.kind];
  }
}

function inLineWords({ place, expectedAt, standby }: Extract<Standing, { kind: 'inLine' }>): string {
  const said = words().standing;
  if (expectedAt === null) return standby ? said.standbyUntimed : said.inLineUntimed(place);
  return standby ? said.standby(formatTime(expectedAt)) : said.inLine(place, formatTime(expectedAt));
}
