import { type ReactNode, useId, useRef } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { PressState } from '../../../shared/views/multiview.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useDesk } from './desk-context.ts';
import type { HeldKey } from './tile-keys.ts';
import { useArmGesture } from './use-arm-gesture.ts';
import { programKey, useDirect } from './use-directing.ts';

interface ShowPressProps {
  readonly label: string;
  readonly hotkey: HeldKey;
  readonly shows: PressState;
  /** Pressed: into the preview. */
  readonly arm: (state: ConferenceState) => Command | null;
  /** Held: straight onto program. */
  readonly cut: (state: ConferenceState) => Command | null;
  /** Why this one cannot be shown now; stands below its name. */
  readonly reason?: string | null;
  readonly children?: ReactNode;
}

const SHAPES = { air: 'air', next: 'next', off: null } as const;

/** A press that shows something: pressed into the preview, held onto program. Its border and a word say where it is. */
export function ShowPress({ label, hotkey, shows, arm, cut, reason = null, children }: ShowPressProps) {
  const { standing } = useDesk();
  const direct = useDirect();
  const bar = useRef<HTMLSpanElement>(null);
  const subject = useConference(programKey);
  const belowId = useId();
  const disabled = (standing ?? reason) !== null;
  const gesture = useArmGesture(bar, {
    onPress: () => direct(arm),
    onHeld: () => direct(cut),
    subject,
    enabled: !disabled,
    hotkey,
    leavesEnter: shows === 'next',
  });
  const shape = SHAPES[shows];
  const word = shows === 'off' ? reason : text.director.tally[shows];
  return (
    <button
      type="button"
      className="director-show"
      data-tally={shows}
      data-prepared={shows === 'next' || undefined}
      disabled={disabled}
      aria-keyshortcuts={hotkey.label}
      aria-describedby={belowId}
      {...gesture}
    >
      <span ref={bar} className="director-fill" aria-hidden="true" />
      <span className="director-show-name">{label}</span>
      <kbd aria-hidden="true">{hotkey.label}</kbd>
      <span className="director-show-word" id={belowId}>
        {shape === null ? null : <Shape name={shape} />}
        {word ?? children}
      </span>
    </button>
  );
}
