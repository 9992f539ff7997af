import { LIMITS, type PictureLimit } from '../../../shared/domain/onair/onair.ts';
import { CommandButton, useIssue } from '../../parts/command-button.tsx';
import { HoldButton } from '../../parts/hold-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useDesk } from './desk-context.ts';
import { SteppedDown } from './stepped-down.tsx';

const words = () => text.director.limit;

/** When lines are thin, step by step: no grid, small pictures, at last sound alone, which takes a hold. */
export function LimitPresses() {
  const limit = useConference(({ onair }) => onair.limit);
  return (
    <>
      <h3>
        {words().heading}
        <SteppedDown />
      </h3>
      <div className="director-limits">
        {LIMITS.map((one) => (
          <LimitPress key={one} limit={one} current={limit} />
        ))}
      </div>
      <p className="director-limit-word" data-limited={limit !== 'full' || undefined}>
        {words().explained[limit]}
      </p>
    </>
  );
}

interface LimitPressProps {
  readonly limit: PictureLimit;
  readonly current: PictureLimit;
}

function LimitPress({ limit, current }: LimitPressProps) {
  const { standing } = useDesk();
  const sayDone = useSayDone();
  const { main } = useSync();
  const isCurrent = limit === current;
  const label = words().names[limit];
  const make = () => (main.get().onair.limit === limit ? null : ({ type: 'limitPictures', limit } as const));
  const onAccepted = () => sayDone(limit, current);
  const className = isCurrent ? 'is-current' : '';
  if (limit === 'soundOnly' && !isCurrent) {
    return (
      <HoldButton label={label} make={make} disabledReason={standing} onAccepted={onAccepted} how={words().hold} />
    );
  }
  return (
    <CommandButton
      label={label}
      name={isCurrent ? words().current(label) : undefined}
      make={make}
      disabledReason={standing}
      className={className}
      onAccepted={onAccepted}
    />
  );
}

/** What everybody sees less of is said, with the way back. */
function useSayDone(): (limit: PictureLimit, before: PictureLimit) => void {
  const issue = useIssue();
  const { show } = useNotices();
  return (limit, before) =>
    show({
      tone: 'ok',
      about: 'picture-limit',
      sentence: words().done[limit],
      undo: () => void issue({ type: 'limitPictures', limit: before }),
    });
}
