import { presentIn } from '../../../shared/domain/attendance/figure.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { formatCount, formatDuration } from '../../parts/clock-text.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
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
  /** Shows what is below the bridge. */
  readonly onEnter: (bridgeId: BridgeId) => void;
}

export function BridgeRow({ line, row, current, onEnter }: BridgeRowProps) {
  const { bridge, standing } = line;
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
      <span className="console-attendance" data-silent={standing?.reported === 0 || undefined}>
        {attendance}
      </span>
      <span className="console-row-state">{state.word}</span>
      {line.attention === 'lost' ? <LostLine line={line} /> : null}
      <BranchLineOf line={line} />
      {current ? <BridgeRowDetails line={line} onEnter={onEnter} /> : null}
    </li>
  );
}

/** The whole branch; empty where nothing is told of it. */
function attendanceWords({ standing }: BridgeLine): string {
  if (standing === null) return '';
  const { figure, reported, excuse } = standing;
  if (reported === 0) return excuse === null ? words().unreported : words().excused;
  return words().presentOf(formatCount(presentIn(figure)), formatCount(figure.expected));
}

/** What is missing below the bridge, or what does not agree; of a sub-bridge, where it belongs. */
function BranchLineOf({ line: { bridge, standing } }: { readonly line: BridgeLine }) {
  const parent = useConference(({ bridges }) =>
    bridge.tier <= 1 || bridge.parentId === null ? null : (bridgeOf(bridges, bridge.parentId)?.shortName ?? null),
  );
  if (standing === null) return parent === null ? null : <small>{words().below(parent)}</small>;
  const sentence = branchWords(standing);
  return sentence === null ? null : <small data-state={standing.state}>{sentence}</small>;
}

function branchWords({ state, bridges, reported, excuse }: NonNullable<BridgeLine['standing']>): string | null {
  const missing = formatCount(bridges - reported);
  switch (state) {
    case 'part':
      return words().missing(missing, formatCount(bridges));
    case 'silent':
      return bridges > 1 ? words().missing(missing, formatCount(bridges)) : null;
    case 'more':
      return words().moreThanExpected;
    case 'disagree':
      return words().disagree;
    case 'excused':
      return excuse;
    case 'all':
    case 'none':
      return null;
  }
}

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
    case 'figures':
      return { tone: 'look', word: words().figures };
    case 'unreported':
    case 'calm':
      return readiness;
  }
}
