import { type RefObject, useRef } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import { FRAMES, type Frame } from '../../../shared/domain/onair/onair.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { hallOfRoll, hallToFrame, type PressState, pressState } from '../../../shared/views/multiview.ts';
import { CommandButton, useIssue } from '../../parts/command-button.tsx';
import { sourceWords } from '../../parts/source-words.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useDesk } from './desk-context.ts';
import { armFrameCommand, cutCommand, cutFrameCommand, takeCommand } from './picture-commands.ts';
import { ShowPress } from './show-press.tsx';
import { letterKey } from './tile-keys.ts';
import { anywhere, leavesEnterFree, useFreeKey } from './use-free-key.ts';

const words = () => text.director.take;

/** Between program and preview: what brings one to the other, and how a hall is framed. */
export function TakeColumn() {
  return (
    <div className="director-take-column">
      <Take />
      <Returns />
      <h3>{text.director.layouts.heading}</h3>
      {FRAMES.map((frame) => (
        <FramePress key={frame} frame={frame} />
      ))}
      <RollPress />
    </div>
  );
}

function Take() {
  const place = useRef<HTMLDivElement>(null);
  const { main } = useSync();
  const { standing } = useDesk();
  const issue = useIssue();
  const armed = useConference((state) => (state.onair.armed === null ? null : sourceWords(state, state.onair.armed)));
  useFreeKey('Enter', () => pressIn(place), leavesEnterFree);
  // The new layout of whoever has the floor is on air; what was prepared for it is done.
  const afterTake = ({ type }: Command) => {
    if (type === 'frameProgram') void issue({ type: 'disarmSource' });
  };
  return (
    <div ref={place} className="director-take">
      <CommandButton
        label={words().take}
        name={armed === null ? undefined : words().takeSource(armed)}
        shortcut="F10"
        tone={armed === null ? 'plain' : 'air'}
        make={() => takeCommand(main.get())}
        disabledReason={standing ?? (armed === null ? words().armFirst : null)}
        onAccepted={afterTake}
      />
    </div>
  );
}

/** The same press as with the mouse: one at a time, and said why not. */
const pressIn = ({ current }: RefObject<HTMLElement | null>): void =>
  current?.querySelector<HTMLElement>('button:not(:disabled)')?.click();

function Returns() {
  const disarm = useRef<HTMLDivElement>(null);
  useFreeKey('Escape', () => pressIn(disarm), anywhere);
  const { standing } = useDesk();
  const follows = useConference(({ onair }) => onair.mode.kind === 'followFloor');
  const isArmed = useConference(({ onair }) => onair.armed !== null);
  return (
    <div className="director-returns">
      <CommandButton
        label={words().follow}
        shortcut="F3"
        make={() => ({ type: 'followFloor' })}
        disabledReason={standing ?? (follows ? words().followsAlready : null)}
      />
      <div ref={disarm}>
        <CommandButton
          label={words().disarm}
          tone="quiet"
          make={() => ({ type: 'disarmSource' })}
          disabledReason={standing ?? (isArmed ? null : words().nothingArmed)}
        />
      </div>
    </div>
  );
}

const FRAME_KEYS: Readonly<Record<Frame, string>> = { alone: 'A', withHall: 'S', withDocument: 'T' };

function FramePress({ frame }: { readonly frame: Frame }) {
  const shows = useConference((state) => frameState(state, frame));
  const reason = useConference((state) => frameReason(state, frame));
  return (
    <ShowPress
      label={text.director.layouts[frame]}
      hotkey={letterKey(FRAME_KEYS[frame])}
      shows={shows}
      arm={(state) => armFrameCommand(state, frame)}
      cut={(state) => cutFrameCommand(state, frame)}
      reason={reason}
    />
  );
}

function frameState(state: ConferenceState, frame: Frame): PressState {
  const { armed, armedFrame, frame: shown } = state.onair;
  if (armed?.kind === 'bridge' && armedFrame === frame) return 'next';
  return programSource(state).kind === 'bridge' && shown === frame ? 'air' : 'off';
}

function frameReason(state: ConferenceState, frame: Frame): string | null {
  if (frame === 'withDocument' && state.onair.document === null) return text.director.layouts.deskEmpty;
  return hallToFrame(state) === null ? text.director.layouts.noHall : null;
}

/** Back to the hall that is being called, after something else was shown in between. */
function RollPress() {
  const called = useConference(hallOfRoll);
  const source = { kind: 'bridge', bridgeId: called } as const;
  const shows = useConference((state): PressState => {
    const { bridgeId } = source;
    return bridgeId === null ? 'off' : pressState(state, { kind: 'bridge', bridgeId });
  });
  return (
    <ShowPress
      label={text.director.layouts.roll}
      hotkey={letterKey('R')}
      shows={shows}
      arm={(state) => {
        const bridgeId = hallOfRoll(state);
        return bridgeId === null ? null : { type: 'armSource', source: { kind: 'bridge', bridgeId }, frame: 'alone' };
      }}
      cut={(state) => {
        const bridgeId = hallOfRoll(state);
        return bridgeId === null ? null : cutCommand(state, { kind: 'bridge', bridgeId });
      }}
      reason={called === null ? text.director.layouts.noRoll : null}
    />
  );
}
