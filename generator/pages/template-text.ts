import type { Location } from '../base/location.ts';

/** A named piece of text that a template defines for others to put in: `<% content_for :name do |first| %>…<% end %>`. */
export interface TemplatePiece {
  readonly name: string;
  /** The names under which it knows what it is called with. */
  readonly parameters: readonly string[];
  readonly lines: readonly TemplateLine[];
}

/** A line of a template and where it stands. */
export interface TemplateLine {
  readonly text: string;
  readonly location: Location;
}

/** A template without its code. */
interface TemplateParts {
  /** The text with pieces, statements and comments made blank: lines stay. Expressions (`<%= … %>`) are left. */
  readonly text: string;
  readonly pieces: readonly TemplatePiece[];
}

interface Tag {
  readonly start: number;
  readonly end: number;
  /** The code of a statement; undefined for expressions and comments. */
  readonly statement?: string;
  readonly isExpression: boolean;
}

const opens = /\bdo\s{0,10}(?:\|[^|]{0,200}\|\s{0,10})?$|^\s{0,10}(?:if|unless|case|for|while|until|begin)\b/;
const closes = /^\s{0,10}end\b/;
const definition =
  /^\s*(?:content_for|capture|define)[\s(]{1,10}:?["']?([\w-]{1,100})["']?\)?[^|]{0,200}?\bdo\s{0,10}(?:\|([^|]{0,200})\|)?\s*$/;

/**
 * Takes the code out of an ERB template (`<% … %>`), for what stands in its text to be read; nothing is run. Text defined
 * under a name is returned apart. Never fails; linear in the length of the text.
 */
export function readTemplate(source: string, document: string): TemplateParts {
  const text = source.replaceAll('\r\n', '\n');
  const tags = findTags(text);
  const pieces: TemplatePiece[] = [];
  const cuts: { start: number; end: number }[] = [];
  const lineOf = lineCounter(text);
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index];
    if (!tag || tag.isExpression) continue;
    const [, name, parameters = ''] = definition.exec(tag.statement ?? '') ?? [];
    const last = name === undefined ? undefined : endOf(tags, index);
    const end = last === undefined ? undefined : tags[last];
    if (name === undefined || last === undefined || !end) {
      cuts.push(tag);
      continue;
    }
    const lines = text.slice(tag.end, end.start).split('\n');
    const first = lineOf(tag.end);
    pieces.push({
      name,
      parameters: parameters.split(',').map((one) => one.split(/[=:]/, 1)[0]?.trim() ?? ''),
      lines: lines.map((line, at) => ({ text: withoutStatements(line), location: { document, line: first + at } })),
    });
    cuts.push({ start: tag.start, end: end.end });
    index = last;
  }
  return { text: blanked(text, cuts), pieces };
}

function findTags(text: string): Tag[] {
  const tags: Tag[] = [];
  for (let start = text.indexOf('<%'); start !== -1; start = text.indexOf('<%', start)) {
    const close = text.indexOf('%>', start + 2);
    if (close === -1) break;
    const mark = text.charAt(start + 2);
    const isExpression = mark === '=';
    const isStatement = !isExpression && mark !== '#';
    const code = text.slice(start + 2, close).replace(/^-|-$/g, '');
    tags.push({ start, end: close + 2, isExpression, ...(isStatement && { statement: code }) });
    start = close + 2;
  }
  return tags;
}

/** The index of the tag that ends the block which the tag at `from` opens. */
function endOf(tags: readonly Tag[], from: number): number | undefined {
  let depth = 0;
  for (let index = from; index < tags.length; index += 1) {
    const statement = tags[index]?.statement ?? '';
    if (closes.test(statement)) depth -= 1;
    else if (opens.test(statement)) depth += 1;
    if (depth === 0) return index;
  }
  return undefined;
}

function withoutStatements(line: string): string {
  return line.replaceAll(/<%[^=%][^%]{0,500}%>/g, '');
}

function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      at = next + 1;
      line += 1;
    }
    return line;
  };
}

function blanked(text: string, cuts: readonly { start: number; end: number }[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of cuts) {
    result += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\n]+/g, '');
    at = end;
  }
  return result + text.slice(at);
}
