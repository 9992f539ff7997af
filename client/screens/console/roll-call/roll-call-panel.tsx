import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RollCall } from '../../../../shared/domain/attendance/roll-call.ts';
import { runningRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import { rollFigures } from '../../../../shared/views/roll-call-order.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { RollDesk } from './roll-desk.tsx';
import { offerRollFocus } from './roll-focus.ts';
import { RollList } from './roll-list.tsx';
import { RollPace } from './roll-pace.tsx';
import { useRollKeys } from './use-roll-keys.ts';
import { useRollRun } from './use-roll-run.ts';
import './roll-call.css';

const words = () => text.rollCall.run;

/** The roll call as it is run: beside the rest of the console, in place of the speaking order, until it is over. */
export function RollCallPanel() {
  const roll = useConference(runningRoll);
  return roll === null ? null : <Running roll={roll} />;
}

function Running({ roll }: { readonly roll: RollCall }) {
  const [folded, setFolded] = useState(false);
  const panel = useRef<HTMLElement>(null);
  return (
    <section
      ref={panel}
      className="console-roll"
      data-panel="roll"
      data-folded={folded}
      aria-labelledby="console-roll-head"
    >
      <Head roll={roll} folded={folded} onFold={setFolded} />
      {folded ? null : <Body roll={roll} panel={panel} />}
    </section>
  );
}

interface HeadProps {
  readonly roll: RollCall;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

function Head({ roll, folded, onFold }: HeadProps) {
  const { end } = useRollRun(roll);
  const { answered, all } = rollFigures(roll);
  return (
    <header className="console-panel-head">
      <h2 id="console-roll-head" className="console-head">
        {words().heading} <small>{words().progress(answered, all)}</small>
        <progress className="roll-progress" max={all} value={answered} aria-hidden="true" />
      </h2>
      <span className="console-buttons">
        {folded ? null : <RollPace roll={roll} />}
        <button type="button" className="button" data-tone="plain" onClick={end}>
          {words().end}
        </button>
        <button
          type="button"
          className="button"
          data-tone="quiet"
          aria-expanded={!folded}
          onClick={() => onFold(!folded)}
        >
          {folded ? words().unfold : words().fold}
        </button>
      </span>
    </header>
  );
}

function Body({ roll, panel }: { readonly roll: RollCall; readonly panel: RefObject<HTMLElement | null> }) {
  const run = useRollRun(roll);
  // Where the focus rests between two bridges: Enter goes on, a figure answers.
  const rest = useRef<HTMLButtonElement>(null);
  useRollKeys(panel, run);
  useEffect(() => offerRollFocus(() => rest.current?.focus()), []);
  return (
    <>
      <div className="roll-body">
        <RollDesk roll={roll} run={run} rest={rest} />
        <RollList
          roll={roll}
          onCall={(id) => {
            run.call(id);
            rest.current?.focus();
          }}
        />
      </div>
      <Foot roll={roll} />
    </>
  );
}

function Foot({ roll }: { readonly roll: RollCall }) {
  const { heard, silent, missing } = rollFigures(roll);
  const off = useCommandsOff();
  return (
    <footer className="roll-foot">
      <span>{words().figures(heard, silent, missing)}</span>
      {off === null ? <span>{words().keys}</span> : <StateMark tone="look" word={off} />}
    </footer>
  );
}
