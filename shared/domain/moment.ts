/** The only door through which the world enters the domain: the time of the command and fresh ids. */
export interface Moment {
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
  readonly newId: () => string;
}
