import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { personWords } from '../../parts/person-words.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BridgeReadiness } from './bridge-readiness.tsx';
import { IconButton } from './icon-button.tsx';
import { anchorFor } from './move-one.ts';
import { useCallGuard } from './use-call-guard.ts';
import { useMoveSpeech, useWithdrawSpeech } from './use-queue-acts.ts';
import type { Rights } from './use-rights.ts';
import type { RowProps } from './use-roving.ts';

const words = text.console.queue;
const MINUTE_MS = 60_000;

interface QueueRowProps {
  readonly turn: Turn;
  readonly queue: readonly SpeechId[];
  readonly rights: Rights;
  readonly row: RowProps;
}

export function QueueRow({ turn, queue, rights, row }: QueueRowProps) {
  const { speech, ahead, expectedAt } = turn;
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)) ?? null;
  const place = bridge?.shortName ?? text.console.goneBridge;
  const about = `${speech.subject} · ${personWords(speech.speaker)}`;
  const minutes = words.minutes(Math.round(speech.allottedMs / MINUTE_MS));
  return (
    <li
      className="console-row console-queue-row"
      data-next={ahead === 0 || undefined}
      aria-label={words.rowLabel({ position: ahead + 1, place, kind: text.console.speechKind[speech.kind], about })}
      {...row}
    >
      <span className="console-position">{ahead + 1}</span>
      <span className="console-who">
        <strong title={bridge?.name}>{place}</strong>
        <BridgeReadiness bridgeId={speech.bridgeId} bare />
        <em>{text.console.speechKind[speech.kind]}</em>
        <span className="console-about" title={about}>
          {about}
        </span>
      </span>
      <span className="console-times">
        <span>{minutes}</span>
        <span>~{formatTime(expectedAt)}</span>
      </span>
      <RowButtons speech={speech} place={place} queue={queue} rights={rights} inTabOrder={row.tabIndex === 0} />
    </li>
  );
}

interface RowButtonsProps {
  readonly speech: Speech;
  readonly place: string;
  readonly queue: readonly SpeechId[];
  readonly rights: Rights;
  readonly inTabOrder: boolean;
}

/** Rows that are not the current one keep their buttons for the mouse only: Tab leaves the list in one step. */
function RowButtons({ speech, place, queue, rights, inTabOrder }: RowButtonsProps) {
  const { speechId } = speech;
  const move = useMoveSpeech();
  const withdraw = useWithdrawSpeech();
  const guard = useCallGuard();
  const onFloor = useConference(({ floor }) => floor.onFloor);
  const up = anchorFor(queue, speechId, 'up');
  const down = anchorFor(queue, speechId, 'down');
  const call: Command = { type: 'callSpeaker', speechId, expectedOnFloor: onFloor };
  const withdrawal = rights.reason({ type: 'withdrawSpeech', speechId });
  return (
    <span className="console-row-buttons" data-current={inTabOrder || undefined}>
      <IconButton
        sign="↑"
        name={words.up(place)}
        reason={up === undefined ? words.firstAlready : null}
        inTabOrder={inTabOrder}
        onPress={() => up !== undefined && move(queue, speechId, up)}
      />
      <IconButton
        sign="↓"
        name={words.down(place)}
        reason={down === undefined ? words.lastAlready : null}
        inTabOrder={inTabOrder}
        onPress={() => down !== undefined && move(queue, speechId, down)}
      />
      <IconButton
        sign="✕"
        name={words.withdraw(place)}
        reason={withdrawal}
        inTabOrder={inTabOrder}
        onPress={() => withdraw(speechId)}
      />
      <CommandButton
        make={() => guard(call)}
        label={words.call}
        name={words.callName(place)}
        disabledReason={rights.reason(call)}
        className="console-tight"
      />
    </span>
  );
}
