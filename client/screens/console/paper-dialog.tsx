import { useState } from 'react';
import { liveItem, timedItems } from '../../../shared/domain/agenda/agenda.ts';
import { askingRefusal } from '../../../shared/domain/floor/asking.ts';
import { allottedTo } from '../../../shared/domain/floor/floor.ts';
import { isOnLine } from '../../../shared/domain/floor/line.ts';
import { type SpeechKind, speechKindSchema, speechKinds } from '../../../shared/domain/floor/rules.ts';
import { type AgendaItemId, agendaItemIdSchema, type BridgeId } from '../../../shared/domain/ids.ts';
import { scopeOf } from '../../../shared/domain/policy.ts';
import type { Rejection } from '../../../shared/domain/rejection.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { listOfTheMoment } from '../../../shared/views/speakers-line.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { type Choice, ChoiceField, Field } from '../../parts/field.tsx';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { BridgePicker } from './bridge-picker.tsx';
import { CommandForm, type Written } from './command-form.tsx';
import { listName } from './floor/list-actions.ts';
import { countIn, personIn, textIn } from './form-reading.ts';
import { PersonFields } from './person-fields.tsx';
import { wholeState } from './use-rights.ts';

const words = () => text.console.paper;
const more = () => text.conducting.paper;
const MINUTE_MS = 60_000;

interface PaperDialogProps {
  readonly bridgeId: BridgeId | null;
  readonly onClose: () => void;
}

/** What is chosen before the fields are written. */
interface Draft {
  readonly bridge: BridgeId | null;
  readonly kind: SpeechKind;
  readonly itemId: AgendaItemId | null;
  readonly category: string | null;
  readonly overridden: boolean;
}

/** Whoever is entered by the moderator's side: a paper registered beforehand, a wish by telephone, a hand in the hall. */
export function PaperDialog({ bridgeId, onClose }: PaperDialogProps) {
  const state = useConference(wholeState);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(state, bridgeId));
  const now = useServerNow();
  const mayOverride = scopeOf(useSeat().seat, 'registerSpeech') === 'conference';
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const refusal = refusalOf(state, draft, now);
  const liftable = mayOverride && refusal !== null && LIFTABLE.includes(refusal.code);
  const overridden = draft.overridden && liftable;
  const reason = refusal === null || overridden ? null : text.refusals.sentence(refusal.code, refusal.params);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog">
      <CommandForm
        write={(form) => written(form, { ...draft, overridden })}
        act={words().act}
        onDone={onClose}
        onCancel={onClose}
        disabledReason={reason}
      >
        <BridgePicker label={words().bridge} chosen={draft.bridge} onChoose={(bridge) => change({ bridge })} />
        <ChoiceFields state={state} draft={draft} onChange={change} />
        <Field label={words().subject} name="subject" required maxLength={300} />
        <fieldset>
          <legend>{words().speaker}</legend>
          <PersonFields prefix="speaker" />
        </fieldset>
        {liftable ? <OverrideFields on={overridden} onToggle={(on) => change({ overridden: on })} /> : null}
      </CommandForm>
    </Dialog>
  );
}

/** What the secretariat may let pass. */
const LIFTABLE: readonly Rejection['code'][] = ['list-closed', 'bridge-absent'];

function firstDraft(state: ConferenceState, bridge: BridgeId | null): Draft {
  const itemId = listOfTheMoment(state);
  const kind = liveItem(state.agenda) === undefined ? 'paper' : 'opinion';
  return { bridge, kind, itemId, category: null, overridden: false };
}

/** The rule that decides, asked before anything is written. */
function refusalOf(state: ConferenceState, { bridge, kind, itemId, category }: Draft, now: number): Rejection | null {
  if (bridge === null) return null;
  const present = isOnLine(state, { bridgeId: bridge });
  const asking = { bridgeId: bridge, kind, itemId, category, speaker: null, byBridge: false, present };
  return askingRefusal(state, { ...asking, overridden: false }, now);
}

interface ChoiceFieldsProps {
  readonly state: ConferenceState;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

function ChoiceFields({ state, draft: { kind, itemId, category }, onChange }: ChoiceFieldsProps) {
  const { categories } = state.floor.rules;
  const allotted = allottedTo(state.floor, itemId, kind) / MINUTE_MS;
  return (
    <div className="console-fields">
      <ChoiceField
        label={words().kind}
        choices={speechKinds.map((one) => ({ value: one, label: text.console.speechKind[one] }))}
        value={kind}
        onChange={({ target }) => onChange({ kind: speechKindSchema.parse(target.value), category: null })}
      />
      <ChoiceField
        label={more().list}
        choices={listChoices(state)}
        value={itemId ?? ''}
        onChange={({ target }) =>
          onChange({ itemId: target.value === '' ? null : agendaItemIdSchema.parse(target.value) })
        }
        className="console-wide"
      />
      <Field
        key={`${kind} ${itemId ?? ''} ${allotted}`}
        label={words().minutes}
        name="minutes"
        inputMode="numeric"
        pattern="[0-9]{1,3}"
        required
        defaultValue={String(Math.round(allotted))}
      />
      {kind === 'procedural' && categories.length > 0 ? (
        <ChoiceField
          label={more().category}
          choices={[{ value: '', label: more().noCategory }, ...categories.map((one) => ({ value: one, label: one }))]}
          value={category ?? ''}
          onChange={({ target }) => onChange({ category: target.value === '' ? null : target.value })}
        />
      ) : null}
    </div>
  );
}

/** The list of the whole conference and of every item that is not over. */
const listChoices = (state: ConferenceState): readonly Choice[] => [
  { value: '', label: listName(state, null) },
  ...timedItems(state.agenda)
    .filter(({ progress }) => progress.status === 'waiting' || progress.status === 'live')
    .map(({ itemId, plan }) => ({ value: itemId, label: plan.title })),
];

/** A closed list or an empty chair is let pass by the secretariat alone, with a reason that stays on record. */
function OverrideFields({ on, onToggle }: { readonly on: boolean; readonly onToggle: (on: boolean) => void }) {
  return (
    <fieldset>
      <legend>{more().override}</legend>
      <label className="console-check">
        <input type="checkbox" checked={on} onChange={({ target }) => onToggle(target.checked)} />
        {more().overrideAct}
      </label>
      {on ? <Field label={more().overrideReason} name="override" required maxLength={300} /> : null}
    </fieldset>
  );
}

function written(form: FormData, { bridge, kind, itemId, category, overridden }: Draft): Written {
  const subject = textIn(form, 'subject');
  const speaker = personIn(form, 'speaker');
  const minutes = countIn(form, 'minutes');
  const reason = textIn(form, 'override');
  if (bridge === null) return { problem: words().noBridge };
  if (speaker === null) return { problem: words().noSpeaker };
  if (subject === null || minutes === null) return { problem: words().incomplete };
  if (overridden && reason === null) return { problem: more().noReason };
  const override = overridden && reason !== null ? { reason } : null;
  const wish = { bridgeId: bridge, kind, subject, speaker, itemId, category };
  return { commands: [{ type: 'registerSpeech', ...wish, allottedMs: minutes * MINUTE_MS, override }] };
}
