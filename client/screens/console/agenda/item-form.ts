import { type AgendaPlan, agendaItemKinds, agendaPlanSchema } from '../../../../shared/domain/agenda/agenda.ts';
import { type AgendaItemId, agendaItemIdSchema } from '../../../../shared/domain/ids.ts';
import { readLength } from '../../../../shared/views/day-time.ts';
import { type SpanDraft, timingOf } from '../../../../shared/views/span-draft.ts';
import { text } from '../../../text/text.ts';
import { instantOf } from '../conference-times.ts';
import { dateIn, textIn } from '../form-reading.ts';

export type RowSort = AgendaPlan['row'];

/** What is wrong, beside its field. The fields of the times say it themselves. */
export interface FormProblems {
  readonly title?: string;
  readonly target?: string;
  readonly times?: true;
}

export interface PlanRead {
  readonly plan: AgendaPlan | null;
  readonly problems: FormProblems;
}

export function planIn(form: FormData, sort: RowSort, draft: SpanDraft): PlanRead {
  const title = textIn(form, 'title');
  const { plan, problems } = partOf(form, sort, draft);
  const fit = title === null || plan === null ? null : agendaPlanSchema.safeParse({ ...plan, title });
  const bad = title === null || (fit !== null && !fit.success);
  return {
    plan: fit?.success === true ? fit.data : null,
    problems: { ...problems, ...(bad ? { title: text.agenda.form.noTitle } : {}) },
  };
}

function partOf(
  form: FormData,
  sort: RowSort,
  draft: SpanDraft,
): { readonly plan: object | null; readonly problems: FormProblems } {
  switch (sort) {
    case 'note':
      return { plan: { row: sort }, problems: {} };
    case 'group': {
      const typed = textIn(form, 'target');
      const targetMs = typed === null ? null : readLength(typed);
      const bad = typed !== null && targetMs === null;
      return bad
        ? { plan: null, problems: { target: text.agenda.form.noTarget } }
        : { plan: { row: sort, targetMs }, problems: {} };
    }
    case 'item': {
      const kind = agendaItemKinds.find((one) => one === form.get('kind'));
      const day = instantOf(dateIn(form, 'date'), '00:00');
      const timing = day === null ? null : timingOf(draft, day);
      return timing === null
        ? { plan: null, problems: { times: true } }
        : { plan: { row: sort, kind, ...timing }, problems: {} };
    }
  }
}

export function beforeIn(form: FormData): AgendaItemId | null {
  const before = agendaItemIdSchema.safeParse(form.get('before'));
  return before.success ? before.data : null;
}
