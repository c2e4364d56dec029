/** What was given: one text file, by the path its user knows it by. */
export interface Document {
  /** Relative to the working folder (or to the configuration file), `/`-separated on every system. */
  readonly path: string;
  readonly text: string;
}
