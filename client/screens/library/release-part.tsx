import { useState } from 'react';
import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import type { CommandOf } from '../../../shared/domain/command.ts';
import { aboutOf, type Readership, releaseOf, type StoredDocument } from '../../../shared/domain/documents/document.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { readClock, startOfDay } from '../../../shared/views/day-time.ts';
import { formatCount, formatTime, formatTypedDate } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { readDate } from '../../parts/date-field.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.library.release;

interface Of {
  readonly stored: StoredDocument;
}

/** To whom it goes, and when; or back. */
export function ReleasePart({ stored }: Of) {
  const { documentId } = stored.file;
  const released = useConference(({ documents }) => releaseOf(documents, documentId));
  const { scheduled } = stored;
  return (
    <section className="library-release" aria-label={words().title}>
      <h3>{words().title}</h3>
      {released === undefined ? null : (
        <p>
          <StateMark tone="done" word={words().since(formatTime(released.at), readersWords(released.to))} />
        </p>
      )}
      {scheduled === null ? null : (
        <p>
          <StateMark tone="next" word={words().due(formatTime(scheduled.at), readersWords(scheduled.to))} />
        </p>
      )}
      {released === undefined && scheduled === null ? null : (
        <CommandButton
          label={released === undefined ? words().unschedule : words().withdraw}
          make={() => ({ type: 'withdrawDocument', documentId })}
        />
      )}
      {released === undefined ? <Giving stored={stored} /> : null}
    </section>
  );
}

const readersWords = (to: Readership): string =>
  to.kind === 'delegates' ? words().toDelegates : words().toBridges(formatCount(to.bridgeIds.length));

const WHOM = ['delegates', 'allBridges', 'someBridges'] as const;
type Whom = (typeof WHOM)[number];
type To = CommandOf<'releaseDocument'>['to'];

/** null: nobody was chosen. */
function toOf(whom: Whom, some: readonly BridgeId[]): To | null {
  if (whom === 'delegates') return { kind: 'delegates' };
  if (whom === 'allBridges') return { kind: 'bridges', bridgeIds: null };
  return some.length === 0 ? null : { kind: 'bridges', bridgeIds: [...some] };
}

function Giving({ stored }: Of) {
  const { documentId } = stored.file;
  const [whom, setWhom] = useState<Whom>('delegates');
  const [some, setSome] = useState<readonly BridgeId[]>([]);
  const to = toOf(whom, some);
  const secret = aboutOf(stored).secrecy === 'none' ? null : words().secret;
  const reason = secret ?? (to === null ? words().noBridge : null);
  return (
    <>
      <ChoiceField
        label={words().to}
        value={whom}
        onChange={({ target }) => setWhom(WHOM.find((one) => one === target.value) ?? 'delegates')}
        choices={WHOM.map((value) => ({ value, label: words()[value] }))}
      />
      {whom === 'someBridges' ? <BridgesChoice chosen={some} onChoose={setSome} /> : null}
      <CommandButton
        label={words().now}
        tone="primary"
        disabledReason={reason}
        make={() => (to === null ? null : { type: 'releaseDocument', documentId, to, at: null })}
      />
      <Later reason={reason} make={(at) => (to === null ? null : { type: 'releaseDocument', documentId, to, at })} />
    </>
  );
}

interface BridgesChoiceProps {
  readonly chosen: readonly BridgeId[];
  readonly onChoose: (ids: readonly BridgeId[]) => void;
}

function BridgesChoice({ chosen, onChoose }: BridgesChoiceProps) {
  const bridges = useConference((state) => bridgesInOrder(state.bridges));
  return (
    <fieldset className="library-bridges">
      <legend>{words().bridges}</legend>
      {bridges.map(({ bridgeId, shortName }) => (
        <label key={bridgeId} className="library-check">
          <input
            type="checkbox"
            checked={chosen.includes(bridgeId)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, bridgeId] : chosen.filter((one) => one !== bridgeId))
            }
          />
          {shortName}
        </label>
      ))}
    </fieldset>
  );
}

interface LaterProps {
  readonly reason: string | null;
  readonly make: (at: number) => CommandOf<'releaseDocument'> | null;
}

function Later({ reason, make }: LaterProps) {
  const now = useServerNow(10_000);
  const [date, setDate] = useState(() => formatTypedDate(now));
  const [time, setTime] = useState('');
  const at = instantOf(date, time);
  const problem = time !== '' && (at === null || at <= now) ? words().badTime : null;
  return (
    <>
      <div className="library-when">
        <Field label={words().date} value={date} inputMode="numeric" onChange={({ target }) => setDate(target.value)} />
        <Field
          label={words().time}
          value={time}
          placeholder="14:30"
          problem={problem}
          onChange={({ target }) => setTime(target.value)}
        />
      </div>
      <CommandButton
        label={words().later}
        disabledReason={reason ?? (time === '' ? words().badTime : problem === null ? null : '')}
        make={() => (at === null ? null : make(at))}
      />
    </>
  );
}

const NOON = 'T12:00:00+07:00';

/** An instant in Hà Nội; null: no such day, or no such time. */
function instantOf(date: string, time: string): number | null {
  const day = readDate(date);
  const clock = readClock(time);
  return day === null || clock === null ? null : startOfDay(Date.parse(`${day}${NOON}`)) + clock;
}
