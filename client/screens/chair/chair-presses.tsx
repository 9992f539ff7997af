import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { type CallEffect, callEffect } from '../../../shared/views/chair-line.ts';
import { isReminded } from '../../../shared/views/floor-clock.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { HoldButton } from '../../parts/hold-button.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.chair;

/** Three large presses. What ends or holds somebody's speech is held: a slip of the hand ruins nothing. */
export function ChairPresses({ chosen }: { readonly chosen: Speech | null }) {
  const running = useConference(({ floor }) => speechOnFloor(floor));
  return (
    <div className="chair-presses">
      <CallPress chosen={chosen} running={running} />
      <RemindPress running={running} />
      <HoldButton
        className="chair-press chair-end"
        label={words().end}
        subject={running?.speechId}
        disabledReason={running === undefined ? words().nobodySpeaks : null}
        make={() => (running === undefined ? null : { type: 'endSpeech', speechId: running.speechId })}
      />
    </div>
  );
}

interface PressProps {
  readonly chosen: Speech | null;
  readonly running: Speech | undefined;
}

/** On a free floor one press calls; while somebody speaks it is held, and says who gives way. */
function CallPress({ chosen, running }: PressProps) {
  const now = useServerNow();
  const phase = useConference(({ conference }) => conference.phase);
  const obstacle = useObstacle();
  const bridges = useConference((state) => state.bridges);
  const effect = useConference((state) => (chosen === null ? null : callEffect(state, chosen, now)));
  if (chosen === null || effect === null) {
    const reason = phase === 'live' ? words().nobodyToCall : words().notLive[phase];
    return (
      <CommandButton
        className="chair-press"
        tone="primary"
        label={words().call}
        disabledReason={reason}
        make={() => null}
      />
    );
  }
  const { speechId, bridgeId } = chosen;
  const expectedOnFloor = running?.speechId ?? null;
  const press = {
    className: 'chair-press',
    tone: 'primary' as const,
    label: words().callOne(bridgeOf(bridges, bridgeId)?.shortName ?? ''),
    disabledReason: obstacle,
    make: (): Command => ({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: [] }),
  };
  if (effect.kind === 'begins') return <CommandButton {...press} />;
  return <HoldButton {...press} subject={`${speechId} ${expectedOnFloor}`} how={howOf(effect)} />;
}

/** Why nobody is called now, whoever it were. */
function useObstacle(): string | null {
  const { phase, classifiedSince } = useConference(({ conference }) => conference);
  if (classifiedSince !== null) return text.refusals.sentence('classified', {});
  return phase === 'live' ? null : words().notLive[phase];
}

const howOf = (effect: Exclude<CallEffect, { kind: 'begins' }>): string =>
  effect.kind === 'ends' ? words().callEnds(effect.bridge) : words().callInterposes(effect.bridge);

function RemindPress({ running }: Pick<PressProps, 'running'>) {
  const now = useServerNow();
  const reminded = running !== undefined && isReminded(running, now);
  const idle = running === undefined ? words().nobodySpeaks : reminded ? words().justReminded : null;
  const at = running?.remindedAt ?? null;
  return (
    <span className="chair-press-frame">
      <CommandButton
        className="chair-press"
        label={words().remind}
        disabledReason={idle}
        make={() => (running === undefined ? null : { type: 'remindOfTime', speechId: running.speechId })}
      />
      {idle === null && at !== null ? <span className="hold-how">{words().remindedAt(formatTime(at))}</span> : null}
    </span>
  );
}
