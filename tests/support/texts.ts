import { english } from '../../client/text/english.ts';
import { vietnamese } from '../../client/text/vietnamese.ts';

/** Both languages side by side. */
export const TEXTS = { vi: vietnamese, en: english } as const;
