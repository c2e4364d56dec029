import type { Location } from '../base/location.ts';
import { htmlBlocks } from './html.ts';
import type { Block, CodeBlock, ElementBlock } from './page.ts';
import { dedented, type ListMaker } from './rst-lists.ts';
import { csvTable, listTable, type RstLine as Line } from './rst-tables.ts';

/** What stands in a page as another format writes it (docutils, directive `raw`): HTML is read, any other left out. Gives no diagnostics. */
export function rawBlock(format: string, lines: readonly Line[], location: Location): Block {
  const start = firstText(lines);
  const html = lines.slice(start).map(({ text }) => text);
  const above = '\n'.repeat(Math.max(0, (lines[start]?.line ?? 1) - 1));
  const children =
    format === 'html' && html.length > 0 ? htmlBlocks(`${above}${html.join('\n')}`, location.document) : [];
  return { kind: 'element', tag: 'div', attributes: {}, children, location };
}

/** The table that a directive holds as a list of lists or as values between commas; undefined for other directives. Gives no diagnostics. */
export function directiveTable(
  tag: string,
  options: Readonly<Record<string, string>>,
  body: readonly Line[],
  maker: ListMaker,
): Block | undefined {
  const headers = Number(options['header-rows'] ?? 0) || 0;
  if (tag === 'list-table') return listTable(body.slice(firstText(body)), headers, maker);
  const { header, delim: delimiter } = options;
  return tag === 'csv-table' ? csvTable(body, { header, delimiter }, headers, maker) : undefined;
}

/** The first line of some that says something, by its place; 0 where none does. */
function firstText(lines: readonly Line[]): number {
  return Math.max(
    0,
    lines.findIndex(({ text }) => text !== ''),
  );
}

/** A field of the running text as what it says in Markdown: its name as a label, and what stands in it behind that. Gives no diagnostics. */
export function labelled({ attributes, children, location }: ElementBlock): Block[] {
  const [only, ...others] = children;
  const isLine = only?.kind === 'prose' && only.form === 'paragraph' && others.length === 0;
  const label = `**${attributes['name'] ?? ''}:**`;
  const text = isLine ? `${label} ${only.text}` : label;
  return [{ kind: 'prose', form: 'paragraph', text, location }, ...(isLine ? [] : children)];
}

/** The code that a directive or a paragraph shows, without its indentation; `fallback` is its line where it is empty. Gives no diagnostics. */
export function codeBlock(lines: readonly Line[], language: string, location: Location, fallback: number): CodeBlock {
  const start = lines.findIndex(({ text }) => text !== '');
  const shown = dedented(start === -1 ? [] : lines.slice(start));
  const word = language.toLowerCase().split(/\s/, 1)[0] ?? '';
  return {
    kind: 'code',
    ...(word !== '' && { language: word }),
    info: '',
    text: shown.map(({ text }) => text).join('\n'),
    textLine: shown[0]?.line ?? fallback,
    location,
  };
}
