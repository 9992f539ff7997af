const KEY = 'diemcau.tester';

/** Who sits at this machine tests many halls: the name is typed once. */
export const rememberedTester = (): string => localStorage.getItem(KEY) ?? '';
export const rememberTester = (name: string): void => localStorage.setItem(KEY, name);
