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
  /** Blocks of the Markdown that texts of a `data` page hold, by the JSON Pointer of each; their lines count in the text. */
  readonly notes?: ReadonlyMap<string, readonly Block[]>;
}

/** A heading: `# Title` in Markdown or `<h1>` in HTML. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  /** The same with its marks of code as Markdown has them, where a page of another markup says that words of it are code. */
  readonly marked?: string;
  readonly location: Location;
}

/** A paragraph, list or quote as its Markdown source text (markers of the block itself removed). */
export interface ProseBlock {
  readonly kind: 'prose';
  readonly form: 'paragraph' | 'list' | 'quote';
  readonly text: string;
  /** What a list holds, item by item; the same text once more, for those who read its form. */
  readonly items?: readonly ListItem[];
  readonly location: Location;
}

/** An item of a list, with the lists in it. */
export interface ListItem {
  /** Its paragraphs as Markdown source, an empty line between them, without the lists, code and tables in it. */
  readonly text: string;
  readonly items: readonly ListItem[];
  /** The code and the tables in it, which also stand as blocks of their own after the list. */
  readonly blocks: readonly Block[];
  /** The lines of its own text. */
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
  /** It is data of a script, which pages show when that has run: the name of the schema that it is, else empty. */
  readonly scripted?: string;
  /** Where each line of `text` stands, if not all stand in this block: a template put in what another file holds. */
  readonly lines?: readonly Location[];
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
  /** Where attributes stand that elements within it are read as, by their names. */
  readonly attributePlaces?: Readonly<Record<string, Location>>;
}

/** One line of a text page, trailing white space removed; empty lines are kept. */
export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
  readonly location: Location;
}

/** A part of a page, told apart by `kind`. */
export type Block = HeadingBlock | ProseBlock | TableBlock | CodeBlock | ElementBlock | LineBlock;
