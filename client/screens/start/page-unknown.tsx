import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { text } from '../../text/text.ts';

export function PageUnknown() {
  const { title, sentence, home } = text.common.pageUnknown;
  return (
    <main className="opening">
      <h1>{title}</h1>
      <p>{sentence}</p>
      <a className="button" data-tone="plain" href="/">
        {home}
      </a>
      <LanguageSwitch />
    </main>
  );
}
