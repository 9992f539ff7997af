import { expect, test } from 'vitest';
import { inXml } from '../../server/papers/docx-text.ts';

test('[SEC45] what a journal from before the rule holds of them is left out of a DOCX, and nothing else', () => {
  expect(inXml('Kết luận \uFFFE\uFFFF ]]> hết')).toBe('Kết luận  ]]> hết');
});
