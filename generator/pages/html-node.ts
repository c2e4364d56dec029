/** An element with what stands in it, before it becomes blocks. */
export interface HtmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlNode | HtmlWords)[];
  readonly line: number;
  endLine: number;
}

/** A run of text. */
export interface HtmlWords {
  readonly words: string;
  readonly line: number;
}
