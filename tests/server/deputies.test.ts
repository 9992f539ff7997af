import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { invitationSchema, mintedDeputySchema, sessionSchema } from '../../shared/protocol/http.ts';
import {
  Caller,
  codeOf,
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
});
afterAll(() => server.stop());

const ask = (caller: Caller, body: unknown) =>
  caller.fetch(`/api/conferences/${conference.id}/deputies`, { method: 'POST', body });
const mint = async (seat = 'moderator') => {
  const response = await ask(secretariat, { seat, label: 'Phó Chánh Văn phòng' });
  expect(response.status).toBe(201);
  return mintedDeputySchema.parse(await response.json());
};
const enter = (caller: Caller, code: string) => caller.fetch('/api/deputy', { method: 'POST', body: { code } });
const typesIn = async (): Promise<string> => (await secretariat.snapshot(conference.id)).text;

describe('a deputy’s code', () => {
  test('[DEP20] seats the deputy, with the rights of the seat, and every console is told', async () => {
    const patches: string[] = [];
    const socket = secretariat.socket();
    socket.on('patch', ({ events }) => patches.push(...events.map(({ event }) => JSON.stringify(event))));
    await new Promise((resolve) => socket.emit('hello', { conference: conference.id, since: {} }, resolve));
    const { code } = await mint('chair');
    const deputy = new Caller(server.origin);
    const response = await enter(deputy, code.toLowerCase().replace('-', ' '));
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(sessionSchema.parse(await response.json())).toMatchObject({
      seat: 'chair',
      conference: conference.id,
      screen: `/c/${conference.id}/chair`,
    });
    await expect.poll(() => patches.join('')).toContain('"type":"seatTakenOver"');
    expect(patches.join('')).toContain('"seat":"chair"');
    expect(patches.join('')).not.toContain(code);
    socket.close();
    for (const cookie of response.headers.getSetCookie()) deputy.cookies.push(cookie.split(';')[0] ?? '');
    // The chair may report a defect, and prepares nothing.
    const defect = { type: 'reportDefect', sentence: 'Micro rè', bridgeId: null } as const;
    expect(await deputy.command(conference.id, defect)).toMatchObject({ ok: true });
    expect(await deputy.command(conference.id, { type: 'openConference' })).toMatchObject({ code: 'not-permitted' });
  });

  test('[DEP21] serves once; a wrong, a used and a revoked one are answered alike', async () => {
    const [used, revoked] = [await mint(), await mint()];
    expect((await enter(new Caller(server.origin), used.code)).status).toBe(200);
    await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${revoked.invitation.id}/revoke`, {
      method: 'POST',
    });
    const answers = await Promise.all(
      [used.code, revoked.code, 'ZZZZZ-ZZZZZ'].map(async (code) => {
        const answer = await enter(new Caller(server.origin), code);
        return [answer.status, answer.headers.get('set-cookie'), await answer.text()];
      }),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(410);
  });

  test('[DEP22] is listed with the links, without the code, and revoking it ends the deputy’s sign-in', async () => {
    const { invitation, code } = await mint();
    const deputy = new Caller(server.origin);
    const response = await enter(deputy, code);
    for (const cookie of response.headers.getSetCookie()) deputy.cookies.push(cookie.split(';')[0] ?? '');
    expect((await deputy.fetch('/api/session')).status).toBe(200);
    const path = `/api/conferences/${conference.id}/invitations`;
    const text = await (await secretariat.fetch(path)).text();
    expect(text).not.toContain(code);
    const listed = z.array(invitationSchema).parse(JSON.parse(text));
    const own = listed.find(({ id }) => id === invitation.id);
    expect(own).toMatchObject({ kind: 'code', seat: 'moderator', label: 'Phó Chánh Văn phòng' });
    expect(own?.usedAt).not.toBeNull();
    await secretariat.fetch(`${path}/${invitation.id}/revoke`, { method: 'POST' });
    expect((await deputy.fetch('/api/session')).status).toBe(401);
  });

  test('[DEP23] is given out by the secretariat alone, and never for a bridge, a wall or a viewer', async () => {
    const moderator = await Caller.signedIn(server, { seat: 'moderator', conference: conference.id });
    const wish = { seat: 'moderator', label: 'Phó' };
    expect((await ask(moderator, wish)).status).toBe(403);
    expect((await ask(new Caller(server.origin), wish)).status).toBe(401);
    for (const seat of ['operator', 'wall', 'viewer', 'system']) {
      expect((await ask(secretariat, { seat, label: 'Phó' })).status).toBe(400);
    }
    const elsewhere = await Caller.signedIn(server, { seat: 'secretariat', conference: conference.id });
    expect((await ask(elsewhere, wish)).status).toBe(201);
  });

  test('[DEP24] cannot be brought in as a command: nobody takes a seat over by saying so', async () => {
    const before = (await secretariat.snapshot(conference.id)).seq;
    for (const command of [
      { type: 'recordTakeover', seat: 'moderator' },
      { type: 'recordRehearsal', rehearsal: conference.id, phase: 'started' },
    ] as const) {
      expect(await secretariat.command(conference.id, command)).toMatchObject({ code: 'not-permitted' });
    }
    expect((await secretariat.snapshot(conference.id)).seq).toBe(before);
    expect(await typesIn()).not.toContain('recordTakeover');
  });

  test('[DEP25] after five wrong tries the right one has to wait too; before them it did not', async () => {
    const locked = await startTestServer();
    const office = await Caller.signedIn(locked, { seat: 'secretariat' });
    const { id } = await createSmallConference(office);
    const minted = async () => {
      const wish = { method: 'POST', body: { seat: 'moderator', label: 'Phó' } };
      return mintedDeputySchema.parse(await (await office.fetch(`/api/conferences/${id}/deputies`, wish)).json());
    };
    const stranger = new Caller(locked.origin);
    for (let wrong = 0; wrong < 4; wrong++) expect((await enter(stranger, 'AAAAA-AAAAA')).status).toBe(410);
    // The control: four are not five, and a right one does not count.
    expect((await enter(stranger, (await minted()).code)).status).toBe(200);
    expect((await enter(stranger, 'AAAAA-AAAAA')).status).toBe(410);
    const right = await minted();
    const refused = await enter(stranger, right.code);
    expect(refused.status).toBe(429);
    const fault = z.object({ code: z.string(), params: z.object({ seconds: z.int() }) }).parse(await refused.json());
    expect(fault.code).toBe('too-many-tries');
    expect(fault.params.seconds).toBeGreaterThan(14 * 60);
    expect(fault.params.seconds).toBeLessThanOrEqual(15 * 60);
    expect(refused.headers.get('set-cookie')).toBeNull();
    // It was not used up by the try: the secretariat still sees it as unused.
    const listed = z
      .array(invitationSchema)
      .parse(await (await office.fetch(`/api/conferences/${id}/invitations`)).json());
    expect(listed.find((one) => one.id === right.invitation.id)).toMatchObject({ usedAt: null });
    // Links are another door.
    expect((await stranger.signIn((await locked.mint({ seat: 'viewer', conference: id })).token)).status).toBe(200);
    await locked.stop();
  });

  test('[DEP26] what is no code at all is refused without a try', async () => {
    for (const body of [{}, { code: '' }, { code: 'A'.repeat(41) }, { code: 7 }, { code: 'A', seat: 'chair' }]) {
      const answer = await new Caller(server.origin).fetch('/api/deputy', { method: 'POST', body });
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'malformed']);
    }
  });
});
