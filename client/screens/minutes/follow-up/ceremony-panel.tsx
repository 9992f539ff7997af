import type { Award } from '../../../../shared/domain/records/award.ts';
import { type AwardCue, ceremonyOf } from '../../../../shared/views/award-ceremony.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.awards;

/** What the announcer reads for the award that comes, who gets ready, and the press that says it was given. */
export function CeremonyPanel({ awards }: { readonly awards: readonly Award[] }) {
  const { current, next } = ceremonyOf(awards);
  return (
    <section className="follow-up-ceremony" aria-label={words().ceremony}>
      <h3>{words().ceremony}</h3>
      {current === null ? <StateMark tone="done" word={words().allGiven} /> : <CurrentAward cue={current} />}
      {next === null ? null : (
        <p>
          <StateMark tone="next" word={words().next} />: <span lang="vi">{next.brief}</span>
        </p>
      )}
    </section>
  );
}

function CurrentAward({ cue: { award, receive, present } }: { readonly cue: AwardCue }) {
  const { awardId, name } = award;
  const reason = useWhyNot({ type: 'presentAward', awardId });
  return (
    <>
      <p className="follow-up-say" lang="vi">
        {receive}
      </p>
      <p className="follow-up-say" lang="vi">
        {present}
      </p>
      <CommandButton
        make={() => ({ type: 'presentAward', awardId })}
        label={words().present}
        name={words().presentName(name)}
        tone="primary"
        disabledReason={reason}
      />
    </>
  );
}
