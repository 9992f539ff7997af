import type { Citation } from '../../../../shared/domain/records/citation.ts';
import { formatDate } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';

/** 'Chỉ thị số 35-CT/TW, ngày 14/6/2024, Bộ Chính trị' */
export const citationWords = ({ kind, number, date, issuer }: Citation): string =>
  [
    [kind, ...(number === null ? [] : [number])].join(' '),
    ...(date === null ? [] : [text.followUp.points.dated(formatDate(date))]),
    ...(issuer === null ? [] : [issuer]),
  ].join(', ');
