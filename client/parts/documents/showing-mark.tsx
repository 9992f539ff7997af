import { documentShowing } from '../../../shared/views/document-showing.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { StateMark } from '../state-mark.tsx';

const TONES = { onAir: 'air', armed: 'next', waiting: 'off' } as const;

/** Whether what was chosen to be shown is seen by everybody now, next, or not yet. */
export function ShowingMark() {
  const showing = useConference(documentShowing);
  return <StateMark tone={TONES[showing]} word={text.documents.desk[showing]} />;
}
