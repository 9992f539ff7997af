import { ArchiveDialog } from '../../parts/archive/archive-dialog.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';

/** The archive of the conference whose console this is. */
export function OwnArchiveDialog({ onClose }: { readonly onClose: () => void }) {
  const { conference: id } = useSync();
  const title = useConference(({ conference }) => conference.title);
  const date = useConference(({ conference }) => conference.date);
  return <ArchiveDialog conference={{ id, title, date }} onClose={onClose} />;
}
