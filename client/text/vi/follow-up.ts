/** Proposals, tasks, awards, figures and incidents. */
export const followUpText = {} as const;
