/** Digits and letters without those that are taken for another (Crockford): what is printed is read back. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LENGTH = 12;

/** 60 of a UUID's random bits in twelve characters, short enough to be typed from a badge; any other id stays as it is. */
export function shortId(uuid: string): string {
  const digits = uuid.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/u.test(digits)) return uuid;
  // The digits at 12 and 16 hold the UUID's version and variant, which are not random.
  let bits = BigInt(`0x${digits.slice(0, 12)}${digits.slice(17, 20)}`);
  let short = '';
  for (let i = 0; i < LENGTH; i++) {
    short = (CROCKFORD[Number(bits & 31n)] ?? '') + short;
    bits >>= 5n;
  }
  return short;
}
