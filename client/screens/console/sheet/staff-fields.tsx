import { useState } from 'react';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import type { ContactInput, PersonInput } from '../../../../shared/domain/person.ts';
import { Field } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { contactIn, personIn, textIn } from '../form-reading.ts';
import { PersonFields } from '../person-fields.tsx';

const words = () => text.console.bridgeForm;
const MAX_CHAIRS = 8;

/** Room, who chairs there, and whom one telephones when the line is down. */
export function StaffFields({ bridge }: { readonly bridge: Bridge | null }) {
  const technician = bridge?.technician ?? null;
  return (
    <>
      <Field label={words().room} name="room" maxLength={200} defaultValue={bridge?.room ?? ''} />
      <ChairFields chairs={bridge?.chairs ?? []} />
      <fieldset>
        <legend>{words().technician}</legend>
        <PersonFields prefix="technician" person={technician} phone={technician?.phone ?? null} withPhone />
      </fieldset>
    </>
  );
}

function ChairFields({ chairs }: Pick<Bridge, 'chairs'>) {
  const [rows, setRows] = useState(Math.max(1, chairs.length));
  return (
    <fieldset>
      <legend>{words().chairs}</legend>
      {Array.from({ length: rows }, (_, row) => (
        <PersonFields key={chairs[row]?.personId ?? `new-${row}`} prefix={`chair${row}`} person={chairs[row] ?? null} />
      ))}
      {rows < MAX_CHAIRS ? (
        <button type="button" className="button" data-tone="quiet" onClick={() => setRows(rows + 1)}>
          {words().moreChairs}
        </button>
      ) : null}
    </fieldset>
  );
}

export interface Staff {
  readonly room: string | null;
  readonly chairs: PersonInput[];
  readonly technician: ContactInput | null;
}

/** null: there is a telephone number of nobody. */
export function staffIn(form: FormData): Staff | null {
  const technician = contactIn(form, 'technician');
  if (technician === null && textIn(form, 'technicianPhone') !== null) return null;
  const chairs = Array.from({ length: MAX_CHAIRS }, (_, row) => personIn(form, `chair${row}`) ?? []).flat();
  return { room: textIn(form, 'room'), chairs, technician };
}
