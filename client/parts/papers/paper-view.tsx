import type { Appendix, Block, Paper, SignatureBlock, Span } from '../../../shared/views/papers/paper.ts';
import { text } from '../../text/text.ts';
import './paper-view.css';

/** A paper as a page of the browser: near to what the files look like, and read from the very same content. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  const { profile, title, subject, blocks, signatures, recipients, appendices } = paper;
  return (
    <article
      className="paper"
      lang="vi"
      data-profile={profile}
      aria-label={text.papers.page(text.papers.kinds[paper.kind])}
    >
      <div className="paper-sheet">
        <Head paper={paper} />
        <h2 className="paper-title">{title}</h2>
        {subject === null ? null : <p className="paper-subject">{subject}</p>}
        <Blocks blocks={blocks} />
        {signatures === null ? null : (
          <div className="paper-signatures">
            <Signature block={signatures.left} />
            <Signature block={signatures.right} />
          </div>
        )}
        <Recipients recipients={recipients} />
      </div>
      {appendices.map((appendix, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: appendices have no other name than their place
        <AppendixSheet key={index} appendix={appendix} />
      ))}
    </article>
  );
}

function Head({ paper: { head, profile } }: { readonly paper: Paper }) {
  if (head === null) return null;
  const { partyHead, stateHead, motto } = text.roll.sheet;
  return (
    <>
      {head.mark === null ? null : <p className="paper-mark">{head.mark}</p>}
      <header className="paper-head">
        <div>
          {head.parentBody === null ? null : <p>{head.parentBody}</p>}
          <p className="paper-issuer">{head.issuer}</p>
          {profile === 'party' ? <p aria-hidden="true">*</p> : null}
          {head.number === null ? null : <p className="paper-number">{head.number}</p>}
        </div>
        <div>
          <p className="paper-nation">{profile === 'party' ? partyHead : stateHead}</p>
          {profile === 'party' ? null : <p className="paper-motto">{motto}</p>}
          {head.placeDate === null ? null : <p className="paper-date">{head.placeDate}</p>}
        </div>
      </header>
    </>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn whole, and its paragraphs have no names
    <BlockView key={index} block={block} />
  ));
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="paper-text">
          <Spans spans={block.spans} />
        </p>
      );
    case 'heading':
      return (
        <h3 className="paper-heading" data-level={block.level}>
          {block.text}
        </h3>
      );
    case 'list':
      return (
        <ul className="paper-list">
          {block.items.map((spans, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table block={block} />;
  }
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ text: said, bold = false, italic = false }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <span key={index} data-bold={bold || undefined} data-italic={italic || undefined}>
      {said}
    </span>
  ));
}

function Table({ block: { columns, rows } }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className="paper-table">
      <colgroup>
        {columns.map(({ title, share }) => (
          <col key={title} style={{ width: `${(100 * share) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} style={{ textAlign: columns[column]?.align ?? 'left' }}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Signature({ block }: { readonly block: SignatureBlock | null }) {
  if (block === null) return <div />;
  return (
    <div>
      {block.authority === null ? null : <p className="paper-authority">{block.authority}</p>}
      <p className="paper-office">{block.office}</p>
      <p className="paper-signer">{block.name}</p>
    </div>
  );
}

function Recipients({ recipients }: { readonly recipients: readonly string[] }) {
  if (recipients.length === 0) return null;
  return (
    <footer className="paper-recipients">
      <p>{text.papers.recipients}</p>
      <ul>
        {recipients.map((recipient) => (
          <li key={recipient}>{recipient}</li>
        ))}
      </ul>
    </footer>
  );
}

function AppendixSheet({ appendix: { title, landscape, blocks } }: { readonly appendix: Appendix }) {
  return (
    <div className="paper-sheet" data-landscape={landscape || undefined}>
      <h3 className="paper-title">{title}</h3>
      <Blocks blocks={blocks} />
    </div>
  );
}
