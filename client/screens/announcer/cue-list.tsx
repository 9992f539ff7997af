import { useEffect, useRef } from 'react';
import type { TimedItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Cue } from '../../../shared/domain/agenda/cue.ts';
import { fill } from '../../../shared/views/announcement.ts';
import { Shape } from '../../parts/shape.tsx';
import { sourceWords } from '../../parts/source-words.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { currentCue, tickCurrent, toggled, untickLast } from './cue-progress.ts';
import { useStepKeys } from './use-step-keys.ts';
import { useTicked } from './use-ticked.ts';

const words = () => text.announcer;

/** The cues of an item; the first that is not ticked is the current one, and scrolls into sight by itself. */
export function CueList({ item }: { readonly item: TimedItem }) {
  const { ticked, change } = useTicked();
  const { cues } = item;
  const current = currentCue(cues, ticked);
  const list = useRef<HTMLOListElement>(null);
  useStepKeys({
    forward: () => change(tickCurrent(cues, ticked)),
    back: () => change(untickLast(cues, ticked)),
  });
  const at = current?.cueId;
  useEffect(() => {
    const line = at === undefined ? list.current?.lastElementChild : list.current?.querySelector('[aria-current]');
    line?.scrollIntoView({ block: 'center' });
  }, [at]);
  if (cues.length === 0) return <p className="announcer-empty">{words().noCues}</p>;
  return (
    <ol ref={list} className="announcer-cues">
      {cues.map((cue) => (
        <CueLine
          key={cue.cueId}
          cue={cue}
          done={ticked.has(cue.cueId)}
          isCurrent={cue.cueId === at}
          onTick={() => change(toggled(ticked, cue.cueId))}
        />
      ))}
      {current === undefined ? (
        <li className="announcer-done" role="status">
          <Shape name="done" /> {words().allDone}
        </li>
      ) : null}
    </ol>
  );
}

interface CueProps {
  readonly cue: Cue;
  readonly done: boolean;
  readonly isCurrent: boolean;
  readonly onTick: () => void;
}

/** Who does what, what is said, and what goes on air. */
function CueLine({ cue, done, isCurrent, onTick }: CueProps) {
  const { who, does, says, source } = cue;
  const said = useConference((state) => (says === null ? null : fill(says, state)));
  const onAir = useConference((state) =>
    source === null ? null : source.kind === 'floor' ? words().sourceFloor : sourceWords(state, source),
  );
  return (
    <li className="announcer-cue" data-done={done} aria-current={isCurrent ? 'step' : undefined}>
      <button
        type="button"
        role="checkbox"
        aria-checked={done}
        className="announcer-tick"
        aria-label={words().done(`${who}: ${does}`)}
        onClick={onTick}
      >
        {done ? <Shape name="done" /> : isCurrent ? <Shape name="live" /> : null}
      </button>
      <div>
        <p className="announcer-does">
          <strong>{who}</strong> · {does}
        </p>
        {said === null ? null : (
          <p className="announcer-says" lang="vi">
            {said}
          </p>
        )}
        {onAir === null ? null : (
          <p className="announcer-source">
            <Shape name="air" /> {words().source(onAir)}
          </p>
        )}
      </div>
    </li>
  );
}
