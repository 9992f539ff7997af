/** Prints another sign-in link for the secretariat, on the server's own console. The server may be running. */

import { scriptLines } from './secretariat/text.ts';
import { isForThePerson, readServerConfig, secretariatWish, withSeats } from './secretariat/with-seats.ts';

async function invite(): Promise<void> {
  const { config, origin } = readServerConfig();
  const { token } = await withSeats(config, (seats) => seats.mint(secretariatWish(scriptLines.invitationLabel)));
  console.log(`secretariat\t${origin}/join#${token}`);
}

await invite().catch((cause: unknown) => {
  if (!isForThePerson(cause)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
});
