import { BLANK } from '../blank-commands.ts';
import { useRights } from '../use-rights.ts';

/** Whether this seat arranges bridges and people at all; a moderator reads them. */
export const useMayPrepare = (): boolean => useRights().may(BLANK.bridges);
