import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Seats } from './application/seats.ts';
import type { Config } from './config.ts';
import { createEgress } from './recordings/egress-port.ts';
import { Recordings, type RecordingsOptions } from './recordings/recordings.ts';
import { serverLines } from './text.ts';

export interface RecordingPartsOptions {
  readonly config: Pick<Config, 'dataDir' | 'livekit'>;
  readonly seats: () => Seats;
  readonly linkOf: (token: string) => string;
  readonly onFault: (cause: unknown) => void;
}

export const createRecordings = (options: RecordingPartsOptions): Recordings =>
  new Recordings({
    folder: join(options.config.dataDir, 'recordings'),
    egress: egressOf(options),
    newId: randomUUID,
    onFault: options.onFault,
  });

function egressOf({ config, seats, linkOf }: RecordingPartsOptions): RecordingsOptions['egress'] {
  const { external, egressFolder } = config.livekit;
  if (external === null || egressFolder === null) return null;
  return {
    egress: createEgress(external),
    folder: egressFolder,
    pageFor: async (desk) => {
      const wish = { seat: 'recorder', conference: desk.id, bridgeId: null, label: serverLines.egressSeat } as const;
      const { invitation, token } = await seats().mint(wish);
      return { url: linkOf(token), shut: () => seats().revoke(invitation.id) };
    },
  };
}
