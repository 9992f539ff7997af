import { useState } from 'react';
import { type AgendaItem, isTimed, takesSpeeches } from '../../../../shared/domain/agenda/agenda.ts';
import { speakersList } from '../../../../shared/domain/floor/floor.ts';
import type { AgendaItemId } from '../../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { type Choice, ChoiceField } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { useRights } from '../use-rights.ts';
import { timesIn } from './rules-reading.ts';
import { TimeFields } from './time-fields.tsx';
import { useFormKey } from './use-form-key.ts';

const words = () => text.rules.list;
const GENERAL = '';

const speakingItems = ({ agenda }: ConferenceState): readonly AgendaItem[] =>
  agenda.items.filter(isTimed).filter(({ plan }) => takesSpeeches(plan));

/** Speaking times of one item: shorter papers in a long morning, more time for the answers. */
export function ListTimesForm() {
  const items = useConference(speakingItems);
  const [chosen, setChosen] = useState<string>(GENERAL);
  const choices: readonly Choice[] = [
    ...items.map(({ itemId, plan }) => ({ value: itemId, label: plan.title })),
    { value: GENERAL, label: words().general },
  ];
  const item = items.find(({ itemId }) => itemId === chosen);
  return (
    <section aria-label={words().heading}>
      <h3>{words().heading}</h3>
      {items.length === 0 ? <p className="console-empty">{words().none}</p> : null}
      <ChoiceField
        label={words().item}
        choices={choices}
        value={item === undefined ? GENERAL : chosen}
        onChange={({ target }) => setChosen(target.value)}
      />
      <TimesOfList
        key={item?.itemId ?? GENERAL}
        itemId={item?.itemId ?? null}
        title={item?.plan.title ?? words().general}
      />
    </section>
  );
}

interface TimesOfListProps {
  readonly itemId: AgendaItemId | null;
  readonly title: string;
}

function TimesOfList({ itemId, title }: TimesOfListProps) {
  const { times } = useConference(({ floor }) => speakersList(floor, itemId));
  const usual = useConference(({ floor }) => floor.rules.times);
  const { reason } = useRights();
  const { show } = useNotices();
  const { key, sent } = useFormKey(times);
  const write = (form: FormData): Written => {
    const read = timesIn(form);
    if ('problem' in read) return read;
    sent(read.times);
    return { commands: [{ type: 'timeSpeakersList', itemId, times: read.times }] };
  };
  return (
    <CommandForm
      key={key}
      write={write}
      act={words().apply}
      onDone={() => show({ tone: 'ok', sentence: words().applied(title) })}
      disabledReason={reason({ type: 'timeSpeakersList', itemId, times })}
    >
      <TimeFields times={times} usual={usual} />
      <p className="field-hint">{words().hint}</p>
    </CommandForm>
  );
}
