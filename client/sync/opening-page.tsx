import { LanguageSwitch } from '../parts/language-switch.tsx';
import { text } from '../text/text.ts';
import type { Readable } from './cell.ts';
import type { Opening } from './conference-sync.ts';
import { useReadable } from './use-readable.ts';

/** What stands instead of a screen while there is no conference to show, and what can be done about it. */
export function OpeningPage({ opening }: { readonly opening: Exclude<Opening, 'ready'> }) {
  const { title, sentence, action } = text.common.opening[opening];
  return (
    <main className="opening" aria-busy={opening === 'loading'}>
      <h1>{title}</h1>
      {sentence === null ? null : <p>{sentence}</p>}
      {opening === 'otherSeat' ? (
        <button type="button" className="button" data-tone="primary" onClick={() => location.reload()}>
          {action}
        </button>
      ) : null}
      {opening === 'signedOut' || opening === 'unknown' ? (
        <a className="button" data-tone="plain" href="/">
          {action}
        </a>
      ) : null}
      {opening === 'loading' ? null : <LanguageSwitch />}
    </main>
  );
}

/** A newer version waits for a quiet moment; whoever cannot wait presses. */
export function NewBuildNotice({ outdated }: { readonly outdated: Readable<boolean> }) {
  if (!useReadable(outdated)) return null;
  return (
    <p className="new-build" role="status">
      {text.common.newBuild.sentence}
      <button type="button" className="button" data-tone="quiet" onClick={() => location.reload()}>
        {text.common.newBuild.reload}
      </button>
    </p>
  );
}
