/** What a telephone, or the programme that a machine has for it, dials. */
export const phoneAddress = (phone: string): string => `tel:${phone.replaceAll(/[^+\d]/gu, '')}`;
