/** Our own bug, never a user's mistake: logged, never shown, fails the test run. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** The compiler proves that no case is left; at run time it names the value that slipped through a border. */
export function unreachable(value: never): never {
  throw new InvariantError(`no case for ${JSON.stringify(value)}`);
}
