import { type FormEvent, useState } from 'react';
import { readClock } from '../../../../shared/views/day-time.ts';
import { filledTimetable, type GroupDraft, type TimetableWish } from '../../../../shared/views/line-timetable.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { text } from '../../../text/text.ts';
import { countIn, dateIn, textIn } from '../../console/form-reading.ts';

const words = () => text.lines.timetable;
const BYS = ['order', 'region'] as const;
/** Eight to ten halls a group, some minutes each, as line tests are held. */
const USUAL = { startsAt: '08:00', size: '8', minutesEach: '5', pause: '10' } as const;

interface FillFormProps {
  readonly onFill: (groups: readonly GroupDraft[]) => void;
}

/** A first plan of the whole day; every group of it can be changed afterwards. */
export function FillForm({ onFill }: FillFormProps) {
  const { main, time } = useSync();
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = wishIn(new FormData(event.currentTarget));
    setProblem('problem' in read ? read.problem : null);
    if ('wish' in read) onFill(filledTimetable(main.get().bridges, read.wish));
  };
  return (
    <form className="timetable-fill" onSubmit={submit}>
      <h3>{words().fill}</h3>
      <ChoiceField label={words().by} name="by" choices={BYS.map((by) => ({ value: by, label: words().bys[by] }))} />
      <DateField label={words().day} name="day" defaultValue={time.now()} />
      <Field label={words().startsAt} name="startsAt" required inputMode="numeric" defaultValue={USUAL.startsAt} />
      <Field label={words().size} name="size" required inputMode="numeric" defaultValue={USUAL.size} />
      <Field
        label={words().minutesEach}
        name="minutesEach"
        required
        inputMode="numeric"
        defaultValue={USUAL.minutesEach}
      />
      <Field label={words().pause} name="pause" required inputMode="numeric" defaultValue={USUAL.pause} />
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          ▲ {problem}
        </p>
      )}
      <button type="submit" className="button">
        {words().act}
      </button>
    </form>
  );
}

function wishIn(form: FormData): { readonly wish: TimetableWish } | { readonly problem: string } {
  const day = dateIn(form, 'day');
  const clock = readClock(textIn(form, 'startsAt') ?? '');
  const size = within(countIn(form, 'size'), 1, 100);
  const minutesEach = within(countIn(form, 'minutesEach'), 1, 120);
  const pauseMinutes = within(countIn(form, 'pause'), 0, 240);
  if (day === null) return { problem: words().badDate };
  if (clock === null) return { problem: words().badTime };
  if (size === null) return { problem: words().badNumber(1, 100) };
  if (minutesEach === null) return { problem: words().badNumber(1, 120) };
  if (pauseMinutes === null) return { problem: words().badNumber(0, 240) };
  const startsAt = Date.parse(`${day}T00:00:00+07:00`) + clock;
  const by = BYS.find((one) => one === form.get('by')) ?? 'order';
  return { wish: { by, startsAt, size, minutesEach, pauseMinutes, nameOf } };
}

const within = (count: number | null, from: number, to: number): number | null =>
  count === null || count < from || count > to ? null : count;

const nameOf: TimetableWish['nameOf'] = (place, region) =>
  region === null ? words().group(place) : words().groupOf(place, region);
