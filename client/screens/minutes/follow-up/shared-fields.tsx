import { useId, useState } from 'react';
import { bridgesInOrder } from '../../../../shared/domain/bridges/bridge.ts';
import { type AgendaItemId, agendaItemIdSchema, type BridgeId, bridgeIdSchema } from '../../../../shared/domain/ids.ts';
import type { Person, PersonInput } from '../../../../shared/domain/person.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { type Choice, ChoiceField, Field, type FieldProps } from '../../../parts/field.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { personIn, textIn } from '../../console/form-reading.ts';
import { PersonFields } from '../../console/person-fields.tsx';

const words = () => text.followUp;

/** The item of the programme to which an entry belongs; read it with `itemIn`. */
export function ItemField({ itemId }: { readonly itemId: AgendaItemId | null }) {
  const items = useConference(({ agenda }) => agenda.items);
  const choices = [
    { value: '', label: words().none },
    ...items.map((item) => ({ value: item.itemId, label: item.plan.title })),
  ];
  return <ChoiceField label={words().item} name="item" choices={choices} defaultValue={itemId ?? ''} />;
}

export const itemIn = (form: FormData): AgendaItemId | null =>
  agendaItemIdSchema.safeParse(textIn(form, 'item')).data ?? null;

/** As strings, so that the list keeps its identity while nothing of it changes. */
const places = ({ bridges }: ConferenceState) =>
  bridgesInOrder(bridges).map(({ bridgeId, name }) => `${bridgeId} ${name}`);

export function useBridgeChoices(): readonly Choice[] {
  return useConference(places).map((place) => {
    const space = place.indexOf(' ');
    return { value: place.slice(0, space), label: place.slice(space + 1) };
  });
}

export const bridgeIn = (typed: string | null): BridgeId | null => bridgeIdSchema.safeParse(typed).data ?? null;

/** A field that offers what was typed before; several halls send to the same body. */
export function KnownField({ known, ...field }: FieldProps & { readonly known: readonly string[] }) {
  const id = useId();
  return (
    <>
      <Field list={id} {...field} />
      <datalist id={id}>
        {[...new Set(known)].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </>
  );
}

const TYPED = 'typed';
const useOfficials = (): readonly Person[] =>
  useConference(({ records }) => records.minutes.officials.map(({ person }) => person));

interface PersonFieldProps {
  readonly label: string;
  /** Names the fields apart. */
  readonly prefix: string;
  readonly person: PersonInput | null;
}

/** Somebody of the officials, or somebody typed; read it with `pickedPerson`. */
export function PersonField({ label, prefix, person }: PersonFieldProps) {
  const officials = useOfficials().map(personWords);
  const known = person === null ? '' : personWords(person);
  const [choice, choose] = useState(() => (known === '' || officials.includes(known) ? known : TYPED));
  const choices = [
    { value: '', label: words().notSaid },
    ...[...new Set(officials)].map((one) => ({ value: one, label: one })),
    { value: TYPED, label: words().tasks.another },
  ];
  return (
    <div className="follow-up-person">
      <ChoiceField
        label={label}
        name={`${prefix}Choice`}
        choices={choices}
        value={choice}
        onChange={({ target }) => choose(target.value)}
      />
      {choice === TYPED ? <PersonFields prefix={prefix} person={person} /> : null}
    </div>
  );
}

/** Reads what a PersonField holds. */
export function usePickedPerson(): (form: FormData, prefix: string) => PersonInput | null {
  const officials = useOfficials();
  return (form, prefix) => {
    const choice = textIn(form, `${prefix}Choice`);
    if (choice === TYPED) return personIn(form, prefix);
    const found = officials.find((one) => personWords(one) === choice?.normalize());
    return found === undefined ? null : { fullName: found.fullName, positions: [...found.positions] };
  };
}
