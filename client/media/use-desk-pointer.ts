import { useEffect, useState } from 'react';
import type { Pointer } from '../../shared/protocol/pointer.ts';
import { useSync } from '../sync/conference-context.ts';
import { useReadable } from '../sync/use-readable.ts';

/** The word that the finger is off may be lost: a pointer that has not moved for so long is taken away. */
const RESTS_MS = 6_000;

/** Where somebody points on the desk right now; null: nobody does. */
export function useDeskPointer(): Pointer['at'] {
  const seen = useReadable(useSync().pointer);
  const [forgotten, setForgotten] = useState(seen);
  useEffect(() => {
    const timer = setTimeout(() => setForgotten(seen), RESTS_MS);
    return () => clearTimeout(timer);
  }, [seen]);
  return seen === null || seen === forgotten ? null : seen.at;
}
