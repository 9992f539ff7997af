import { useEffect, useRef, useState } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { devicesOf } from '../../shared/domain/onair/onair.ts';
import { CommandButton, useIssue } from '../parts/command-button.tsx';
import { Shape } from '../parts/shape.tsx';
import { useConference } from '../sync/conference-provider.tsx';
import { useCommandsOff } from '../sync/use-commands-off.ts';
import { text } from '../text/text.ts';
import { type Media, useMedia } from './media-context.ts';
import type { CaptureStatus, OwnCapture } from './own-capture-store.ts';
import './take-over.css';

export type DevicePart = 'picture' | 'sound';
const DEVICE = { picture: 'camera', sound: 'microphone' } as const;
/** Until the journal's own wish for the device has arrived, what was switched on for the press stays on. */
const BRIDGED_MS = 5_000;

/**
 * One press makes this machine the bridge's picture, or its sound. The device is switched on first: a machine whose
 * camera is refused must not take the picture away from one that has it.
 */
export function TakeOver({ part }: { readonly part: DevicePart }) {
  const media = useMedia();
  const { own } = media;
  return own === null ? null : <TakeOverOf part={part} own={own} media={media} />;
}

interface TakeOverProps {
  readonly part: DevicePart;
  readonly own: BridgeId;
  readonly media: Media;
}

function TakeOverOf({ part, own, media }: TakeOverProps) {
  const { device, kind } = media;
  const words = text.joining.takeOver[part];
  const chosen = useConference(({ onair }) => devicesOf(onair, own)[part] ?? null);
  const { press, asking, fault } = useTaking(part, own, media);
  const off = useCommandsOff();
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  if (chosen === device) {
    return (
      <div className="take-over" data-part={part} data-in-use="true">
        <p>
          <Shape name="done" /> {words.inUse}
        </p>
        <CommandButton
          label={words.giveBack}
          make={() => ({ type: 'chooseDevice', bridgeId: own, part, device: null })}
        />
      </div>
    );
  }
  return (
    <div className="take-over" data-part={part} data-in-use="false">
      <button
        type="button"
        className="button"
        data-tone={kind === 'hall' ? 'plain' : 'primary'}
        disabled={off !== null || asking || classified}
        aria-busy={asking}
        onClick={press}
      >
        {asking ? words.starting : words.take}
      </button>
      {fault === null ? null : (
        <p role="alert">
          <Shape name="look" /> {words[fault]}
        </p>
      )}
      {off === null ? null : <p>{off}</p>}
      {classified ? <p>{text.refusals.sentence('classified', {})}</p> : null}
    </div>
  );
}

interface Taking {
  readonly press: () => void;
  readonly asking: boolean;
  readonly fault: 'missing' | 'refused' | null;
}

function useTaking(part: DevicePart, own: BridgeId, { capture, device }: Media): Taking {
  const issue = useIssue();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Taking['fault']>(null);
  const release = useRef<() => void>(() => undefined);
  useEffect(() => () => release.current(), []);
  const take = async () => {
    setAsking(true);
    setFault(null);
    release.current();
    const letGo = capture.want({ [DEVICE[part]]: true });
    release.current = letGo;
    if (['missing', 'refused'].includes(capture.devices.get()[DEVICE[part]])) await capture.retried();
    const status = await answered(capture, DEVICE[part]);
    const accepted = status === 'live' && (await issue({ type: 'chooseDevice', bridgeId: own, part, device }));
    if (status === 'missing' || status === 'refused') setFault(status);
    setTimeout(letGo, accepted ? BRIDGED_MS : 0);
    setAsking(false);
  };
  return { press: () => void take(), asking, fault };
}

/** What the browser, or the person it asks, says at last. */
function answered(capture: OwnCapture, device: 'camera' | 'microphone'): Promise<CaptureStatus> {
  return new Promise((resolve) => {
    // Switching on begins after this moment, so what is read now may be of before.
    let stop = (): void => undefined;
    const look = () => {
      const status = capture.devices.get()[device];
      if (status === 'off' || status === 'starting') return;
      stop();
      resolve(status);
    };
    stop = capture.devices.subscribe(look);
    setTimeout(look, 0);
  });
}
