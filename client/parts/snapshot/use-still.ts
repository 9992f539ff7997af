import { useEffect, useState } from 'react';

interface Still {
  readonly picture: Blob;
  readonly url: string;
}

/** A picture that was taken and is on this page alone; its memory is given back when it is dropped. */
export function useStill() {
  const [still, setStill] = useState<Still | null>(null);
  useEffect(() => {
    if (still === null) return;
    return () => URL.revokeObjectURL(still.url);
  }, [still]);
  return {
    still,
    keep: (picture: Blob) => setStill({ picture, url: URL.createObjectURL(picture) }),
    drop: () => setStill(null),
  };
}
