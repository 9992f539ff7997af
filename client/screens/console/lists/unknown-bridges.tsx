import type { ImportJob, ImportPreview } from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { download } from '../../../parts/csv-file.ts';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { headsOf, mappingOf } from './columns-draft.ts';
import type { ImportDesk } from './import-desk.ts';
import { Problem } from './problem.tsx';
import { bridgesTemplateOf } from './template-file.ts';
import { useAsking } from './use-import-desk.ts';

const words = () => text.lists.preview;
const SHOWN = 8;

interface UnknownBridgesProps {
  readonly desk: ImportDesk;
  readonly job: ImportJob;
  readonly preview: ImportPreview;
}

/** Names of bridges that the conference does not have, and the ways out of that. */
export function UnknownBridges({ desk, job, preview }: UnknownBridgesProps) {
  const { pending, problem, run } = useAsking();
  const { unknownBridges: unknown } = preview;
  if (unknown.length === 0) return null;
  const shown = unknown.slice(0, SHOWN).map(({ name, rows }) => words().unknownBridge(name, formatCount(rows)));
  const more = unknown.length > SHOWN ? [words().andMore(formatCount(unknown.length - SHOWN))] : [];
  const readAgain = () => desk.correct(job.importId, mappingOf(headsOf(preview), new Map()));
  const names = unknown.map(({ name }) => name);
  return (
    <section className="lists-unknown" aria-label={words().unknownBridges(formatCount(unknown.length))}>
      <p>
        <Shape name="look" /> <strong>{words().unknownBridges(formatCount(unknown.length))}:</strong>{' '}
        {[...shown, ...more].join('; ')}.
      </p>
      <p>{words().unknownWayOut}</p>
      <Problem sentence={problem} />
      <p className="console-form-buttons">
        <button
          type="button"
          className="button"
          onClick={() => download(text.lists.home.bridgesFile, bridgesTemplateOf(names))}
        >
          {words().bridgesTemplate}
        </button>
        <button type="button" className="button" aria-busy={pending} onClick={() => run(readAgain)}>
          {words().readAgain}
        </button>
      </p>
    </section>
  );
}
