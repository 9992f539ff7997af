import { type Capability, mayUse } from '../../shared/domain/capabilities.ts';
import type { Command } from '../../shared/domain/command.ts';
import { scopeOf } from '../../shared/domain/policy.ts';
import { useSeat } from '../sync/conference-provider.tsx';

/** Whether this seat may, by the server's own table: what it may not is not offered. */
export const useMayUse = (capability: Capability): boolean => mayUse(useSeat(), capability);

/** Whether this seat may ever issue such a command. */
export const useMayEver = (type: Command['type']): boolean => scopeOf(useSeat().seat, type) !== null;
