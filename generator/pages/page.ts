import type { Data } from '../base/data.ts';
import type { Location } from '../base/location.ts';

/** How a document is written down. */
export type PageFormat = 'markdown' | 'text' | 'data';

/** A document cut into blocks, each with its place. Nothing is interpreted yet. */
export interface Page {
  readonly path: string;
  readonly format: PageFormat;
  /** The whole text, lines separated by `\n`. */
  readonly text: string;
  /** What references to it resolve to. */
  readonly uri: string;
  /** It describes nothing by itself: another document refers to it for parts of its own description. */
  readonly part?: true;
  /** Front matter of a Markdown page, parsed. */
  readonly frontMatter?: Data;
  /** The parsed content of a `data` page (JSON or YAML). */
  readonly data?: Data;
  readonly blocks: readonly Block[];
}

/** A heading: `# Title` in Markdown or `<h1>` in HTML. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  readonly location: Location;
}

/** A paragraph, list or quote as its Markdown source text (markers of the block itself removed). */
export interface ProseBlock {
  readonly kind: 'prose';
  readonly form: 'paragraph' | 'list' | 'quote';
  readonly text: string;
  readonly location: Location;
}

/** A GFM table. Cells hold Markdown source text. */
export interface TableBlock {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly location: Location }[];
  readonly location: Location;
}

/** A fenced or indented code block. */
export interface CodeBlock {
  readonly kind: 'code';
  /** First word of the info string, in lower case. */
  readonly language?: string;
  /** The info string after its first word. */
  readonly info: string;
  readonly text: string;
  /** The line of the document on which `text` begins. */
  readonly textLine: number;
  readonly location: Location;
}

/** An HTML element or a Vue/MDX component with what stands between its tags. */
export interface ElementBlock {
  readonly kind: 'element';
  /** As written: `ApiParam`, `div`. */
  readonly tag: string;
  /** As written, names with their prefix (`:required`, `#curl`, `v-slot:x`); an attribute without value holds the empty string. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Block[];
  readonly location: Location;
}

/** One line of a text page, trailing white space removed; empty lines are kept. */
export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
  readonly location: Location;
}

/** A part of a page, told apart by `kind`. */
export type Block = HeadingBlock | ProseBlock | TableBlock | CodeBlock | ElementBlock | LineBlock;
