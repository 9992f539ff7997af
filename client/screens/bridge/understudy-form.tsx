import { type FormEvent, useState } from 'react';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import { CommandButton, useIssue } from '../../parts/command-button.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { text } from '../../text/text.ts';
import { SubmitLine } from './submit-line.tsx';
import { personOf, typedOf } from './typed-person.ts';
import { TypedPersonFields } from './typed-person-fields.tsx';

const words = () => text.bridge.ask.understudy;

interface UnderstudyProps {
  readonly speech: Speech;
  readonly onDone: () => void;
}

/** Who speaks if the speaker cannot. */
export function UnderstudyForm({ speech: { speechId, understudy }, onDone }: UnderstudyProps) {
  const [typed, setTyped] = useState(() => typedOf(understudy ?? { fullName: null, positions: [] }));
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const issue = useIssue();
  const { show } = useNotices();
  const person = personOf(typed);
  const save = async () => {
    if (person === null || pending) return;
    setPending(true);
    const accepted = await issue({ type: 'nameUnderstudy', speechId, understudy: person });
    setPending(false);
    if (!accepted) return;
    show({ tone: 'ok', sentence: words().saved });
    onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    void save();
  };
  return (
    <form className="bridge-form" onSubmit={onSubmit} noValidate>
      <TypedPersonFields
        label={words().person}
        value={typed}
        autoFocus
        problem={tried && person === null ? words().missing : null}
        onChange={setTyped}
      />
      <SubmitLine label={words().save} pending={pending} />
      <div className="bridge-actions">
        <button type="button" className="button" data-tone="quiet" onClick={onDone}>
          {text.common.cancel}
        </button>
        {understudy === null ? null : (
          <CommandButton
            label={words().remove}
            make={() => ({ type: 'nameUnderstudy', speechId, understudy: null })}
            onAccepted={onDone}
          />
        )}
      </div>
    </form>
  );
}
