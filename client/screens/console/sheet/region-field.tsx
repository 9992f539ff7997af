import { useId } from 'react';
import { regionsInUse } from '../../../../shared/views/ledger.ts';
import { Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.rules.region;

/** The part of the country a bridge is counted to: typed, or chosen among those that are in use. */
export function RegionField({ region = null }: { readonly region?: string | null }) {
  const regions = useConference(regionsInUse);
  const list = useId();
  return (
    <>
      <Field
        label={words().label}
        name="region"
        maxLength={60}
        hint={words().hint}
        defaultValue={region ?? ''}
        list={list}
      />
      <datalist id={list}>
        {regions.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </>
  );
}
