import { type Spoken, spokenSpeeches } from '../../../../shared/views/speakers-line.ts';
import { formatDuration, formatTime } from '../../../parts/clock-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { text } from '../../../text/text.ts';
import { ActionButton } from '../action-button.tsx';
import { useFloorTools } from '../use-floor-actions.ts';
import { callBackOf } from './entry-actions.ts';
import { type FloorTools, placeOf } from './floor-tools.ts';
import { registerAddress } from './register-address.ts';

const words = () => text.conducting.spoken;

/** Who has spoken and how long: from here a speaker is called back. */
export function SpokenDialog({ onClose }: { readonly onClose: () => void }) {
  const tools = useFloorTools();
  const { conference } = useSync();
  const spoken = spokenSpeeches(tools.state);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog console-spoken">
      {spoken.length === 0 ? <p>{words().none}</p> : null}
      <ol className="console-list">
        {spoken.map((one) => (
          <SpokenRow key={one.speech.speechId} spoken={one} tools={tools} />
        ))}
      </ol>
      <p className="console-form-buttons">
        <a className="button" data-tone="plain" href={registerAddress(conference)} download>
          {words().download}
        </a>
      </p>
    </Dialog>
  );
}

function SpokenRow({
  spoken: { speech, endedAt, spokenMs },
  tools,
}: {
  readonly spoken: Spoken;
  readonly tools: FloorTools;
}) {
  const callBack = callBackOf(tools, speech);
  return (
    <li className="console-row console-spoken-row">
      <span className="console-who">
        <strong>{placeOf(tools.state, speech)}</strong>
        <em>{text.console.speechKind[speech.kind]}</em>
        {speech.callbackOf === null ? null : <em>{text.conducting.marks.callback}</em>}
        <span className="console-about">{`${speech.subject} · ${personWords(speech.speaker)}`}</span>
      </span>
      <span className="console-times">
        <span>{formatTime(endedAt)}</span>
        <span>
          {spokenMs === null
            ? words().unheard
            : words().took(formatDuration(spokenMs), formatDuration(speech.allottedMs))}
        </span>
      </span>
      <ActionButton action={callBack} label={words().callBack} name={callBack.label} className="console-tip" />
    </li>
  );
}
