import type { joiningText } from '../vi/joining.ts';
import type { Widened } from '../widened.ts';

export const joiningEnglish: Widened<typeof joiningText> = {};
