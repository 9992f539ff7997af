import type { ConferenceId } from '../../shared/domain/ids.ts';
import { lineHistorySchema } from '../../shared/protocol/technical.ts';
import { ask } from './http.ts';

/** What became of the lines in earlier conferences of this server, by bridge. */
export const getLineHistory = (conference: ConferenceId) =>
  ask(lineHistorySchema, `/api/conferences/${encodeURIComponent(conference)}/line-history`);
