/**
 * The shapes of the one visual language, drawn, so that they look the same whatever fonts a machine has: ● on air,
 * ◐ next, ▲ look here, ○ off, ◆ asks to speak, ✓ done, ▶ live, ❚❚ stands still, ■ over, ✕ close.
 */
const PATHS = {
  air: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  next: 'M8 1a7 7 0 0 0 0 14Z M8 1a7 7 0 0 1 0 14v-1.8A5.2 5.2 0 0 0 8 2.8Z',
  look: 'M8 1.5 15.5 14.5H.5Z',
  off: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8Z',
  hand: 'M8 .5 15.5 8 8 15.5.5 8Z',
  done: 'M6.3 13.6 1 8.3l1.7-1.7 3.6 3.6 7.1-7.1L15 4.8Z',
  live: 'M3 1.5 14 8 3 14.5Z',
  pause: 'M2.5 1.5h4v13h-4ZM9.5 1.5h4v13h-4Z',
  over: 'M1.5 1.5h13v13h-13Z',
  close: 'm3.3 1.9 4.7 4.7 4.7-4.7 1.4 1.4L9.4 8l4.7 4.7-1.4 1.4L8 9.4l-4.7 4.7-1.4-1.4L6.6 8 1.9 3.3Z',
} as const;

export type ShapeName = keyof typeof PATHS;

/** Decoration for what a word beside it says: hidden from screen readers. */
export function Shape({ name, className = 'mark-shape' }: { readonly name: ShapeName; readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      <path d={PATHS[name]} fillRule="evenodd" />
    </svg>
  );
}
