import type { PictureLimit } from '../../shared/domain/onair/onair.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { useReadable } from '../sync/use-readable.ts';
import { useMedia } from './media-context.ts';
import { narrower } from './reception-steps.ts';

/** How much of the pictures this screen shows: what its line carries, within what the director allows. */
export function useReception(): PictureLimit {
  const own = useReadable(useMedia().line.limit);
  return narrower(
    own,
    useConference(({ onair }) => onair.limit),
  );
}
