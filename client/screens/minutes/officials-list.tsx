import { type KeyboardEvent, useEffect, useRef } from 'react';
import { text } from '../../text/text.ts';
import { nameOf, type OfficialDraft } from './officials-draft.ts';

const words = () => text.minutes.officialsForm;

interface OfficialsListProps {
  readonly drafts: readonly OfficialDraft[];
  readonly chosen: number | null;
  readonly onChoose: (key: number) => void;
  readonly onMove: (key: number, by: 1 | -1) => void;
  readonly onRemove: (key: number) => void;
  readonly onAdd: () => void;
}

/** One stop of the Tab key; the arrows choose, with Alt they change the order. */
export function OfficialsList(props: OfficialsListProps) {
  const { drafts, chosen, onChoose } = props;
  const list = useRef<HTMLUListElement>(null);
  const followed = useRef(false);
  useEffect(() => {
    if (followed.current) list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    followed.current = false;
  });
  const onKeyDown = (event: KeyboardEvent, key: number) => {
    if (keyed(event, key, props)) {
      event.preventDefault();
      followed.current = true;
    }
  };
  return (
    <div className="officials-side">
      {drafts.length === 0 ? <p className="officials-none">{words().empty}</p> : null}
      <ul ref={list} aria-label={words().list} className="officials-list">
        {drafts.map((draft, index) => (
          <li key={draft.key}>
            <button
              type="button"
              className="officials-row"
              aria-current={draft.key === chosen || undefined}
              tabIndex={draft.key === chosen ? 0 : -1}
              onClick={() => onChoose(draft.key)}
              onKeyDown={(event) => onKeyDown(event, draft.key)}
            >
              <span>{index + 1}</span>
              <span>
                <strong>{nameOf(draft)}</strong>
                <small>{draft.offices.map((office) => words().officeNames[office]).join(', ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="officials-keys">{words().keys}</p>
      <Presses {...props} />
    </div>
  );
}

function Presses({ drafts, chosen, onMove, onRemove, onAdd }: OfficialsListProps) {
  const draft = drafts.find(({ key }) => key === chosen);
  return (
    <div className="officials-presses">
      <button type="button" className="button" onClick={onAdd}>
        {words().add}
      </button>
      {draft === undefined ? null : (
        <>
          <button type="button" className="button" onClick={() => onMove(draft.key, -1)}>
            {words().up}
          </button>
          <button type="button" className="button" onClick={() => onMove(draft.key, 1)}>
            {words().down}
          </button>
          <button
            type="button"
            className="button"
            aria-label={words().removeNamed(nameOf(draft))}
            onClick={() => onRemove(draft.key)}
          >
            {words().remove}
          </button>
        </>
      )}
    </div>
  );
}

/** Whether the key was one of the list's. */
function keyed({ key: pressed, altKey }: KeyboardEvent, key: number, props: OfficialsListProps): boolean {
  const by = pressed === 'ArrowDown' ? 1 : pressed === 'ArrowUp' ? -1 : null;
  if (pressed === 'Delete') props.onRemove(key);
  else if (by === null) return false;
  else if (altKey) props.onMove(key, by);
  else {
    const at = props.drafts.findIndex((draft) => draft.key === key);
    props.onChoose(props.drafts[at + by]?.key ?? key);
  }
  return true;
}
