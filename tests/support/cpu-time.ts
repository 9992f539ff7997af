/**
 * Milliseconds of a core that `work` takes. Unlike the time on the wall it does not grow with what else the machine does:
 * a limit on it says how the work grows, and nothing of the machine.
 */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
