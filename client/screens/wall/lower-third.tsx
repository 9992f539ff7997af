import { useRef } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { besideOnFloor } from '../../../shared/views/floor-clock.ts';
import { shownInRoll } from '../../../shared/views/roll-call-order.ts';
import { lowerThird } from '../../../shared/views/stage.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type Line, type LowerThirdLines, lowerThirdLines } from './lower-third-lines.ts';
import { useLetters } from './use-letters.ts';

/** As in wall.css: shares of the wall's height, and of its width. */
const LETTERS = { strong: { size: 0.044, weight: 700 }, plain: { size: 0.041, weight: 500 } } as const;
const USED_WIDTH = 0.95;

/** Where the picture comes from and who is seen: two lines at most, whatever the length of the title. */
export function WallLowerThird() {
  const bridge = useConference((state) => rollCaption(state) ?? bridgeLine(state));
  const person = useConference((state) =>
    shownInRoll(state) === null ? (lowerThird(state, programSource(state))?.person ?? null) : null,
  );
  const frame = useRef<HTMLDivElement>(null);
  const { width, height, measure } = useLetters(frame);
  const lines =
    bridge === null
      ? null
      : lowerThirdLines({ bridge, person }, width * USED_WIDTH, (words, kind) =>
          measure(words, LETTERS[kind].size * height, LETTERS[kind].weight),
        );
  return (
    <div ref={frame} className="wall-lower" hidden={lines === null}>
      {lines === null ? null : <Lines lines={lines} />}
    </div>
  );
}

/** The bridge that is called in the roll call, and its place; who answers there is not known, so nobody is named. */
function rollCaption(state: ConferenceState): string | null {
  const called = shownInRoll(state);
  if (called === null) return null;
  const { bridgeId, place, of } = called;
  return text.rollCall.wall.caption(bridgeOf(state.bridges, bridgeId)?.name ?? '', place, of);
}

/** A question is named as such; who else speaks in a discussion of several stands behind the one that is seen. */
function bridgeLine(state: ConferenceState): string | null {
  const source = programSource(state);
  const bridge = lowerThird(state, source)?.bridge ?? null;
  const speech = speechOnFloor(state.floor);
  if (bridge === null || source.kind !== 'bridge' || speech?.bridgeId !== source.bridgeId) return bridge;
  if (speech.kind === 'question') return `${text.wall.question} · ${bridge}`;
  const beside = besideOnFloor(state, speech.speechId);
  return beside === null || beside.heldBack ? bridge : `${bridge} · ${text.wall.others(beside.bridges)}`;
}

function Lines({ lines: { first, second } }: { readonly lines: LowerThirdLines }) {
  return (
    <>
      <LineOf line={first} className="wall-lower-bridge" />
      {second === null ? null : <LineOf line={second} className="wall-lower-person" />}
    </>
  );
}

function LineOf({ line: { words, squeeze }, className }: { readonly line: Line; readonly className: string }) {
  return (
    <p className={className}>
      <span style={squeeze === 1 ? undefined : { transform: `scaleX(${squeeze})` }}>{words}</span>
    </p>
  );
}
