import { withDefinitions } from './html-fields.ts';
import type { HtmlNode, HtmlWords } from './html-node.ts';
import { elements, htmlText } from './html-parts.ts';
import { fieldHead, isNoise, isTitle, type Piece, withoutTitles } from './rendered-head.ts';

/** A named value as a renderer of schemas shows it: its name, its marks, its type, what else is said, and the values within it. */
export interface RenderedField {
  readonly name: string;
  readonly marks: readonly string[];
  readonly type: string;
  readonly notes: readonly Piece[];
  readonly children: readonly RenderedField[];
  readonly line: number;
  readonly endLine: number;
}

/** What stands in an element: the fields it shows, and the texts beside them. */
export interface Rendered {
  readonly fields: readonly RenderedField[];
  /** Texts that belong to no field, before the first one and behind it. */
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
  /** Something stands in it that no schema holds: a heading, a table with a header; code may stand in what is said of a field. */
  readonly foreign?: 'code' | 'other';
}

const none: Rendered = { fields: [], before: [], after: [] };

/** What no schema holds. */
const others = /^(?:h[1-6]|dl|form|main|article|blockquote|thead|th|img|hr)$/;

/** What readers press, and what only says so. */
const controls =
  /^(?:copy|expand|collapse|show|hide|fill|clear|try|single line|multiline|schema|example|model|link)\b/i;

/** A label with the values that it is about in elements of their own. */
const listLabel =
  /^(?:enum|(?:allowed|available|possible|accepted)(?: values)?|default(?: values?)?|examples?|const|pattern|match(?:es)? pattern)\s?[:=]$/i;

/**
 * What each element of a page shows of schemas, as renderers of descriptions lay them out: a name, its marks and its type in elements of
 * their own, what else is said of it behind them, the values within it in elements below. Gives no diagnostics.
 */
export function renderedFields(root: HtmlNode): ReadonlyMap<HtmlNode, Rendered> {
  const found = new Map<HtmlNode, Rendered>();
  const read = (node: HtmlNode): Rendered => {
    const result = renderedNode(node, read);
    found.set(node, result);
    return result;
  };
  read(root);
  return found;
}

/** Whether an element shows fields and nothing else; what stands before the rows of a table may be a text about all of them. */
export function isSchema({ name }: HtmlNode, { fields, before, after, foreign }: Rendered): boolean {
  if (fields.length === 0 || foreign !== undefined || !after.every(isNoise)) return false;
  return name === 'table' || withoutTitles(before).every(isNoise);
}

