import { useMayUse } from '../../parts/use-may-use.ts';
import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';

/** The way to what remains of the conference, in a tab of its own: the console stays where it is. */
export function MinutesLink() {
  const { conference } = useSync();
  const may = useMayUse('openMinutes');
  if (!may) return null;
  return (
    <a className="button" data-tone="plain" href={`/c/${conference}/minutes`} target="_blank" rel="noopener">
      {text.minutes.open}
    </a>
  );
}
