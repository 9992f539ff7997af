import { useMayEver } from '../../parts/use-may-use.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

/** Why nothing can be written now; null: it can. */
export function useReadOnly(): string | null {
  const may = useMayEver('writeNote');
  const why = useConference(({ conference, records }) => {
    if (records.minutes.signed !== null) return 'signed';
    if (conference.phase === 'archived') return 'archived';
    return conference.classifiedSince === null ? null : 'classified';
  });
  const { sign, course } = text.minutes;
  if (!may) return course.readers;
  if (why === null) return null;
  return { signed: sign.signedNote, archived: sign.archived, classified: course.classified }[why];
}
