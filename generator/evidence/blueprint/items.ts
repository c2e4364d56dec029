/** A line of a document, as it stands there. */
export interface TextLine {
  readonly text: string;
  readonly line: number;
}

/** An item of a list: what stands on its first line, the items in it, and all other lines in it. */
export interface BlueprintItem {
  readonly text: string;
  readonly line: number;
  readonly items: readonly BlueprintItem[];
  /** Lines of code and prose, with their indentation. */
  readonly raw: readonly TextLine[];
}

interface OpenItem extends BlueprintItem {
  readonly items: OpenItem[];
  readonly raw: TextLine[];
  readonly indent: number;
}

/** A heading of a document and what stands below it, up to the next one. */
export interface BlueprintSection {
  readonly depth: number;
  readonly title: string;
  readonly line: number;
  readonly prose: readonly TextLine[];
  readonly items: readonly BlueprintItem[];
}

/** Items that are nested deeper are lines of the last one. */
const deepest = 40;
/** From this depth on below the text of an item, a line is code of it. */
const codeIndent = 8;

/**
 * Cuts a document into its headings with the lists below them, by indentation alone (API Blueprint 1A, sections): code in an item is
 * not looked into. What stands before the first heading is a section without a title. Gives no diagnostics.
 */
export function blueprintSections(text: string): BlueprintSection[] {
  const sections: BlueprintSection[] = [];
  let current = { depth: 0, title: '', line: 1, prose: [] as TextLine[], items: [] as OpenItem[] };
  let open: OpenItem[] = [];
  let fence = false;
  for (const [index, whole] of text.split('\n').entries()) {
    const line = index + 1;
    const written = whole.replaceAll('\t', '    ');
    const indent = written.length - written.trimStart().length;
    const last = open.at(-1);
    if (/^\s*(?:```|~~~)/.test(written)) fence = !fence;
    const isCode = fence || (last !== undefined && indent >= last.indent + codeIndent);
    const [, marks, title = ''] = /^(#{1,6}) {1,9}(.{1,1000}?)[ #]{0,20}$/.exec(isCode ? '' : written) ?? [];
    if (marks !== undefined) {
      sections.push(current);
      current = { depth: marks.length, title, line, prose: [], items: [] };
      open = [];
      continue;
    }
    const item = isCode ? undefined : /^ *[+*-] {1,4}(\S.{0,2000}?) *$/.exec(written)?.[1];
    if (item !== undefined) {
      while (open.length > 0 && indent <= (open.at(-1)?.indent ?? 0)) open.pop();
      if (open.length < deepest) {
        const found: OpenItem = { text: item, line, items: [], raw: [], indent };
        (open.at(-1)?.items ?? current.items).push(found);
        open.push(found);
        continue;
      }
    }
    if (written.trim() !== '' && indent === 0 && !fence) open = [];
    (open.at(-1)?.raw ?? current.prose).push({ text: written, line });
  }
  return [...sections, current];
}

/** The lines of an item as code: without the indentation that all of them have, and without a fence around them. */
export function codeOf(raw: readonly TextLine[]): TextLine | undefined {
  const filled = raw.filter(({ text }) => text.trim() !== '');
  const inner = filled.filter(({ text }) => !/^\s*(?:```|~~~)/.test(text));
  const [first] = inner;
  const last = inner.at(-1);
  if (!first || !last) return undefined;
  const least = Math.min(...inner.map(({ text }) => text.length - text.trimStart().length));
  const own = raw.filter(({ line }) => line >= first.line && line <= last.line);
  return { text: own.map(({ text }) => text.slice(least)).join('\n'), line: first.line };
}
