/** The minutes: the recorder writes while the conference runs. */
export const minutesText = {} as const;
