import { type FormEvent, useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { DelegatePage } from '../../../shared/protocol/http.ts';
import { erasePerson, getPersonFile } from '../../sync/archive.ts';
import { type Fetched, getDelegates } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import { Field } from '../field.tsx';
import { saveBlob } from './save-file.ts';

const words = () => text.archive;
const SHOWN = 10;

type Found = DelegatePage['delegates'];

const sentenceOf = (answer: Exclude<Fetched<unknown>, { kind: 'ok' }>): string =>
  answer.kind === 'offline' ? text.start.unreachable : text.refusals.sentence(answer.code, answer.params);

/** Somebody asks what is kept, or asks to be forgotten. */
export function PersonErasure({ conference }: { readonly conference: ConferenceId }) {
  const [found, setFound] = useState<Found | null>(null);
  const [said, setSaid] = useState('');
  const search = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('name');
    const answer = await getDelegates(conference, { q: typeof typed === 'string' ? typed : '', limit: SHOWN });
    setSaid(answer.kind === 'ok' ? '' : sentenceOf(answer));
    setFound(answer.kind === 'ok' ? answer.value.delegates : null);
  };
  const erased = (delegateId: Found[number]['delegateId'], sentence: string): void => {
    setFound((before) => before?.filter((one) => one.delegateId !== delegateId) ?? null);
    setSaid(sentence);
  };
  return (
    <section>
      <h3>{words().personHeading}</h3>
      <form className="archive-form" onSubmit={(event) => void search(event)}>
        <Field label={words().personName} name="name" required />
        <button type="submit" className="button">
          {words().find}
        </button>
      </form>
      {found?.length === 0 ? <p>{words().nobody}</p> : null}
      <ul className="archive-people">
        {(found ?? []).map((one) => (
          <Person
            key={one.delegateId}
            conference={conference}
            person={one}
            onErased={(sentence) => erased(one.delegateId, sentence)}
            onRefused={setSaid}
          />
        ))}
      </ul>
      <p role="status">{said}</p>
    </section>
  );
}

interface PersonProps {
  readonly conference: ConferenceId;
  readonly person: Found[number];
  readonly onErased: (sentence: string) => void;
  readonly onRefused: (sentence: string) => void;
}

/** Erasing takes two presses: it cannot be taken back. */
function Person({ conference, person, onErased, onRefused }: PersonProps) {
  const [asking, setAsking] = useState(false);
  const { delegateId, fullName, positions, homeUnit } = person;
  const name = [fullName ?? '', ...positions].filter((part) => part !== '').join(', ');
  const download = async (): Promise<void> => {
    const answer = await getPersonFile(conference, delegateId);
    if (answer.kind === 'ok') saveBlob(answer.value, `${delegateId}.json`);
    else onRefused(sentenceOf(answer));
  };
  const erase = async (): Promise<void> => {
    const answer = await erasePerson(conference, delegateId);
    if (answer.kind === 'ok') onErased(words().erased(name));
    else onRefused(sentenceOf(answer));
  };
  return (
    <li>
      <span>
        {name} ({homeUnit})
      </span>{' '}
      <button
        type="button"
        className="button"
        aria-label={words().ofPerson(words().download, name)}
        onClick={() => void download()}
      >
        {words().download}
      </button>{' '}
      {asking ? (
        <>
          <strong>{words().eraseWarning}</strong>{' '}
          <button type="button" className="button" onClick={() => void erase()}>
            {words().eraseNow}
          </button>{' '}
          <button type="button" className="button" data-tone="quiet" onClick={() => setAsking(false)}>
            {words().leave}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="button"
          aria-label={words().ofPerson(words().erase, name)}
          onClick={() => setAsking(true)}
        >
          {words().erase}
        </button>
      )}
    </li>
  );
}
