import { type FormEvent, useId, useState } from 'react';
import {
  aboutOf,
  type DocumentAbout,
  documentAboutSchema,
  releaseOf,
  SECRECY,
  type StoredDocument,
} from '../../../shared/domain/documents/document.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';

const words = () => text.library.about;

/** What the secretariat says of it. What was given out is taken back before it is described anew. */
export function AboutForm({ stored }: { readonly stored: StoredDocument }) {
  const { file } = stored;
  const about = aboutOf(stored);
  const released = useConference(({ documents }) => releaseOf(documents, file.documentId) !== undefined);
  const [secret, setSecret] = useState(about.secrecy !== 'none');
  const { save, problem } = useSaving(file.documentId);
  const off = useCommandsOff();
  const reason = off ?? (released ? words().released : null);
  const marks = file.kind === 'slides' || file.kind === 'image';
  return (
    <form className="library-form" onSubmit={save}>
      <h3>{words().title}</h3>
      <fieldset disabled={released}>
        <Field label={words().name} name="title" defaultValue={about.title} maxLength={400} problem={problem} />
        <ItemChoice itemId={about.itemId} />
        <Circulation note={about.circulation} />
        <ChoiceField
          label={words().secrecy}
          name="secrecy"
          defaultValue={about.secrecy}
          onChange={({ target }) => setSecret(target.value !== 'none')}
          choices={SECRECY.map((value) => ({ value, label: words().levels[value] }))}
          hint={secret ? words().secretHow : undefined}
        />
        <Watermark on={about.watermark} possible={marks} />
      </fieldset>
      <div className="library-presses">
        <button type="submit" className="button" data-tone="plain" disabled={reason !== null}>
          {words().keep}
        </button>
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </div>
    </form>
  );
}

function Circulation({ note }: { readonly note: string | null }) {
  return (
    <>
      <Field
        label={words().circulation}
        name="circulation"
        defaultValue={note ?? ''}
        maxLength={80}
        list="library-notes"
      />
      <datalist id="library-notes">
        {words().notes.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Watermark({ on, possible }: { readonly on: boolean; readonly possible: boolean }) {
  const id = useId();
  return (
    <>
      <p className="library-check">
        <input id={id} type="checkbox" name="watermark" defaultChecked={on} disabled={!possible} />
        <label htmlFor={id}>{words().watermark}</label>
      </p>
      {possible ? null : <p className="documents-hint">{words().watermarkHow}</p>}
    </>
  );
}

function ItemChoice({ itemId }: { readonly itemId: DocumentAbout['itemId'] }) {
  const items = useConference(({ agenda }) => agenda.items);
  const choices = items.map(({ itemId: value, plan: { title } }) => ({ value, label: title }));
  return (
    <ChoiceField
      label={words().item}
      name="item"
      defaultValue={itemId ?? ''}
      choices={[{ value: '', label: words().noItem }, ...choices]}
    />
  );
}

function useSaving(documentId: StoredDocument['file']['documentId']) {
  const issue = useIssue();
  const [problem, setProblem] = useState<string | null>(null);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const about = readAbout(new FormData(event.currentTarget));
    setProblem(about === null ? words().unnamed : null);
    if (about !== null) void issue({ type: 'describeDocument', documentId, about });
  };
  return { save, problem };
}

/** null: its title is none. */
function readAbout(data: FormData): DocumentAbout | null {
  const typed = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const orNull = (name: string): string | null => (typed(name) === '' ? null : typed(name));
  const read = documentAboutSchema.safeParse({
    title: typed('title'),
    itemId: orNull('item'),
    circulation: orNull('circulation'),
    secrecy: typed('secrecy'),
    watermark: data.has('watermark'),
  });
  return read.data ?? null;
}
