import { useRef, useState } from 'react';
import { text } from '../../../text/text.ts';

const words = () => text.console.links;

/** Shown once. Where the browser gives no clipboard (a page without TLS), the link is selected to be copied by hand. */
export function MintedLink({ label, link }: { readonly label: string; readonly link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'byHand'>('no');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      setCopied('byHand');
    }
  };
  return (
    <div className="console-minted" role="status">
      <p>{words().minted(label)}</p>
      <div className="console-minted-line">
        <input ref={field} readOnly value={link} aria-label={words().link} onFocus={({ target }) => target.select()} />
        <button type="button" className="button" data-tone="primary" onClick={() => void copy()}>
          {words().copy}
        </button>
      </div>
      <p>{words().copied[copied]}</p>
    </div>
  );
}
