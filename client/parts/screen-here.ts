/** A telephone in a hand, not a narrow window of a machine in the hall. */
const TELEPHONE = '(max-width: 600px) and (pointer: coarse)';

/** A hall's screen is of no use in a pocket: the same link opens the technician's page there. */
export const screenOn = (screen: string, isTelephone: boolean): string =>
  isTelephone ? screen.replace(/^(\/c\/[^/]+)\/bridge\//u, '$1/phone/') : screen;

export const screenHere = (screen: string): string => screenOn(screen, matchMedia(TELEPHONE).matches);
