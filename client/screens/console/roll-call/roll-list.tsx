import { useEffect, useRef } from 'react';
import type { RollCall, RollEntry } from '../../../../shared/domain/attendance/roll-call.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { type MarkTone, StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { type RowProps, useRoving } from '../use-roving.ts';

const words = () => text.rollCall.run;
const TONES = { heard: 'done', silent: 'look', missing: 'look' } as const satisfies Record<string, MarkTone>;

interface RollListProps {
  readonly roll: RollCall;
  readonly onCall: (bridgeId: BridgeId) => void;
}

/** What was said so far; Enter or a press on a line calls that bridge, again or out of turn. */
export function RollList({ roll, onCall }: RollListProps) {
  const called = roll.current?.bridgeId ?? null;
  const roving = useRoving(
    roll.order,
    (id, event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      onCall(id);
    },
    called,
  );
  const list = useRef<HTMLOListElement | null>(null);
  useEffect(() => {
    if (called !== null) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, [called]);
  return (
    <ol
      ref={(element) => {
        list.current = element;
        roving.list(element);
      }}
      className="roll-list console-scroll"
      aria-label={words().list}
      {...roving.listProps}
    >
      {roll.order.map((id, index) => (
        <RollLine
          key={id}
          bridgeId={id}
          place={index + 1}
          entry={roll.answers[id] ?? null}
          isCalled={id === called}
          row={roving.rowProps(id)}
          onCall={() => onCall(id)}
        />
      ))}
    </ol>
  );
}

interface RollLineProps {
  readonly bridgeId: BridgeId;
  readonly place: number;
  readonly entry: RollEntry | null;
  readonly isCalled: boolean;
  readonly row: RowProps;
  readonly onCall: () => void;
}

function RollLine({ bridgeId, place, entry, isCalled, row, onCall }: RollLineProps) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  const said = entry === null ? words().unanswered : words().answers[entry.answer];
  return (
    <li
      className="console-row roll-line"
      aria-current={isCalled ? 'step' : undefined}
      aria-label={words().entryOf(name, said)}
      {...row}
    >
      <span className="roll-line-place">{place}</span>
      <StateMark tone={isCalled ? 'live' : entry === null ? 'off' : TONES[entry.answer]} word={said} bare />
      <strong>{name}</strong>
      <span className="roll-line-said">{entry === null ? '' : words().briefly[entry.answer]}</span>
      <span className="roll-line-number">{entry?.present == null ? '' : words().people(entry.present)}</span>
      <button
        type="button"
        className="button roll-line-call"
        data-tone="plain"
        tabIndex={-1}
        aria-label={words().callNamed(name)}
        onClick={onCall}
      >
        {words().call}
      </button>
    </li>
  );
}
