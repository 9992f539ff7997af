import type { Paper } from './paper.ts';

/** A paper without what all papers have in common. */
export type PaperText = Omit<Paper, 'kind' | 'profile' | 'provenance'>;
