import type { AgendaTemplateSummary, StoredAgendaTemplate } from '../../shared/protocol/http.ts';

/** Programmes that are used again, for every conference of the server. */
export interface AgendaTemplates {
  /** False when there are `most` already. */
  addTemplate(template: StoredAgendaTemplate, most: number): Promise<boolean>;
  templates(): Promise<readonly AgendaTemplateSummary[]>;
  template(id: string): Promise<StoredAgendaTemplate | null>;
  /** False for one that is not there. */
  removeTemplate(id: string): Promise<boolean>;
}
