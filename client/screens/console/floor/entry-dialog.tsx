import { isWaiting, type Speech, speechOf } from '../../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../../shared/domain/ids.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Field } from '../../../parts/field.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { text } from '../../../text/text.ts';
import type { Action } from '../action.ts';
import { ActionButton } from '../action-button.tsx';
import { CommandForm, type Written } from '../command-form.tsx';
import { countIn, personIn } from '../form-reading.ts';
import { PersonFields } from '../person-fields.tsx';
import { useFloorTools } from '../use-floor-actions.ts';
import { callOf } from './call-actions.ts';
import { answerActions, declineOf, handInOf, queueOf, seatUnderstudyOf, withdrawOf } from './entry-actions.ts';
import { type FloorTools, placeOf } from './floor-tools.ts';
import { listName } from './list-actions.ts';

const words = () => text.conducting.entry;
const MINUTE_MS = 60_000;

interface EntryDialogProps {
  readonly speechId: SpeechId;
  readonly onClose: () => void;
}

/** Everything that can be done about one entry before it speaks. Its presses stand last: Enter twice calls nobody. */
export function EntryDialog({ speechId, onClose }: EntryDialogProps) {
  const tools = useFloorTools();
  const speech = speechOf(tools.state.floor, speechId);
  const title = speech === undefined ? text.console.goneBridge : words().title(placeOf(tools.state, speech));
  return (
    <Dialog title={title} onClose={onClose} className="console-dialog console-entry-dialog">
      {speech === undefined || !isWaiting(speech) ? (
        <p>{words().over}</p>
      ) : (
        <EntryBody speech={speech} tools={tools} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface EntryBodyProps {
  readonly speech: Speech;
  readonly tools: FloorTools;
  readonly onClose: () => void;
}

function EntryBody({ speech, tools, onClose }: EntryBodyProps) {
  return (
    <>
      <EntryWords speech={speech} tools={tools} />
      <AllotForm speech={speech} />
      <UnderstudyForm key={speech.understudy?.personId ?? ''} speech={speech} tools={tools} />
      <p className="console-form-buttons">
        {actsOf(tools, speech).map((action) => (
          <ActionButton key={action.label} action={action} className="console-tip" />
        ))}
        <button type="button" className="button" data-tone="plain" onClick={onClose}>
          {text.common.close}
        </button>
      </p>
    </>
  );
}

/** Calling, answering, leaving the list: what fits where the entry stands. */
function actsOf(tools: FloorTools, speech: Speech): readonly Action[] {
  const leaving = [handInOf(tools, speech), declineOf(tools, speech), withdrawOf(tools, speech)];
  switch (speech.stage.status) {
    case 'registered': {
      const { accept, admit } = answerActions(tools, speech);
      return [accept, admit, ...leaving];
    }
    case 'accepted':
      return [queueOf(tools, speech), ...leaving];
    default:
      return [callOf(tools, speech), ...leaving];
  }
}

function EntryWords({ speech, tools }: Pick<EntryBodyProps, 'speech' | 'tools'>) {
  const { subject, speaker, kind, itemId, category, override, callbackOf } = speech;
  const first = callbackOf === null ? undefined : speechOf(tools.state.floor, callbackOf);
  const firstAt = first?.stage.status === 'spoken' ? first.stage.calledAt : null;
  return (
    <dl className="console-facts">
      <dt>{words().speaker}</dt>
      <dd>{personWords(speaker)}</dd>
      <dt>{words().subject}</dt>
      <dd>{subject}</dd>
      <dt>{words().kind}</dt>
      <dd>{category === null ? text.console.speechKind[kind] : `${text.console.speechKind[kind]}: ${category}`}</dd>
      <dt>{words().list}</dt>
      <dd>{listName(tools.state, itemId)}</dd>
      {firstAt === null ? null : (
        <>
          <dt>{words().callback}</dt>
          <dd>{words().firstAt(formatTime(firstAt))}</dd>
        </>
      )}
      {override === null ? null : (
        <>
          <dt>{text.conducting.marks.override}</dt>
          <dd>{override.reason}</dd>
        </>
      )}
    </dl>
  );
}

function AllotForm({ speech: { speechId, allottedMs } }: Pick<EntryBodyProps, 'speech'>) {
  const write = (form: FormData): Written => {
    const minutes = countIn(form, 'minutes');
    return minutes === null
      ? { problem: words().noMinutes }
      : { commands: [{ type: 'allotTime', speechIds: [speechId], allottedMs: minutes * MINUTE_MS }] };
  };
  return (
    <CommandForm write={write} act={words().allot} onDone={() => undefined} className="console-inset">
      <Field
        key={allottedMs}
        label={words().minutes}
        name="minutes"
        inputMode="numeric"
        pattern="[0-9]{1,3}"
        required
        defaultValue={String(Math.round(allottedMs / MINUTE_MS))}
      />
    </CommandForm>
  );
}

/** Whoever may speak in place of the one who was entered. */
function UnderstudyForm({ speech, tools }: Pick<EntryBodyProps, 'speech' | 'tools'>) {
  const { speechId, understudy } = speech;
  const write = (form: FormData): Written => {
    const person = personIn(form, 'understudy');
    return person === null && understudy === null
      ? { problem: words().noUnderstudy }
      : { commands: [{ type: 'nameUnderstudy', speechId, understudy: person }] };
  };
  return (
    <CommandForm write={write} act={words().name} onDone={() => undefined} className="console-inset">
      <p>
        {understudy === null ? words().understudyExplained : text.conducting.marks.understudy(personWords(understudy))}
      </p>
      <PersonFields prefix="understudy" person={understudy} />
      {understudy === null ? null : (
        <p>
          <ActionButton action={seatUnderstudyOf(tools, speech)} className="console-tip" />
        </p>
      )}
    </CommandForm>
  );
}
