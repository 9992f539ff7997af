import { useState } from 'react';
import type { PersonInput } from '../../../../shared/domain/person.ts';
import type { Award, AwardInput } from '../../../../shared/domain/records/award.ts';
import { namesIn } from '../../../../shared/views/follow-up.ts';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { countIn, personIn, textIn } from '../../console/form-reading.ts';
import { PersonFields } from '../../console/person-fields.tsx';
import { RemovePress } from './remove-press.tsx';
import { ItemField, itemIn, KnownField, PersonField, usePickedPerson } from './shared-fields.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.awards;
const BLANK: AwardInput = {
  name: '.',
  onBehalfOf: null,
  itemId: null,
  presenter: null,
  recipients: { kind: 'collectives', count: 1, names: [] },
};

export function NewAward() {
  const [count, setCount] = useState(0);
  const reason = useWhyNot({ type: 'planAward', award: BLANK });
  const read = useReadAward();
  const write = (form: FormData): Written => {
    const award = read(form);
    return award === null ? { problem: text.followUp.missing } : { commands: [{ type: 'planAward', award }] };
  };
  return (
    <>
      <SideHead title={text.followUp.add} />
      <CommandForm
        key={count}
        write={write}
        act={words().save}
        disabledReason={reason}
        onDone={() => setCount(count + 1)}
      >
        <AwardFields award={null} />
      </CommandForm>
    </>
  );
}

interface AwardDetailsProps {
  readonly award: Award;
  readonly onClose: () => void;
}

export function AwardDetails({ award, onClose }: AwardDetailsProps) {
  const { awardId } = award;
  const read = useReadAward();
  const reason = useWhyNot({ type: 'correctAward', awardId, award: inputOf(award) });
  const write = (form: FormData): Written => {
    const input = read(form);
    return input === null
      ? { problem: text.followUp.missing }
      : { commands: [{ type: 'correctAward', awardId, award: input }] };
  };
  return (
    <>
      <SideHead title={award.name} back={onClose} backLabel={text.followUp.add} />
      <CommandForm write={write} act={text.common.save} disabledReason={reason} onDone={onClose}>
        <AwardFields award={award} />
      </CommandForm>
      <RemovePress
        command={{ type: 'removeAward', awardId }}
        again={{ type: 'planAward', award: inputOf(award) }}
        onDone={onClose}
      />
    </>
  );
}

const unnumbered = ({ fullName, positions }: PersonInput): PersonInput => ({ fullName, positions });

function inputOf({ name, onBehalfOf, itemId, presenter, recipients }: Award): AwardInput {
  return {
    name,
    onBehalfOf,
    itemId,
    presenter: presenter && unnumbered(presenter),
    recipients: recipients.kind === 'person' ? { kind: 'person', person: unnumbered(recipients.person) } : recipients,
  };
}

const EMPTY = { name: '', onBehalfOf: null, presenter: null, recipients: null, itemId: null };

function AwardFields({ award }: { readonly award: Award | null }) {
  const { name, onBehalfOf, presenter, recipients, itemId } = award ?? EMPTY;
  const { names, behalves } = useKnownAwards();
  return (
    <>
      <KnownField label={words().name} name="name" maxLength={300} defaultValue={name} known={names.split('\n')} />
      <RecipientFields recipients={recipients} />
      <PersonField label={words().presenter} prefix="presenter" person={presenter} />
      <KnownField
        label={words().onBehalfOf}
        name="onBehalfOf"
        maxLength={200}
        defaultValue={onBehalfOf ?? ''}
        known={[words().usualBehalf, ...behalves.split('\n')]}
      />
      <ItemField itemId={itemId} />
    </>
  );
}

/** As lines: what is compared stays the same while nothing of it changes. */
const useKnownAwards = () =>
  useConference(({ records: { awards } }) => ({
    names: awards.map(({ name }) => name).join('\n'),
    behalves: awards.flatMap(({ onBehalfOf }) => (onBehalfOf === null ? [] : [onBehalfOf])).join('\n'),
  }));

const KINDS = ['person', 'collectives'] as const;

/** One person, or collectives: how many, and their names where they are known. */
function RecipientFields({ recipients }: { readonly recipients: Award['recipients'] | null }) {
  const [kind, setKind] = useState<string>(recipients?.kind ?? 'person');
  return (
    <>
      <ChoiceField
        label={words().who}
        name="kind"
        choices={KINDS.map((one) => ({ value: one, label: words().kinds[one] }))}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
      />
      {kind === 'person' ? (
        <PersonFields prefix="recipient" person={recipients?.kind === 'person' ? recipients.person : null} />
      ) : (
        <CollectiveFields given={recipients?.kind === 'collectives' ? recipients : null} />
      )}
    </>
  );
}

type Collectives = Extract<Award['recipients'], { kind: 'collectives' }>;

function CollectiveFields({ given }: { readonly given: Collectives | null }) {
  return (
    <>
      <Field
        label={words().amount}
        name="count"
        inputMode="numeric"
        pattern="[0-9]{1,5}"
        defaultValue={given?.count ?? ''}
      />
      <TextField
        label={words().names}
        hint={words().namesHint}
        name="names"
        rows={3}
        defaultValue={given?.names.join('\n') ?? ''}
      />
    </>
  );
}

/** The award as it is written; null: its name or its recipient is missing. */
function useReadAward(): (form: FormData) => AwardInput | null {
  const picked = usePickedPerson();
  return (form) => {
    const name = textIn(form, 'name');
    const recipients = recipientsIn(form);
    if (name === null || recipients === null) return null;
    const presenter = picked(form, 'presenter');
    return { name, recipients, presenter, onBehalfOf: textIn(form, 'onBehalfOf'), itemId: itemIn(form) };
  };
}

function recipientsIn(form: FormData): AwardInput['recipients'] | null {
  if (textIn(form, 'kind') === 'person') {
    const person = personIn(form, 'recipient');
    return person === null ? null : { kind: 'person', person };
  }
  const names = [...namesIn(textIn(form, 'names') ?? '')];
  const count = countIn(form, 'count') ?? names.length;
  return count === 0 ? null : { kind: 'collectives', count, names };
}
