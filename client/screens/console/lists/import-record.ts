import type { ListImport } from '../../../../shared/domain/attendance/list-import.ts';
import type { ImportJob } from '../../../../shared/protocol/list-import.ts';

/** What the conference keeps of a job that was applied. */
export const recordOf = (
  imports: readonly ListImport[],
  { appliedAs }: Pick<ImportJob, 'appliedAs'>,
): ListImport | undefined => imports.find(({ importId }) => importId === appliedAs);
