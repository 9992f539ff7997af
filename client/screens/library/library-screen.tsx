import type { ScreenProps } from '../../main.tsx';

export function LibraryScreen({ conference }: ScreenProps) {
  return <main>{conference}</main>;
}
