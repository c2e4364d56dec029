import type { Location } from '../base/location.ts';
import type { Block, ProseBlock } from '../pages/page.ts';

/** Whether a paragraph is a link and nothing else. */
export function isLink({ form, text }: ProseBlock): boolean {
  return form === 'paragraph' && /^\[[^\][\n]{1,300}\]\([^()\s]{1,500}\)$/.test(text.trim());
}

/** All blocks, those within elements included, in document order. */
export function allBlocks(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = [];
  addBlocks(blocks, all);
  return all;
}

function addBlocks(blocks: readonly Block[], all: Block[]): void {
  for (const block of blocks) {
    all.push(block);
    if (block.kind === 'element') addBlocks(block.children, all);
  }
}

/** What a block shows, in one line. */
export function blockText(block: Block): string {
  if (block.kind === 'element') return block.children.map(blockText).join(' ').replaceAll(/\s+/g, ' ').trim();
  const text = block.kind === 'table' ? block.header.join(' ') : block.text;
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The first words of a block, for a diagnostic. */
export function excerpt(block: Block): string {
  const text = block.kind === 'element' && block.children.length === 0 ? `<${block.tag}>` : blockText(block);
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}...` : text;
}

/** A line that begins or ends a container of Markdown: `:::tip`. */
const containerLine = /^[ \t]{0,9}:{3,9}(?:[ \t]{0,9}[\w-][^\n]{0,200})?$/gm;

/** Whether a paragraph is nothing but lines that begin or end containers. */
export function isContainerLine({ text }: ProseBlock): boolean {
  return text.startsWith(':::') && text.replaceAll(containerLine, '').trim() === '';
}

/** A paragraph that only leads to another page of the site. */
const onlyPage = /^\s{0,9}\[[^\][\n]{1,200}\]\([^()\s]{1,300}\.mdx?\)\s{0,9}$/;

/** A line that is nothing but a tag or a variable of a template, attributes of the block before it (kramdown), or a mark around text. */
const templateLine =
  /^[ \t]{0,9}(?:\{%[^\n]{0,500}%\}|\{\{[^{}\n]{0,200}\}\}|\{:[^{}\n]{0,200}\}|\{`|`\})[ \t]{0,9}$/gm;

function withoutTemplates(text: string): string {
  return /\{[%{:`]|`\}/.test(text) ? text.replaceAll(templateLine, '').replaceAll(/\n{2,}/g, '\n') : text;
}

/** Consecutive prose as one Markdown text: blocks that follow each other without an empty line stay together. */
export function proseText(blocks: readonly ProseBlock[]): string {
  let text = '';
  let lastLine = 0;
  for (const block of blocks) {
    const own = onlyPage.test(block.text) ? '' : withoutTemplates(block.text.replaceAll(containerLine, '')).trim();
    if (own === '') continue;
    const separator = text === '' ? '' : block.location.line === lastLine + 1 ? '\n' : '\n\n';
    text += separator + own;
    lastLine = block.location.endLine ?? block.location.line;
  }
  return text;
}

/** The place from the first to the last of some blocks; undefined for none. */
export function blocksLocation(blocks: readonly Block[]): Location | undefined {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return undefined;
  const { document, line } = first.location;
  const endLine = last.location.endLine ?? last.location.line;
  return { document, line, ...(endLine > line && { endLine }) };
}

/** Whether a quote only tells machines where to find all pages of a site (`llms.txt`): it says nothing of the API. */
export function isSiteNotice({ form, text }: ProseBlock): boolean {
  return form === 'quote' && text.length < 1000 && /\bllms(?:-full)?\.txt\b/.test(text);
}
