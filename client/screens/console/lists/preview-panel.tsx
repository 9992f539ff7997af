import { useState } from 'react';
import { type ImportJob, type ImportPreview } from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { Tabs } from '../sheet/tabs.tsx';
import { ColumnsForm } from './columns-form.tsx';
import type { ImportDesk } from './import-desk.ts';
import { countedWords } from './import-words.ts';
import { AddedRows, ChangedRows, RefusedRows } from './preview-rows.tsx';
import { Problem } from './problem.tsx';
import { StageHeading } from './stage-heading.tsx';
import { UnknownBridges } from './unknown-bridges.tsx';
import { useAsking } from './use-import-desk.ts';

const words = () => text.lists.preview;

const TABS = ['added', 'changed', 'refused', 'columns'] as const;
type PreviewTab = (typeof TABS)[number];
const FIGURES = ['added', 'changed', 'unchanged', 'refused'] as const;

interface PreviewPanelProps {
  readonly desk: ImportDesk;
  readonly job: ImportJob;
  readonly onStop: () => void;
}

/** What the file would do to the list, before it does it. */
export function PreviewPanel({ desk, job, onStop }: PreviewPanelProps) {
  const { preview } = job;
  if (preview === null) return null;
  return (
    <section className="lists-preview">
      <StageHeading>{words().heading}</StageHeading>
      <Figures preview={preview} />
      <UnknownBridges desk={desk} job={job} preview={preview} />
      <NewCategories names={preview.newCategories} />
      <PreviewTabs desk={desk} job={job} preview={preview} />
      <Decision desk={desk} job={job} preview={preview} onStop={onStop} />
    </section>
  );
}

interface PreviewProps {
  readonly desk: ImportDesk;
  readonly job: ImportJob;
  readonly preview: ImportPreview;
}

function Figures({ preview }: Pick<PreviewProps, 'preview'>) {
  const counts = countedWords(preview);
  return (
    <dl className="lists-figures">
      {FIGURES.map((figure) => (
        <div key={figure} data-figure={figure} data-none={preview[figure] === 0 || undefined}>
          <dt>
            {figure === 'refused' && preview.refused > 0 ? <Shape name="look" /> : null} {words().figures[figure]}
          </dt>
          <dd>{counts[figure]}</dd>
        </div>
      ))}
    </dl>
  );
}

function NewCategories({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      {words().newCategories(formatCount(names.length))}
      <strong>{names.join(', ')}</strong>. {words().newCategoriesHint}
    </p>
  );
}

const firstTab = ({ added, changed, refused }: ImportPreview): PreviewTab =>
  added > 0 ? 'added' : changed > 0 ? 'changed' : refused > 0 ? 'refused' : 'columns';

function PreviewTabs({ desk, job, preview }: PreviewProps) {
  const [tab, setTab] = useState(() => firstTab(preview));
  const { added, changed, refused } = countedWords(preview);
  const { tabs } = words();
  return (
    <Tabs
      name="preview"
      label={words().label}
      tabs={TABS}
      words={{
        added: tabs.added(added),
        changed: tabs.changed(changed),
        refused: tabs.refused(refused),
        columns: tabs.columns,
      }}
      chosen={tab}
      onChoose={setTab}
    >
      {tab === 'added' ? (
        <AddedRows preview={preview} />
      ) : tab === 'changed' ? (
        <ChangedRows preview={preview} />
      ) : tab === 'refused' ? (
        <RefusedRows importId={job.importId} preview={preview} />
      ) : (
        <ColumnsForm desk={desk} job={job} preview={preview} />
      )}
    </Tabs>
  );
}

/** Written whole or not at all; until then nothing has happened. */
function Decision({ desk, job, preview, onStop }: PreviewProps & Pick<PreviewPanelProps, 'onStop'>) {
  const { pending, problem, run } = useAsking();
  const rows = preview.added + preview.changed;
  const reason = rows > 0 ? null : preview.refused > 0 ? words().nothingTaken : words().nothing;
  return (
    <div className="lists-decision">
      <Problem sentence={problem} />
      <p className="console-form-buttons">
        <button
          type="button"
          className="button"
          data-tone="primary"
          disabled={reason !== null}
          aria-busy={pending}
          onClick={() => run(() => desk.apply(job.importId))}
        >
          {pending ? text.common.sending : words().apply(formatCount(rows))}
        </button>
        <button type="button" className="button" aria-label={text.lists.wizard.stopNamed(job.name)} onClick={onStop}>
          {text.lists.wizard.stop}
        </button>
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </p>
    </div>
  );
}
