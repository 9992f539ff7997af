import { formatCount, formatDuration } from '../../parts/clock-text.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import type { BridgeLine } from './bridge-lines.ts';
import { useReadiness } from './bridge-readiness.tsx';
import { BridgeRowDetails } from './bridge-row-details.tsx';
import type { RowProps } from './use-roving.ts';

const words = () => text.console.bridges;

interface BridgeRowProps {
  readonly line: BridgeLine;
  readonly row: RowProps;
  readonly current: boolean;
}

export function BridgeRow({ line, row, current }: BridgeRowProps) {
  const { bridge, headcount } = line;
  const attendance = attendanceWords(line);
  const state = useRowState(line);
  const phone = bridge.technician?.phone ?? null;
  return (
    <li
      className="console-row console-bridge-row"
      data-attention={line.attention}
      data-bridge={bridge.bridgeId}
      title={phone === null ? bridge.name : words().withPhone(bridge.name, phone)}
      aria-label={words().rowLabel(bridge.name, attendance, state.word)}
      {...row}
    >
      <StateMark tone={state.tone} word={state.word} bare />
      <strong>{bridge.shortName}</strong>
      <span className="console-attendance" data-silent={headcount === null || undefined}>
        {attendance}
      </span>
      <span className="console-row-state">{state.word}</span>
      {line.attention === 'lost' ? <LostLine line={line} /> : null}
      {current ? <BridgeRowDetails line={line} /> : null}
    </li>
  );
}

const attendanceWords = ({ headcount }: BridgeLine): string =>
  headcount === null
    ? words().unreported
    : words().presentOf(formatCount(headcount.present), formatCount(headcount.expected));

/** A hall that is lost is reached by telephone: its number needs no press to be read. */
function LostLine({ line: { bridge, hand } }: { readonly line: BridgeLine }) {
  const now = useServerNow();
  const since = bridge.link.status === 'lost' ? bridge.link.since : now;
  const phone = bridge.technician?.phone ?? null;
  const lost = words().lostFor(formatDuration(Math.max(0, now - since)));
  return (
    <small>
      {words().lostCall(lost, phone)} {hand ? <StateMark tone="hand" word={words().hand} /> : null}
    </small>
  );
}

/** The most pressing thing said in a word; with nothing pressing, how line and devices stand. */
function useRowState(line: BridgeLine): { readonly tone: MarkTone; readonly word: string } {
  const readiness = useReadiness(line.bridge.bridgeId);
  switch (line.attention) {
    case 'lost':
      return { tone: 'look', word: words().lost };
    case 'hand':
      return { tone: 'hand', word: words().hand };
    case 'onAir':
      return readiness.tone === 'look' ? readiness : { tone: 'air', word: words().onAir };
    case 'next':
      return readiness.tone === 'look' ? readiness : { tone: 'next', word: words().next };
    case 'unreported':
    case 'calm':
      return readiness;
  }
}
