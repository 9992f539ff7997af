import { type FormEvent, useState } from 'react';
import { type Seat, seatSchema } from '../../../../shared/domain/actor.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { BridgePicker } from '../bridge-picker.tsx';
import type { InvitationWish } from './use-invitations.ts';

const words = () => text.console.links;
const seatChoices = () => seatSchema.options.map((seat) => ({ value: seat, label: text.common.seats[seat] }));

/** These act for one bridge alone. */
const OF_A_BRIDGE: readonly Seat[] = ['operator', 'kiosk'];

/** A bridge has one operator's link, and a link for each of its doors beside it: they must not read the same. */
const usualLabel = (seat: Seat, place: string): string =>
  seat === 'operator' ? place : `${text.common.seats[seat]}, ${place}`;

interface MintFormProps {
  readonly pending: boolean;
  readonly onMint: (wish: InvitationWish) => void;
}

export function MintForm({ pending, onMint }: MintFormProps) {
  const [seat, setSeat] = useState<Seat>('operator');
  const [bridgeId, setBridgeId] = useState<BridgeId | null>(null);
  const [label, setLabel] = useState('');
  const place = useConference(({ bridges }) =>
    bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.name ?? null),
  );
  const needsBridge = OF_A_BRIDGE.includes(seat);
  const usual = needsBridge && place !== null ? usualLabel(seat, place) : text.common.seats[seat];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending || (needsBridge && bridgeId === null)) return;
    onMint({ seat, bridgeId: needsBridge ? bridgeId : null, label: label.trim() === '' ? usual : label.trim() });
    setLabel('');
  };
  return (
    <form className="console-form console-inset" onSubmit={submit}>
      <div className="console-fields">
        <ChoiceField
          label={words().seat}
          choices={seatChoices()}
          value={seat}
          onChange={({ target }) => setSeat(seatSchema.parse(target.value))}
        />
        {needsBridge ? <BridgePicker label={words().bridge} chosen={bridgeId} onChoose={setBridgeId} /> : null}
        <Field
          label={words().label}
          value={label}
          maxLength={120}
          placeholder={usual}
          onChange={({ target }) => setLabel(target.value)}
        />
      </div>
      <div className="console-form-buttons">
        <button
          type="submit"
          className="button"
          data-tone="primary"
          disabled={needsBridge && bridgeId === null}
          aria-busy={pending}
        >
          {words().mint}
        </button>
        {needsBridge && bridgeId === null ? <span className="command-reason">{words().bridgeFirst}</span> : null}
      </div>
    </form>
  );
}
