import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { PaperKind } from '../../../shared/views/papers/paper.ts';

/** Where a paper is taken along as a file, or without a format read for the preview. */
export const paperAddress = (conference: ConferenceId, kind: PaperKind, format?: 'docx' | 'pdf'): string =>
  `/api/conferences/${encodeURIComponent(conference)}/papers/${kind}${format === undefined ? '' : `.${format}`}`;
