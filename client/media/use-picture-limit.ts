import type { PictureLimit } from '../../shared/domain/onair/onair.ts';
import { useConference } from '../sync/conference-provider.tsx';

/** How much of program this screen receives. */
export const usePictureLimit = (): PictureLimit => useConference(({ onair }) => onair.limit);
