import { ownString } from '../base/json.ts';
import type { Data } from '../base/data.ts';
import { joinPointer } from '../base/pointer.ts';
import { markdownBlocks } from './markdown.ts';
import type { Block, CodeBlock, Page, ProseBlock } from './page.ts';

/** So much text is put into a page in all, in characters: what is named again and again would be read each time. */
const mostText = 2_000_000;

/** What puts a text of the page's own front matter in its place, as Liquid has it: `{{ page.box_json }}`. */
const piece = /\{\{-?\s{0,5}page\.([A-Za-z_][\w-]{0,80})\s{0,5}-?\}\}/;
const pieces = new RegExp(piece, 'g');
const onlyPiece = new RegExp(`^${piece.source}$`);

interface Texts {
  readonly data: Data;
  readonly document: string;
  readonly lines: readonly string[];
  readonly budget: { left: number };
}

/**
 * A page with the texts of its own front matter in the place of what names them (`{{ page.box_body }}`, alone in a paragraph or anywhere in
 * code), each line where it stands. What names no text stays as it is written. Gives no diagnostics.
 */
export function withFrontMatterPieces(page: Page): Page {
  const { frontMatter, text, path } = page;
  if (!frontMatter || !piece.test(text)) return page;
  const texts: Texts = { data: frontMatter, document: path, lines: text.split('\n'), budget: { left: mostText } };
  return { ...page, blocks: filledBlocks(page.blocks, texts) };
}

function filledBlocks(blocks: readonly Block[], texts: Texts): Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'element') return [{ ...block, children: filledBlocks(block.children, texts) }];
    if (block.kind === 'prose') return filledProse(block, texts) ?? [block];
    return [block.kind === 'code' ? filledCode(block, texts) : block];
  });
}

function filledProse(block: ProseBlock, texts: Texts): Block[] | undefined {
  const name = onlyPiece.exec(block.text.trim())?.[1];
  const found = name === undefined ? undefined : textOf(name, texts);
  if (!found) return undefined;
  return markdownBlocks(found.text, { document: texts.document, firstLine: found.line, indentedCode: false });
}

function filledCode(block: CodeBlock, texts: Texts): CodeBlock {
  if (!piece.test(block.text) || block.lines) return block;
  const { document } = texts;
  const written = block.text.split('\n').flatMap((line, index) => {
    const place = { document, line: block.textLine + index };
    const names = [...line.matchAll(pieces)];
    const found = names.length === 1 ? textOf(names[0]?.[1] ?? '', texts) : undefined;
    if (!found) return [{ text: line, place }];
    const [before = '', after = ''] = line.split(names[0]?.[0] ?? '');
    const inner = found.text.trimEnd().split('\n');
    return inner.map((one, at) => ({
      text: `${at === 0 ? before : ''}${one}${at === inner.length - 1 ? after : ''}`,
      place: { document, line: found.line + at },
    }));
  });
  return { ...block, text: written.map(({ text }) => text).join('\n'), lines: written.map(({ place }) => place) };
}

/** A text of the front matter and the line on which it begins. */
function textOf(
  name: string,
  { data, lines, budget }: Texts,
): { readonly text: string; readonly line: number } | undefined {
  const text = ownString(data.value, name);
  if (text === undefined || text.length > budget.left) return undefined;
  budget.left -= text.length;
  const { line } = data.locate(joinPointer('', name));
  // a block of text begins on the line behind its key
  const first = text.split('\n', 1)[0]?.trim() ?? '';
  const isBelow = first !== '' && lines[line - 1]?.includes(first) !== true && lines[line]?.includes(first) === true;
  return { text, line: isBelow ? line + 1 : line };
}
