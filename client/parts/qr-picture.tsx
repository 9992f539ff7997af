import { useMemo } from 'react';
import { useReadable } from '../sync/use-readable.ts';
import { pathOf, qrEncoder } from './qr-path.ts';

interface QrPictureProps {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
}

/** Black on white whatever the theme: readers of codes expect it. */
export function QrPicture({ text, label, className }: QrPictureProps) {
  const encode = useReadable(qrEncoder());
  const drawn = useMemo(() => (encode === null ? null : pathOf(encode, text)), [encode, text]);
  if (drawn === null) return <span className={className} aria-busy="true" />;
  const { size, path } = drawn;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
