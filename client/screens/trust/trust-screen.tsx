import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { getFingerprint } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import './trust.css';

const words = () => text.start.trust;
const CERTIFICATE = '/trust/ca.crt';

type Anchor =
  | { readonly kind: 'asking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'there'; readonly print: string };

function useAnchor(): Anchor {
  const [anchor, setAnchor] = useState<Anchor>({ kind: 'asking' });
  useEffect(() => {
    void getFingerprint().then((print) => setAnchor(print === null ? { kind: 'none' } : { kind: 'there', print }));
  }, []);
  return anchor;
}

/** How a machine comes to trust the server's own certificate; without that a browser gives no camera. */
export function TrustScreen() {
  const anchor = useAnchor();
  return (
    <main className="trust">
      <h1>{words().title}</h1>
      {anchor.kind === 'none' ? <p>{words().noCertificate}</p> : null}
      {anchor.kind === 'there' ? <Instructions print={anchor.print} /> : null}
      <p>
        <a href="/">{text.common.pageUnknown.home}</a>
        <LanguageSwitch />
      </p>
    </main>
  );
}

function Instructions({ print }: { readonly print: string }) {
  return (
    <>
      <p>{words().lead}</p>
      <p>
        <a className="button" data-tone="primary" href={CERTIFICATE} download="diem-cau-ca.crt">
          {words().download}
        </a>
      </p>
      <section className="trust-print">
        <h2>{words().fingerprint}</h2>
        <p className="trust-print-code">{print}</p>
        <p className="trust-quiet">{words().fingerprintHint}</p>
      </section>
      <div className="trust-devices">
        {words().steps.map(({ device, list }) => (
          <section key={device}>
            <h2>{device}</h2>
            <ol>
              {list.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}
