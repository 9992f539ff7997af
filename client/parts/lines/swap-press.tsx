import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { SwapProposal } from '../../../shared/views/line-alerts.ts';
import { text } from '../../text/text.ts';
import { CommandButton, useIssue } from '../command-button.tsx';
import { useNotices } from '../notices.tsx';
import { useMay } from './use-may.ts';

const words = () => text.lines.alerts;

interface SwapPressProps {
  /** The hall whose line is bad. */
  readonly bridge: Bridge;
  readonly proposal: SwapProposal;
}

/** One press of whoever conducts; everybody else reads what to ask for. */
export function SwapPress({ bridge, proposal }: SwapPressProps) {
  const { other, understudy } = proposal;
  return (
    <div className="line-alert-proposal">
      {other === null ? <p>{words().noOther}</p> : <SwapWith bridge={bridge} speech={proposal.speech} other={other} />}
      {understudy ? <SeatUnderstudy bridge={bridge} speech={proposal.speech} /> : null}
    </div>
  );
}

interface OfferProps {
  readonly bridge: Bridge;
  readonly speech: SwapProposal['speech'];
}

function SwapWith({ bridge, speech, other }: OfferProps & { readonly other: NonNullable<SwapProposal['other']> }) {
  const issue = useIssue();
  const { show } = useNotices();
  const swap: Command = { type: 'swapSpeeches', speechId: speech.speechId, withSpeechId: other.speech.speechId };
  const [own, theirs] = [bridge.shortName, other.bridge.shortName];
  if (!useMay(swap)) return <p>{words().askSwap(theirs)}</p>;
  const say = () =>
    show({
      tone: 'ok',
      sentence: words().swapped(own, theirs),
      about: 'swap',
      undo: () => void issue(swap),
    });
  return (
    <>
      <p>{words().swapReason(theirs)}</p>
      <CommandButton
        make={() => swap}
        label={words().swap(theirs)}
        name={words().swapName(own, theirs)}
        tone="primary"
        onAccepted={say}
      />
    </>
  );
}

function SeatUnderstudy({ bridge, speech }: OfferProps) {
  const { show } = useNotices();
  const seat: Command = { type: 'seatUnderstudy', speechId: speech.speechId };
  if (!useMay(seat)) return <p>{words().askUnderstudy}</p>;
  return (
    <CommandButton
      make={() => seat}
      label={words().understudy}
      name={words().understudyName(bridge.shortName)}
      onAccepted={() => show({ tone: 'ok', sentence: words().seated(bridge.shortName) })}
    />
  );
}
