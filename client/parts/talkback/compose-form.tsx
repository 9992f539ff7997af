import { type FormEvent, useState } from 'react';
import type { Recipients } from '../../../shared/domain/messages/message.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { useIssue } from '../command-button.tsx';
import { ChoiceField, TextField } from '../field.tsx';
import { useNotices } from '../notices.tsx';

const words = () => text.talkback.compose;

const LONGEST = 600;

interface ComposeFormProps {
  readonly label: string;
  /** Called at the press. null: nobody can be written to now. */
  readonly to: () => Recipients | null;
  readonly sent: () => string;
  readonly disabledReason?: string | null;
  readonly children?: React.ReactNode;
}

/** A message in own or ready-made words, and what the bridge may answer with one press. */
export function ComposeForm({ label, to, sent, disabledReason = null, children }: ComposeFormProps) {
  const issue = useIssue();
  const { show } = useNotices();
  const [draft, setDraft] = useState(NOTHING);
  const [pending, setPending] = useState(false);
  const reason = useCommandsOff() ?? disabledReason ?? (draft.text.trim() === '' ? words().empty : null);
  const send = async () => {
    const recipients = to();
    if (reason !== null || pending || recipients === null) return;
    setPending(true);
    const said = sent();
    const answers = [...(words().answerSets[draft.answers]?.answers ?? [])];
    const accepted = await issue({ type: 'messageBridges', to: recipients, text: draft.text.trim(), answers });
    setPending(false);
    if (!accepted) return;
    setDraft(NOTHING);
    show({ tone: 'ok', sentence: said });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="talkback-compose" onSubmit={submit}>
      {children}
      <PhraseField onChoose={setDraft} />
      <ChoiceField
        label={words().answers}
        choices={words().answerSets.map(({ label: set }, index) => ({ value: String(index), label: set }))}
        value={String(draft.answers)}
        onChange={({ target }) => setDraft({ ...draft, answers: Number(target.value) })}
      />
      <TextField
        label={label}
        rows={2}
        maxLength={LONGEST}
        value={draft.text}
        onChange={({ target }) => setDraft({ ...draft, text: target.value })}
      />
      <div className="talkback-presses">
        <button type="submit" className="button" data-tone="primary" disabled={reason !== null} aria-busy={pending}>
          {words().send}
        </button>
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </div>
    </form>
  );
}

interface Draft {
  readonly text: string;
  /** Which set of answers goes with it. */
  readonly answers: number;
}

const NOTHING: Draft = { text: '', answers: 0 };

/** A ready-made phrase fills the message, which can still be changed; the field itself keeps no choice. */
function PhraseField({ onChoose }: { readonly onChoose: (draft: Draft) => void }) {
  const { phrases } = words();
  return (
    <ChoiceField
      label={words().phrase}
      choices={[
        { value: '', label: words().noPhrase },
        ...phrases.map((phrase, index) => ({ value: String(index), label: phrase.text })),
      ]}
      value=""
      onChange={({ target }) => {
        const phrase = target.value === '' ? undefined : phrases[Number(target.value)];
        onChoose(phrase === undefined ? NOTHING : { text: phrase.text, answers: phrase.answers });
      }}
    />
  );
}
