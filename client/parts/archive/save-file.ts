/** Where the pieces of a long file go: straight to the disk where the browser can, else into memory and then there. */
export interface FileTarget {
  readonly write: (piece: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Nothing is kept of a file that is not whole. */
  readonly finish: () => Promise<void>;
  readonly giveUp: () => Promise<void>;
}

interface Picker {
  readonly showSaveFilePicker: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

const hasPicker = (page: Window): page is Window & Picker => 'showSaveFilePicker' in page;

/** null: the person has closed the browser's question. */
export async function openTarget(name: string): Promise<FileTarget | null> {
  if (!hasPicker(window)) return inMemory(name);
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name });
    const file = await handle.createWritable();
    return { write: (piece) => file.write(piece), finish: () => file.close(), giveUp: () => file.abort() };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    return inMemory(name);
  }
}

function inMemory(name: string): FileTarget {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const drop = async (): Promise<void> => void pieces.splice(0);
  return {
    write: async (piece) => void pieces.push(piece),
    finish: async () => {
      saveBlob(new Blob(pieces), name);
      await drop();
    },
    giveUp: drop,
  };
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser begins to read it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
