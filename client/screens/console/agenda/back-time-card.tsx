import type { BackTime, Proposal } from '../../../../shared/views/back-time.ts';
import { formatMinutes } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { useRights } from '../use-rights.ts';
import { timeOn } from './plan-times.ts';
import type { Programme } from './use-programme.ts';

const words = () => text.agenda.backTime;
const MINUTE_MS = 60_000;

/** At least a minute: what is short by seconds is short. */
const minutes = (ms: number): string => formatMinutes(Math.max(1, Math.round(ms / MINUTE_MS)));

/** Whether the demanded end holds, what would win time, and what is left for each hall that waits. */
export function BackTimeCard({ programme: { backTime, fairTime, now } }: { readonly programme: Programme }) {
  if (backTime === null && fairTime === null) return null;
  return (
    <section className="console-back-time" aria-label={words().heading}>
      {backTime === null ? null : <Demanded backTime={backTime} now={now} />}
      {fairTime === null ? null : <p>{fairWords(fairTime)}</p>}
    </section>
  );
}

/** Minutes are cut, never rounded up: nobody is promised what is not there. */
const fairWords = ({ waiting, eachMs }: NonNullable<Programme['fairTime']>): string =>
  eachMs < MINUTE_MS
    ? words().noTimeLeft(waiting)
    : words().fair(waiting, formatMinutes(Math.floor(eachMs / MINUTE_MS)));

function Demanded({ backTime, now }: { readonly backTime: BackTime; readonly now: number }) {
  const { endsBy, expectedEnd, missingMs, proposals } = backTime;
  const late = missingMs > 0;
  return (
    <>
      <p data-late={late || undefined}>
        {late ? <Shape name="look" /> : null} {words().demanded(timeOn(endsBy, now))} ·{' '}
        {words().expected(timeOn(expectedEnd, now))} · <strong>{standing(missingMs)}</strong>
      </p>
      {late ? <Proposals proposals={proposals} /> : null}
    </>
  );
}

function standing(missingMs: number): string {
  if (missingMs > 0) return words().missing(minutes(missingMs));
  return missingMs > -MINUTE_MS ? words().exact : words().holds(minutes(-missingMs));
}

function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const { may, reason } = useRights();
  const shown = proposals.filter(({ command }) => may(command));
  if (proposals.length === 0) return <p>{words().none}</p>;
  return (
    <ul className="console-proposals" aria-label={words().proposals}>
      {shown.map((proposal) => (
        <li key={`${proposal.kind} ${proposal.title}`}>
          <CommandButton
            make={() => proposal.command}
            label={words().effect(actOf(proposal), minutes(proposal.effectMs))}
            disabledReason={reason(proposal.command)}
          />
        </li>
      ))}
    </ul>
  );
}

function actOf({ kind, count, eachMs, title }: Proposal): string {
  switch (kind) {
    case 'handInWriting':
      return words().handInWriting(count);
    case 'shortenEach':
      return words().shortenEach(minutes(eachMs));
    case 'skipItem':
      return words().skipItem(title);
    case 'shortenItem':
      return words().shortenItem(title, minutes(eachMs));
  }
}
