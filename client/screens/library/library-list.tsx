import { useState } from 'react';
import { bridgeOf, bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import { aboutOf, releaseOf, type StoredDocument } from '../../../shared/domain/documents/document.ts';
import { speechOf } from '../../../shared/domain/floor/floor.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ReadersOfDocument } from '../../../shared/protocol/technical.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { sizeOf } from '../../parts/documents/document-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type DocumentGroup, type Grouping, groupsOf } from './library-groups.ts';
import type { Readers } from './use-readers.ts';

const words = () => text.library;
const GROUPINGS: readonly Grouping[] = ['item', 'bridge'];

interface ListProps {
  readonly chosen: DocumentId | null;
  readonly onChoose: (id: DocumentId) => void;
  readonly readers: Readers;
}

export function LibraryList(props: ListProps) {
  const [by, setBy] = useState<Grouping>('item');
  const agenda = useConference((state) => state.agenda);
  const bridges = useConference((state) => state.bridges);
  const documents = useConference((state) => state.documents);
  const groups = groupsOf({ agenda, bridges, documents }, by);
  return (
    <section className="library-list" aria-label={text.documents.list.title}>
      <div className="library-by" role="group" aria-label={words().by.label}>
        <span>{words().by.label}</span>
        {GROUPINGS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            data-tone="plain"
            aria-pressed={by === one}
            onClick={() => setBy(one)}
          >
            {words().by[one]}
          </button>
        ))}
        <span className="library-count">{words().count(formatCount(documents.list.length))}</span>
      </div>
      {groups.length === 0 ? <p className="documents-hint">{words().none}</p> : null}
      <div className="library-groups">
        {groups.map((group) => (
          <Group key={group.key} group={group} by={by} {...props} />
        ))}
      </div>
    </section>
  );
}

interface GroupProps extends ListProps {
  readonly group: DocumentGroup;
  readonly by: Grouping;
}

function Group({ group: { name, documents }, by, ...rest }: GroupProps) {
  const head = name ?? (by === 'item' ? words().noItem : text.documents.centre);
  return (
    <section aria-label={head}>
      <h3>{head}</h3>
      <ul>
        {documents.map((stored) => (
          <Row key={stored.file.documentId} stored={stored} {...rest} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends ListProps {
  readonly stored: StoredDocument;
}

function Row({ stored, chosen, onChoose, readers }: RowProps) {
  const { documentId } = stored.file;
  const { title } = aboutOf(stored);
  return (
    <li className="library-row" data-chosen={chosen === documentId || undefined}>
      <button type="button" aria-current={chosen === documentId} onClick={() => onChoose(documentId)}>
        <span className="library-row-title">{title}</span>
        <Facts stored={stored} />
        <Marks stored={stored} count={readers.get(documentId)} />
      </button>
    </li>
  );
}

function Facts({ stored }: { readonly stored: StoredDocument }) {
  const { file } = stored;
  const { circulation } = aboutOf(stored);
  const owner = useConference(({ bridges }) =>
    file.bridgeId === null ? text.documents.centre : (bridgeOf(bridges, file.bridgeId)?.shortName ?? ''),
  );
  const kind = useKind(stored);
  return <small>{[owner, kind, ...(circulation === null ? [] : [circulation])].join(' · ')}</small>;
}

function useKind({ file }: StoredDocument): string {
  const snapshotOf = file.kind === 'image' ? file.snapshotOf : null;
  const hall = useConference(({ bridges }) =>
    snapshotOf === null ? '' : (bridgeOf(bridges, snapshotOf.bridgeId)?.shortName ?? ''),
  );
  if (snapshotOf !== null) return words().snapshotOf(hall, formatTime(snapshotOf.takenAt));
  if (file.kind === 'image') return `${words().image}, ${sizeOf(file)}`;
  return file.kind === 'office' ? `${file.format}, ${sizeOf(file)}` : sizeOf(file);
}

interface MarksProps {
  readonly stored: StoredDocument;
  readonly count: ReadersOfDocument | undefined;
}

/** What has become of it, in words and shapes. */
function Marks({ stored, count }: MarksProps) {
  const { documentId } = stored.file;
  const { secrecy, watermark } = aboutOf(stored);
  const released = useConference(({ documents }) => releaseOf(documents, documentId));
  const speaker = useConference(({ floor, bridges }) => {
    const speech = stored.speechId === null ? undefined : speechOf(floor, stored.speechId);
    return speech === undefined ? null : (bridgeOf(bridges, speech.bridgeId)?.shortName ?? '');
  });
  return (
    <span className="library-marks">
      {secrecy === 'none' ? <State stored={stored} isOut={released !== undefined} /> : null}
      {secrecy === 'none' ? null : <StateMark tone="look" word={words().about.levels[secrecy]} />}
      {watermark ? <em>{words().marks.watermark}</em> : null}
      {speaker === null ? null : <em>{words().marks.paper(speaker)}</em>}
      {released === undefined ? null : <Opened count={count} bridges={bridgesOf(released.to)} />}
    </span>
  );
}

function State({ stored: { scheduled }, isOut }: { readonly stored: StoredDocument; readonly isOut: boolean }) {
  const { released, draft } = words().marks;
  if (scheduled !== null) return <StateMark tone="next" word={words().marks.scheduled(formatTime(scheduled.at))} />;
  return isOut ? <StateMark tone="done" word={released} /> : <StateMark tone="off" word={draft} />;
}

type To = NonNullable<StoredDocument['scheduled']>['to'];

/** How many bridges may open it; null: all of them. */
const bridgesOf = (to: To): number | null => (to.kind === 'bridges' ? to.bridgeIds.length : null);

function Opened({
  count,
  bridges,
}: {
  readonly count: ReadersOfDocument | undefined;
  readonly bridges: number | null;
}) {
  const all = useConference((state) => bridgesInOrder(state.bridges).length);
  const opened = words().opened(formatCount(count?.bridges ?? 0), formatCount(bridges ?? all));
  const delegates = count?.delegates ?? 0;
  return (
    <span className="library-opened">
      {opened}
      {delegates > 0 ? ` · ${words().openedBy(formatCount(delegates))}` : null}
    </span>
  );
}
