import type { Block, CodeBlock, ListItem, ProseBlock } from '../../pages/page.ts';
import { readListHead } from './list-head.ts';

/** What definitions are read from: their text, and the line it begins in. */
interface Source {
  readonly text: string;
  readonly document: string;
  readonly line: number;
}

/**
 * The terms of a definition list (PHP Markdown Extra: `name` on a line, `: text` on the next) with what is said of each;
 * undefined for any other paragraph. Gives no diagnostics.
 */
export function definitions({ text, location }: ProseBlock): ListItem[] | undefined {
  return read({ text, document: location.document, line: location.line });
}

/** The definitions that indented code holds below a definition: those of its parts. Gives no diagnostics. */
export function innerDefinitions({ language, text, textLine, location }: CodeBlock): ListItem[] | undefined {
  if (language !== undefined) return undefined;
  const items: ListItem[] = [];
  let line = textLine;
  for (const paragraph of text.split('\n\n')) {
    const found = read({ text: paragraph, document: location.document, line });
    if (!found) return undefined;
    items.push(...found);
    line += paragraph.split('\n').length + 1;
  }
  return items;
}

/** Blocks in which the definition lists of values with a type are lists. */
export function withDefinitionLists(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let items: ListItem[] = [];
  const close = (): void => {
    if (items.length > 0) result.push(listOf(items));
    items = [];
  };
  for (const block of blocks) {
    const found = block.kind === 'prose' && block.form === 'paragraph' ? typedDefinitions(block) : undefined;
    const inner = block.kind === 'code' && items.length > 0 ? innerDefinitions(block) : undefined;
    if (found) items.push(...found);
    else if (inner) items = withInner(items, inner);
    else {
      close();
      result.push(block);
    }
  }
  close();
  return result;
}

/** Definitions of which each says of its value more than a text: a type, whether it is required. */
export function typedDefinitions(block: ProseBlock): ListItem[] | undefined {
  const items = definitions(block);
  const isTyped = items?.every(({ text }) => Object.keys(readListHead(text, false)?.notes ?? {}).length > 0);
  return isTyped === true ? items : undefined;
}

/**
 * The text that indented code below a definition is: paragraphs of a definition are indented by four, which Markdown without
 * such lists takes for code. Undefined for fences, and for what is no sentence.
 */
export function indentedText({ language, text, textLine, location }: CodeBlock): string | undefined {
  if (language !== undefined || textLine !== location.line || text.length > 2000) return undefined;
  return text.split(/\n\s*\n/).every((one) => /^[A-Z`*][^{}<>=;]*[.:]$/.test(one.trim())) ? text : undefined;
}

/** Items of which the last holds further ones. */
export function withInner(items: readonly ListItem[], inner: readonly ListItem[]): ListItem[] {
  const last = items.at(-1);
  return last ? [...items.slice(0, -1), { ...last, items: [...last.items, ...inner] }] : [...items];
}

/** A list of these items. */
export function listOf(items: readonly ListItem[]): ProseBlock {
  const text = items.map((item) => item.text).join('\n');
  const location = items[0]?.location ?? { document: '', line: 1 };
  const endLine = items.at(-1)?.location.endLine ?? items.at(-1)?.location.line;
  return {
    kind: 'prose',
    form: 'list',
    text,
    items,
    location: { ...location, ...(endLine !== undefined && { endLine }) },
  };
}

function read(source: Source): ListItem[] | undefined {
  const items: ListItem[] = [];
  const lines = source.text.split('\n');
  for (const [index, line] of lines.entries()) {
    const last = items.at(-1);
    const text = /^:\s{1,3}(\S.*)$/.exec(line)?.[1];
    if (text !== undefined && last) items[items.length - 1] = { ...last, text: `${last.text} ${text}` };
    else if (text !== undefined) return undefined;
    else if (term.test(nameOf(line))) items.push(termItem(nameOf(line), source, index));
    else if (/^[ ]{0,3}:\s/.test(lines[index + 1] ?? '') && isNotedTerm(line)) {
      items.push({ ...termItem(line, source, index), text: `${line.trim()}:` });
    } else if (last && / /.test(last.text)) items[items.length - 1] = { ...last, text: `${last.text}\n${line}` };
    else return undefined;
  }
  return items.length > 0 && items.every((item) => / /.test(item.text)) ? items : undefined;
}

/** Whether a line is a name with notes behind it, and nothing else: `size (integer, required)`. */
export function isNotedTerm(line: string): boolean {
  const head = readListHead(line.trim(), true);
  return head !== undefined && head.rest === '' && Object.keys(head.notes).length > 0;
}

const term = /^[*`]{0,2}[:@$]?[A-Za-z_][\w.$[\]{}-]{0,100}[*`]{0,2}\\?$/;

/** A term without the word for what is to be filled in: `slug` of `slug=<value>`. */
function nameOf(line: string): string {
  return line.trim().replace(/=(?:&lt;|<)[\w -]{1,40}(?:&gt;|>)$/, '');
}

function termItem(line: string, source: Source, index: number): ListItem {
  const name = line.replaceAll(/[*`\\]/g, '');
  const location = { document: source.document, line: source.line + index };
  return { text: `\`${name}\`:`, items: [], blocks: [], location };
}
