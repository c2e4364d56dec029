/** What was given: one text file, by the path its user knows it by. */
export interface Document {
  /** Relative to the working folder (or to the configuration file), `/`-separated on every system. */
  readonly path: string;
  readonly text: string;
  /** Where it was fetched from, in full; `path` leaves out what may be secret. */
  readonly uri?: string;
  /** Nobody named it as an input: another document refers to it. */
  readonly part?: true;
}