/** What an element that shows a schema says of it as a whole: its title, that it is a list, and what stands before its fields. */
export function schemaTexts({ before }: Rendered): { title?: string; isList: boolean; texts: readonly string[] } {
  const titles = before.filter((piece) => !withoutTitles(before).includes(piece)).map(({ text }) => text);
  const texts = withoutTitles(before).filter((piece) => !isNoise(piece) && !/^description:$/i.test(piece.text));
  return {
    ...(titles[0] !== undefined && { title: titles[0] }),
    isList: before.some(({ text }) => /^(?:array\s?)?\[\{?$|^array$/i.test(text)),
    texts: texts.map(({ text }) => text),
  };
}

function renderedNode(node: HtmlNode, read: (node: HtmlNode) => Rendered): Rendered {
  const inner = withLooseRows(
    node,
    node.children.map((child) => ('words' in child ? wordsOf(child) : read(child))),
  );
  if (others.test(node.name)) return { ...none, foreign: 'other' };
  if (node.name === 'pre') return { ...none, foreign: 'code' };
  if (node.name === 'p' || node.name === 'code') return textOf(node);
  const foreign = inner.some((one) => one.foreign === 'other')
    ? 'other'
    : inner.some((one) => one.foreign === 'code')
      ? 'code'
      : undefined;
  if (foreign === 'other') return { ...none, foreign };
  const isBare = inner.every(({ fields }) => fields.length === 0);
  if (isBare && foreign === undefined && isText(node)) return textOf(node);
  return { ...joined(node, inner), ...(foreign && { foreign }) };
}

function wordsOf(words: HtmlWords): Rendered {
  const text = htmlText([words]);
  return text === '' ? none : { ...none, before: [{ text }] };
}

/** What begins a line of its own. */
const lines = /^(?:div|p|ul|ol|li|table|tr|td|section|blockquote)$/;

/** Whether words stand in an element itself, so that all in it is one text; words of any other element are texts of their own. */
function isText({ children }: HtmlNode): boolean {
  return (
    children.some((child) => 'words' in child && !['', ':'].includes(child.words.trim())) &&
    !children.some((child) => !('words' in child) && lines.test(child.name))
  );
}

function isControl(node: HtmlNode | HtmlWords): boolean {
  return !('words' in node) && node.name === 'button' && controls.test(htmlText(node.children));
}

function textOf(node: HtmlNode): Rendered {
  const text = isControl(node) ? '' : htmlText(node.children.filter((child) => !isControl(child)));
  return text === '' ? none : { ...none, before: [{ text }] };
}

/** The parts of an element together: one field with what is said of it, or fields one after another, or neither. */
function joined(node: HtmlNode, inner: readonly Rendered[]): Rendered {
  if (isControl(node)) return none;
  const first = inner.findIndex(({ fields }) => fields.length > 0);
  const texts = inner.slice(0, first === -1 ? undefined : first).flatMap((one) => [...one.before, ...one.after]);
  if (first === -1) return textual(node, texts);
  const before = [...texts, ...(inner[first]?.before ?? [])];
  const head = fieldHead(before, node.name === 'tr');
  if (head) return { ...none, fields: [fieldOf(node, head, inner, first)] };
  const titled = node.name === 'tr' ? titledField(before, inner) : undefined;
  if (titled) return { ...none, fields: [{ ...titled, line: node.line, endLine: node.endLine }] };
  const fields: RenderedField[] = [];
  const after: Piece[] = [];
  let sign: string | undefined;
  for (const [index, child] of node.children.entries()) {
    const one = inner[index];
    if (!one || index < first) continue;
    const last = fields.at(-1);
    const own = 'words' in child ? '' : signature(child);
    if (one.fields.length === 0 && last && !('words' in child) && child.name === 'tr' && isContinued(child))
      fields[fields.length - 1] = { ...last, notes: [...last.notes, ...one.before] };
    else if (one.fields.length === 0) after.push(...one.before);
    else if (!last || (one.before.length === 0 && own === sign)) {
      fields.push(...one.fields);
      after.push(...one.after);
      sign = own;
    } else {
      const endLine = Math.max(last.endLine, 'words' in child ? child.line : child.endLine);
      fields[fields.length - 1] = { ...last, children: [...last.children, ...one.fields], endLine };
      after.push(...[...one.before, ...one.after].filter((piece) => !isNoise(piece)));
    }
  }
  const [only, ...more] = fields;
  if (!only || more.length > 0 || before.length > 0) return { fields, before, after };
  return { ...none, fields: [{ ...only, notes: [...only.notes, ...after.filter((piece) => !isNoise(piece))] }] };
}

/** The field of a row whose first cell is its name, and whose second one begins with the title of its schema. */
function titledField(before: readonly Piece[], inner: readonly Rendered[]): RenderedField | undefined {
  const [named, ...more] = before;
  const [field, ...others] = inner.flatMap(({ fields }) => fields);
  const head = named && field && fieldHead([named, { text: field.type }], true);
  if (!head || !more.every(isTitle) || others.length > 0 || !isTitle({ text: field.name })) return undefined;
  return { ...field, name: head.name, marks: [...head.marks, ...field.marks] };
}

/** The parts of an element in which some rows are fields: others of the same kind that begin with a name are fields, too, of unknown types. */
function withLooseRows(node: HtmlNode, inner: readonly Rendered[]): readonly Rendered[] {
  const kinds = new Set<string>();
  for (const [index, child] of node.children.entries()) {
    const one = inner[index];
    const isRow = !('words' in child) && (child.name === 'tr' || (child.attributes['class'] ?? '') !== '');
    if (isRow && one?.fields.length === 1 && one.before.length === 0) kinds.add(signature(child));
  }
  if (kinds.size !== 1) return inner;
  return inner.map((one, index) => {
    const row = node.children[index];
    if (
      !row ||
      'words' in row ||
      one.fields.length > 0 ||
      one.foreign ||
      !kinds.has(signature(row)) ||
      isContinued(row)
    )
      return one;
    const [first, ...rest] = one.before;
    const head = first && !first.text.endsWith(':') ? fieldHead([first, { text: 'any' }], true) : undefined;
    if (!head || (rest.length === 0 && row.name !== 'tr')) return one;
    return {
      ...none,
      fields: [{ ...head, type: '', notes: rest, children: [], line: row.line, endLine: row.endLine }],
    };
  });
}

/** Whether a row goes on with the one above: its first cell is empty, or the only one. */
function isContinued({ children }: HtmlNode): boolean {
  const [first, ...others] = elements(children, 'td', 'th');
  return first !== undefined && (others.length === 0 || htmlText(first.children) === '');
}

/** An element that shows no field yet: the head of one with what is said of it, a label with its values, or texts. */
function textual(node: HtmlNode, texts: readonly Piece[]): Rendered {
  const [label, ...values] = texts;
  if (label && values.length > 0 && listLabel.test(label.text) && label.values === undefined)
    return { ...none, before: [{ text: label.text, values: values.flatMap((one) => one.values ?? [one.text]) }] };
  if (node.name === 'ul' && texts.length > 0 && texts.every(({ text }) => text.length < 100))
    return { ...none, before: [{ text: '', values: texts.map(({ text }) => text) }] };
  const head = fieldHead(texts, node.name === 'tr');
  // terms and descriptions that only their classes tell apart
  const isList = head && withDefinitions(node.children).length < node.children.length;
  if (!head || isList) return { ...none, before: texts };
  const { name, marks, type, rest } = head;
  return {
    ...none,
    fields: [{ name, marks, type, notes: rest, children: [], line: node.line, endLine: node.endLine }],
  };
}

function fieldOf(
  node: HtmlNode,
  { name, marks, type, rest }: NonNullable<ReturnType<typeof fieldHead>>,
  inner: readonly Rendered[],
  first: number,
): RenderedField {
  const behind = inner.flatMap((one, index) =>
    index < first ? [] : [...(index > first ? one.before : []), ...one.after],
  );
  const notes = [...rest, ...behind.filter((piece) => !isNoise(piece))];
  const children = inner.flatMap(({ fields }) => fields);
  const place = { line: node.line, endLine: node.endLine };
  const [item, ...others] = children;
  // the title of the schema of the items, before their type
  const isItem = type === 'array' && item && others.length === 0 && item.children.length === 0;
  if (isItem && isTitle({ text: item.name }))
    return { name, marks, type: `array of ${item.type}`, notes: [...notes, ...item.notes], children: [], ...place };
  return { name, marks, type, notes, children, ...place };
}

/** The first class of an element tells it from others, as the component that made it; rows of tables are told by their cells. */
function signature({ name, attributes, children }: HtmlNode): string {
  if (name === 'tr') return `tr.${elements(children, 'td').length}`;
  return `${name}.${(attributes['class'] ?? '').trim().split(/\s+/)[0] ?? ''}`;
}
