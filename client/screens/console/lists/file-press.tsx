import { useRef } from 'react';
import type { ButtonTone } from '../../../parts/command-button.tsx';

interface FilePressProps {
  readonly label: string;
  /** A longer name for screen readers, where several stand on the screen. */
  readonly name?: string;
  readonly tone?: ButtonTone;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file: the browser's own field can be neither named nor drawn like the others. */
export function FilePress({ label, name, tone = 'plain', disabled = false, onFile }: FilePressProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        data-tone={tone}
        aria-label={name}
        disabled={disabled}
        onClick={() => field.current?.click()}
      >
        {label}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file again is a choice too: it may have been mended meanwhile.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
