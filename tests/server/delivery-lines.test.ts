import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_LINES } from '../../server/transport/socket/lines-of-sign-ins.ts';
import { Caller, connected, startTestServer, type TestServer, type TestSocket } from '../support/test-server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
const open: TestSocket[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  for (const socket of open) socket.close();
  await server.stop();
});

async function answerTo(caller: Caller): Promise<string> {
  const socket = caller.socket();
  open.push(socket);
  return connected(socket);
}

test('[DLV18] a sign-in holds eight lines: the ninth is refused and not the others closed, until one is given back', async () => {
  const caller = await Caller.signedIn(server, { seat: 'secretariat' });
  const together = await Promise.all(Array.from({ length: MAX_LINES + 4 }, () => answerTo(caller)));
  expect(together.filter((answer) => answer === 'connected')).toHaveLength(MAX_LINES);
  expect(together.filter((answer) => answer === 'too-many-lines')).toHaveLength(4);
  expect(open.filter(({ connected: isOn }) => isOn)).toHaveLength(MAX_LINES);
  const other = await Caller.signedIn(server, { seat: 'secretariat' });
  expect(await answerTo(other)).toBe('connected');
  open.find(({ connected: isOn }) => isOn)?.close();
  await until('there is room again', 5_000, async () => (await answerTo(caller)) === 'connected');
});
