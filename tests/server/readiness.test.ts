import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateSchema } from '../../shared/domain/attendance/certificate.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
  await secretariat.command(conference.id, { type: 'startPreparation' });
});
afterAll(() => server.stop());

const path = (tiers: string): string => `/api/conferences/${conference.id}/readiness?tiers=${tiers}`;

test('[CRT30] the staff reads what a certificate would say now, and it says the same once it is made', async () => {
  const response = await secretariat.fetch(path('1'));
  expect(response.status).toBe(200);
  const { at: _, ...preview } = certificateSchema.parse(await response.json());
  expect(preview.tiers).toMatchObject([{ tier: 1, name: '1', ready: 0 }]);
  expect(preview.missing).toBe(preview.tiers[0]?.total);
  const made = await secretariat.command(conference.id, { type: 'certifyReadiness', tierNames: ['1'] });
  expect(made).toMatchObject({ ok: true });
  const { text } = await secretariat.snapshot(conference.id, 'staff');
  const state = decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
  expect(state.attendance.certificates).toMatchObject([preview]);
});

test('[CRT31] it is for the staff alone, and counts one to six tiers', async () => {
  const hall = await Caller.signedIn(server, {
    seat: 'operator',
    conference: conference.id,
    bridgeId: conference.anGiang,
  });
  expect((await hall.fetch(path('1'))).status).toBe(403);
  expect((await new Caller(server.origin).fetch(path('1'))).status).toBe(401);
  for (const tiers of ['0', '7', 'x', '']) expect((await secretariat.fetch(path(tiers))).status).toBe(400);
});
