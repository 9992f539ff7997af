import { attendanceOf, hasReported, tallyOf } from '../../../../shared/domain/attendance/attendance.ts';
import { presentIn, sumOf } from '../../../../shared/domain/attendance/figure.ts';
import type { RollCall } from '../../../../shared/domain/attendance/roll-call.ts';
import { nextInRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { BridgeReadiness } from '../bridge-readiness.tsx';

const words = () => text.rollCall.run;

/** Who is called, large; its line and devices; what it has reported by itself. */
export function CalledBridge({ roll }: { readonly roll: RollCall }) {
  const called = roll.current?.bridgeId ?? null;
  if (called === null || !roll.order.includes(called)) {
    return <p className="roll-nobody">{nextInRoll(roll) === null ? words().allAnswered : words().nobodyCalled}</p>;
  }
  return <Called bridgeId={called} place={roll.order.indexOf(called) + 1} all={roll.order.length} />;
}

interface CalledProps {
  readonly bridgeId: BridgeId;
  readonly place: number;
  readonly all: number;
}

function Called({ bridgeId, place, all }: CalledProps) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.name ?? '');
  const phone = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.technician?.phone ?? null);
  const report = useConference((state) => reportWords(state, bridgeId));
  return (
    <div className="roll-called">
      <p className="roll-place">{words().place(place, all)}</p>
      <p className="roll-name" title={name}>
        {name}
      </p>
      <p className="roll-state">
        <BridgeReadiness bridgeId={bridgeId} />
        <span>{report}</span>
        {phone === null ? null : <span>{phone}</span>}
      </p>
      <p className="unseen" role="status">
        {words().announced(name, place, all)}
      </p>
    </div>
  );
}

function reportWords({ attendance }: ConferenceState, bridgeId: BridgeId): string {
  const own = attendanceOf(attendance, bridgeId);
  if (!hasReported(own)) return words().unreported;
  const figure = sumOf(tallyOf(own));
  return words().reported(formatCount(presentIn(figure)), formatCount(figure.expected));
}
