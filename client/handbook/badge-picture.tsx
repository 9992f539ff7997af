import { useMemo, useSyncExternalStore } from 'react';
import { pathOf, qrEncoder } from '../parts/qr-path.ts';

interface BadgePictureProps {
  readonly text: string;
  readonly label: string;
}

/** Black on white: readers of codes expect it. */
export function BadgePicture({ text, label }: BadgePictureProps) {
  const encoder = qrEncoder();
  const encode = useSyncExternalStore(encoder.subscribe, encoder.get);
  const drawn = useMemo(() => (encode === null ? null : pathOf(encode, text)), [encode, text]);
  if (drawn === null) return <span className="book-qr" aria-busy="true" />;
  const { size, path } = drawn;
  return (
    <svg className="book-qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
