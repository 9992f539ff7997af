import { type FormEvent, useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { type SpeechKind, speechKinds } from '../../../shared/domain/floor/rules.ts';
import {
  type AskedList,
  type AskingEffect,
  askedLists,
  askingEffect,
  wishRefusal,
} from '../../../shared/views/asking-offer.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { SubmitLine } from './submit-line.tsx';
import { personOf, type TypedPerson, typedOf } from './typed-person.ts';
import { TypedPersonFields } from './typed-person-fields.tsx';

const words = () => text.bridge.ask;

interface AskFormProps {
  readonly bridge: Bridge;
  readonly onSent: (effect: AskingEffect) => void;
}

interface Draft {
  readonly kind: SpeechKind;
  /** '' is the list of the conference as a whole; null: nobody chose, and the list of the live item stands there. */
  readonly list: string | null;
  readonly category: string;
  readonly subject: string;
  readonly speaker: TypedPerson;
}

/** What is asked for, and who will speak. The hall's chair stands there already: mostly it is the chair who speaks. */
export function AskForm({ bridge, onSent }: AskFormProps) {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(bridge));
  const [tried, setTried] = useState(false);
  const { pending, send } = useAsk();
  const lists = useConference(askedLists);
  const list = chosenList(lists, draft.list);
  const { effect, reason } = useOffer(bridge, draft, list);
  const wish = wishOf(bridge, draft, list);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { speaker, subject } = wish;
    if (reason === null && speaker !== null && subject !== '') void send({ ...wish, speaker }, () => onSent(effect));
  };
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <form className="bridge-form" onSubmit={onSubmit} noValidate data-first>
      <div className="bridge-form-choices">
        <KindField kind={draft.kind} onChange={(kind) => change({ kind })} />
        <CategoryField draft={draft} onChange={(category) => change({ category })} />
        <ListField lists={lists} list={list} onChange={(chosen) => change({ list: chosen })} />
      </div>
      <Field
        label={words().subject}
        value={draft.subject}
        maxLength={300}
        autoFocus
        problem={tried && wish.subject === '' ? words().missingSubject : null}
        onChange={(event) => change({ subject: event.target.value })}
      />
      <TypedPersonFields
        label={words().speaker}
        value={draft.speaker}
        problem={tried && wish.speaker === null ? words().missingSpeaker : null}
        onChange={(speaker) => change({ speaker })}
      />
      {reason === null ? <p className="bridge-hint">{words().effects[effect]}</p> : null}
      <SubmitLine
        label={speaksAtOnce(effect) ? words().sendAndSpeak : words().send}
        pending={pending}
        reason={reason}
      />
    </form>
  );
}

export const speaksAtOnce = (effect: AskingEffect): boolean => effect === 'speaks' || effect === 'takesOver';

const emptyDraft = ({ chairs: [chair] }: Bridge): Draft => ({
  kind: 'opinion',
  list: null,
  category: '',
  subject: '',
  speaker: typedOf(chair ?? { fullName: null, positions: [] }),
});

const GENERAL: AskedList = { itemId: null, title: null };

/** An item that was chosen may have ended meanwhile: then the first list stands there again. */
const chosenList = (lists: readonly AskedList[], list: string | null): AskedList =>
  lists.find(({ itemId }) => list !== null && (itemId ?? '') === list) ?? lists[0] ?? GENERAL;

const wishOf = ({ bridgeId }: Bridge, { kind, category, subject, speaker }: Draft, { itemId }: AskedList) => ({
  type: 'requestSpeech' as const,
  bridgeId,
  kind,
  subject: subject.normalize().trim(),
  speaker: personOf(speaker),
  itemId,
  category: kind === 'procedural' && category !== '' ? category : null,
});

/** What the press will do at once, or why it cannot. */
function useOffer(bridge: Bridge, draft: Draft, list: AskedList) {
  const now = useServerNow();
  const wish = wishOf(bridge, draft, list);
  const effect = useConference((state) => askingEffect(state, wish));
  const reason = useConference((state) => {
    const refusal = wishRefusal(state, wish, now);
    return refusal === null ? null : text.refusals.sentence(refusal.code, refusal.params);
  });
  return { effect, reason };
}

function KindField({ kind, onChange }: { readonly kind: SpeechKind; readonly onChange: (kind: SpeechKind) => void }) {
  return (
    <ChoiceField
      label={words().kind}
      value={kind}
      // The rarest, which comes before all others, stands last: it is not to be chosen by a slip.
      choices={speechKinds.toReversed().map((value) => ({ value, label: words().kinds[value] }))}
      onChange={(event) => onChange(speechKinds.find((one) => one === event.target.value) ?? 'opinion')}
    />
  );
}

interface CategoryProps {
  readonly draft: Draft;
  readonly onChange: (category: string) => void;
}

function CategoryField({ draft: { kind, category }, onChange }: CategoryProps) {
  const categories = useConference(({ floor }) => floor.rules.categories);
  if (kind !== 'procedural' || categories.length === 0) return null;
  return (
    <ChoiceField
      label={words().category}
      value={category}
      choices={[{ value: '', label: words().noCategory }, ...categories.map((value) => ({ value, label: value }))]}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface ListProps {
  readonly lists: readonly AskedList[];
  readonly list: AskedList;
  readonly onChange: (list: string) => void;
}

function ListField({ lists, list, onChange }: ListProps) {
  if (lists.length < 2) return null;
  return (
    <ChoiceField
      label={words().list}
      value={list.itemId ?? ''}
      choices={lists.map(({ itemId, title }) => ({ value: itemId ?? '', label: title ?? words().general }))}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function useAsk() {
  const issue = useIssue();
  const [pending, setPending] = useState(false);
  const send = async (wish: Parameters<typeof issue>[0], onSent: () => void) => {
    if (pending) return;
    setPending(true);
    const accepted = await issue(wish);
    setPending(false);
    if (accepted) onSent();
  };
  return { pending, send };
}
