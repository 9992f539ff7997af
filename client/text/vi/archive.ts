/** What is kept: archive, series, people erased after a time. */
export const archiveText = {} as const;
