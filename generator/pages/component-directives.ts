import { isDataFailure, parseData } from '../base/data.ts';
import { isObject } from '../base/json.ts';

/** A component written as a directive with attributes, by which a page of such is told: `::field{name="id"}`. */
const mark =
  /^[ \t]{0,40}:{2,9}[A-Za-z][\w-]{0,60}(?:\[[^\][\n]{0,200}\])?\{[^{}\n=]{0,200}=[^\n]{0,1000}\}[ \t]{0,9}$/m;

const opening =
  /^([ \t]*)(:{2,9})([A-Za-z][\w-]{0,60})(?:\[([^\][\n]{0,200})\])?(?:\{((?:"[^"\n]*"|'[^'\n]*'|[^{}"'\n])*)\})?[ \t]*$/;

/** What opens something that is left as it is: `::: tip`. */
const other = /^[ \t]*(:{3,9})[ \t]+\w/;

const closing = /^([ \t]*)(:{2,9})[ \t]*$/;

/** Directives for parts of a request whose names are those of HTML elements, or say nothing as such. */
const sections = /^(?:body|headers?|query|cookies)$/;

/** What is nested deeper holds nothing. */
const mostOpen = 100;

interface Open {
  readonly colons: number;
  readonly line: number;
  /** Empty for what is no component. */
  readonly name: string;
}

/**
 * Markdown in which components that are written as directives (`::name{key="value"}` … `::`, as Nuxt Content and remark have them)
 * are tags; lines stay. What nothing ends holds nothing. Text without such components is returned as it is.
 */
export function openDirectives(text: string): string {
  if (!mark.test(text)) return text;
  const lines = text.split('\n');
  const open: Open[] = [];
  let fence: string | undefined;
  const leaf = ({ line, name }: Open): void => {
    if (name !== '') lines[line] = (lines[line] ?? '').replace(/>$/, ' />');
  };
  for (const [index, line] of lines.entries()) {
    const fenceMark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fenceMark !== undefined && (fence === undefined || fenceMark.startsWith(fence)))
      fence = fence === undefined ? fenceMark : undefined;
    if (fence !== undefined || !/^[ \t]*::/.test(line)) continue;
    const begin = opening.exec(line);
    const [, indent = '', colons = ''] = closing.exec(line) ?? [];
    if (begin) {
      const [, space = '', mark = '', written = '', label, attributes = ''] = begin;
      const name = sections.test(written) ? written.slice(0, 1).toUpperCase() + written.slice(1) : written;
      const named = label === undefined ? '' : ` label="${label.replaceAll('"', '&quot;')}"`;
      const props = yamlProps(lines, index + 1);
      lines[index] = `${space}<${name}${named}${attributesOf(attributes)}${props}>`;
      const one = { colons: mark.length, line: index, name };
      if (open.length < mostOpen) open.push(one);
      else leaf(one);
    } else if (colons !== '') {
      const at = open.findLastIndex((one) => one.colons === colons.length);
      if (at === -1) continue;
      const [own, ...unended] = open.splice(at);
      for (const one of unended) leaf(one);
      if (own && own.name !== '') lines[index] = `${indent}</${own.name}>`;
    } else {
      const container = other.exec(line)?.[1];
      if (container !== undefined && open.length < mostOpen)
        open.push({ colons: container.length, line: index, name: '' });
    }
  }
  for (const one of open) leaf(one);
  return lines.join('\n');
}

/** The longest block of values that is read. */
const mostLines = 300;

/**
 * What stands as YAML between two lines of dashes right behind a directive as attributes; these lines become empty, so that all others
 * stay where they are. Nothing where none stands there.
 */
function yamlProps(lines: string[], from: number): string {
  if (!/^[ \t]*---[ \t]*$/.test(lines[from] ?? '')) return '';
  const length = lines.slice(from + 1, from + mostLines).findIndex((line) => /^[ \t]*---[ \t]*$/.test(line));
  const inside = length === -1 ? undefined : lines.slice(from + 1, from + 1 + length).join('\n');
  const data = inside === undefined ? undefined : parseData(inside, { document: '' });
  if (data === undefined || isDataFailure(data) || !isObject(data.value)) return '';
  for (let at = from; at <= from + length + 1; at += 1) lines[at] = '';
  const texts = Object.entries(data.value).map(([key, value]) => {
    const isPlain = typeof value === 'string' && !/["<>\n]/.test(value);
    return /^[\w-]{1,60}$/.test(key) ? ` ${key}=${isPlain ? `"${value}"` : `{${JSON.stringify(value)}}`}` : '';
  });
  return texts.join('');
}

/** Attributes without the classes and identifiers among them (`.wide`, `#top`), and the marks of what a tag is. */
function attributesOf(source: string): string {
  const kept = source
    .replaceAll(/(?<=^|\s)[.#][\w-]+/g, '')
    .replaceAll(/[<>]/g, '')
    .trim();
  return kept === '' ? '' : ` ${kept}`;
}
