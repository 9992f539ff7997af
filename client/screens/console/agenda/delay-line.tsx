import type { Command } from '../../../../shared/domain/command.ts';
import { formatMinutes } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { useRights } from '../use-rights.ts';

const words = () => text.agenda.delay;

/** The announced delay, as long as it lies over the plan. */
export function DelayLine({ delayMs }: { readonly delayMs: number }) {
  if (delayMs === 0) return null;
  return (
    <div className="console-delay">
      <p>
        <Shape name="look" /> {words().line(formatMinutes(Math.round(delayMs / 60_000)))}
      </p>
      <div className="console-delay-acts">
        <DelayAct command={{ type: 'revokeDelay' }} label={words().revoke} />
        <DelayAct command={{ type: 'makeDelayPermanent' }} label={words().settle} />
      </div>
    </div>
  );
}

function DelayAct({ command, label }: { readonly command: Command; readonly label: string }) {
  const { may, reason } = useRights();
  if (!may(command)) return null;
  return <CommandButton make={() => command} label={label} disabledReason={reason(command)} className="console-tip" />;
}
