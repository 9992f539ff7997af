import { useState } from 'react';
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

interface SeatWish {
  readonly seat: Seat;
  readonly bridgeId: BridgeId | null;
  readonly label: string;
  /** What the link is called when nothing is typed. */
  readonly usual: string;
  readonly needsBridge: boolean;
  /** Why there is no link to make yet. */
  readonly reason: string | null;
  readonly value: Required<Pick<InvitationWish, 'seat' | 'label'>> & { readonly bridgeId: BridgeId | null };
  readonly setSeat: (seat: Seat) => void;
  readonly setBridgeId: (bridgeId: BridgeId | null) => void;
  readonly setLabel: (label: string) => void;
}

/** Whose place a link or a paired screen takes. */
export function useSeatWish(): SeatWish {
  const [seat, setSeat] = useState<Seat>('operator');
  const [chosen, setBridgeId] = useState<BridgeId | null>(null);
  const [label, setLabel] = useState('');
  const place = useConference(({ bridges }) => (chosen === null ? null : (bridgeOf(bridges, chosen)?.name ?? null)));
  const needsBridge = OF_A_BRIDGE.includes(seat);
  const bridgeId = needsBridge ? chosen : null;
  const usual = needsBridge && place !== null ? usualLabel(seat, place) : text.common.seats[seat];
  return {
    seat,
    bridgeId,
    label,
    usual,
    needsBridge,
    reason: needsBridge && chosen === null ? words().bridgeFirst : null,
    value: { seat, bridgeId, label: label.trim() === '' ? usual : label.trim() },
    setSeat,
    setBridgeId,
    setLabel,
  };
}

export function SeatFields({ wish }: { readonly wish: SeatWish }) {
  const { seat, bridgeId, label, usual, needsBridge, setSeat, setBridgeId, setLabel } = wish;
  return (
    <>
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
    </>
  );
}
