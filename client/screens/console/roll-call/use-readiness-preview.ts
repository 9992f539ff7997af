import { useEffect, useState } from 'react';
import type { Certificate } from '../../../../shared/domain/attendance/certificate.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { getReadiness } from '../../../sync/http.ts';

const EVERY_MS = 5_000;

export type Preview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'counted'; readonly wouldBe: Certificate };

/** What a certificate would say now, asked of the server again and again while somebody looks at it. */
export function useReadinessPreview(tiers: number): Preview {
  const { conference } = useSync();
  const [preview, setPreview] = useState<Preview>({ kind: 'loading' });
  useEffect(() => {
    if (tiers === 0) return;
    let current = true;
    const ask = async () => {
      const fetched = await getReadiness(conference, tiers);
      if (!current) return;
      setPreview(fetched.kind === 'ok' ? { kind: 'counted', wouldBe: fetched.value } : { kind: 'unavailable' });
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [conference, tiers]);
  return preview;
}
