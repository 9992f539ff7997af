import { useCallback, useEffect, useState } from 'react';
import type { AgendaTemplateSummary } from '../../../../shared/protocol/http.ts';
import type { AgendaTemplate } from '../../../../shared/views/agenda-template.ts';
import { type Fetched, getAgendaTemplates, keepAgendaTemplate, removeAgendaTemplate } from '../../../sync/http.ts';
import { text } from '../../../text/text.ts';

export interface TemplateShelf {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly templates: readonly AgendaTemplateSummary[];
  /** Resolves to why it was not kept, or to null. */
  readonly keep: (name: string, template: AgendaTemplate) => Promise<string | null>;
  readonly remove: (id: string) => Promise<void>;
}

export function refusalWords(fetched: Exclude<Fetched<unknown>, { kind: 'ok' }>): string {
  if (fetched.kind === 'offline') return text.agenda.templates.failed;
  const { code, params } = fetched;
  const { refused } = text.agenda.templates;
  return code === 'too-many-templates' || code === 'template-unknown'
    ? refused[code]
    : text.refusals.sentence(code, params);
}

export function useTemplates(): TemplateShelf {
  const [shelf, setShelf] = useState<Pick<TemplateShelf, 'status' | 'templates'>>({ status: 'loading', templates: [] });
  const load = useCallback(async () => {
    const fetched = await getAgendaTemplates();
    setShelf(
      fetched.kind === 'ok' ? { status: 'ready', templates: fetched.value } : { status: 'failed', templates: [] },
    );
  }, []);
  useEffect(() => void load(), [load]);
  return {
    ...shelf,
    keep: async (name, template) => {
      const fetched = await keepAgendaTemplate({ name, template });
      if (fetched.kind !== 'ok') return refusalWords(fetched);
      await load();
      return null;
    },
    remove: async (id) => {
      await removeAgendaTemplate(id);
      await load();
    },
  };
}
