import type { ScreenProps } from '../../main.tsx';

export function MinutesScreen({ conference }: ScreenProps) {
  return <main>{conference}</main>;
}
