import { Agent, request } from 'node:http';

const AT_ONCE = 8;

/** A sign-in of its own for each screen, each from its own address: the limit of requests is by address. */
export async function signInScreens(
  origin: string,
  token: string,
  addresses: readonly string[],
  count: number,
): Promise<readonly string[]> {
  const agents = addresses.map((localAddress) => new Agent({ keepAlive: true, maxSockets: 1, localAddress }));
  const cookies: string[] = [];
  let begun = 0;
  const signInSome = async (): Promise<void> => {
    while (begun < count) {
      const agent = agents[begun % agents.length];
      begun += 1;
      cookies.push(await signInFrom(agent, origin, token));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, signInSome));
  for (const agent of agents) agent.destroy();
  return cookies;
}

const signInFrom = (agent: Agent | undefined, origin: string, token: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ token });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(`${origin}/api/session`, { method: 'POST', headers, ...(agent && { agent }) }, (response) => {
      const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
      response.resume();
      if (response.statusCode === 200 && cookie !== undefined) resolve(cookie);
      else reject(new Error(`the sign-in of a screen was refused: ${response.statusCode}`));
    });
    asked.once('error', reject);
    asked.end(body);
  });
