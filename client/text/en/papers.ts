import type { papersText } from '../vi/papers.ts';
import type { Widened } from '../widened.ts';

export const papersEnglish: Widened<typeof papersText> = {
  heading: 'Preview',
  choose: 'Paper',
  kinds: {
    minutes: 'Minutes',
    conclusionNotice: 'Notice of conclusions',
    news: 'News of the conference',
    programme: 'Programme',
    speakers: 'List of speakers',
    rollSheets: 'Roll sheets',
    followUp: 'Follow-up of tasks',
    afterAction: 'After-action review',
  },
  docx: 'Download DOCX',
  pdf: 'Download PDF',
  draft: 'Draft',
  signed: 'Signed',
  unverified: 'Format not yet verified',
  unverifiedExplained: 'Made from public texts; not yet compared with the whole guide of the Central Office.',
  provenance: (version, time, hash) => `Version ${version} · ${time} · code ${hash}`,
  loading: 'Making the paper…',
  stale: 'The new version could not be read. Trying again.',
  failed: 'The paper could not be made. Trying again.',
  classified: 'Classified session: no paper is made.',
  page: (paper) => `${paper}, preview`,
  recipients: 'Nơi nhận:',
};
