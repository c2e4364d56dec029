import type { Block, TableBlock } from './page.ts';
import { type Rendered, type RenderedField, schemaTexts } from './rendered-fields.ts';
import type { Piece } from './rendered-head.ts';

/**
 * What a renderer shows of a schema: what it says of it as a whole, and its fields as a table; below its title as a heading of some depth
 * where that is given. Gives no diagnostics.
 */
export function schemaBlocks(rendered: Rendered, location: Block['location'], depth?: number): Block[] {
  const { isList, texts, title } = schemaTexts(rendered);
  const [only, ...others] = rendered.fields;
  // a schema of values that are no objects: its title stands where names do
  if (depth !== undefined && title === undefined && only && others.length === 0 && only.children.length === 0) {
    const text = [only.type, ...only.notes.map(lineOf)].join(' ');
    return [
      { kind: 'heading', depth, text: only.name, location },
      { kind: 'prose', form: 'paragraph', text, location },
    ];
  }
  const heading: Block[] =
    title === undefined || depth === undefined ? [] : [{ kind: 'heading', depth, text: title, location }];
  const said = [...texts, ...(isList ? ['An array of objects:'] : [])];
  const prose = said.map((text): Block => ({ kind: 'prose', form: 'paragraph', text, location }));
  return [...heading, ...prose, schemaTable(rendered.fields, location.document)];
}

/** The fields that a renderer shows as a table: those within others below them, with a mark for each level. Gives no diagnostics. */
function schemaTable(fields: readonly RenderedField[], document: string): TableBlock {
  const rows = fields.flatMap((field) => fieldRows(field, 0, document));
  const [first] = fields;
  const last = fields.at(-1);
  return {
    kind: 'table',
    header: ['Name', 'Type', 'Default', 'Allowed values', 'Example', 'Description'],
    rows,
    location: place(document, first?.line ?? 1, last?.endLine ?? 1),
  };
}

function place(document: string, line: number, endLine: number): Block['location'] {
  return { document, line, ...(endLine > line && { endLine }) };
}

function fieldRows(field: RenderedField, depth: number, document: string): TableBlock['rows'][number][] {
  const { type, defaultText, values, example, lines, marks } = said(field);
  const name = [`${'» '.repeat(depth)}\`${field.name}\``, ...field.marks, ...marks].join('<br>');
  const cells = [name, type, defaultText, values, example, lines.join('<br>')];
  return [
    { cells, location: place(document, field.line, field.endLine) },
    ...field.children.flatMap((child) =>
      fieldRows(
        field.children.length === 1 && standIn.test(child.name) ? { ...child, name: '*' } : child,
        depth + 1,
        document,
      ),
    ),
  ];
}

/** The only name in an object that is none of its own. */
const standIn = /^(?:propertyName|additionalProperty|additionalProperties|anyKey)$/;

interface Said {
  readonly type: string;
  readonly defaultText: string;
  readonly values: string;
  readonly example: string;
  readonly marks: readonly string[];
  readonly lines: readonly string[];
}

const valuesLabel = /^(?:enum|(?:allowed|available|possible|accepted)(?: values)?)\s?:?\s{0,3}/i;
const listed = /^(?:enum|(?:allowed|available|possible)(?: values)?)\s?:\s{0,3}\[?\s{0,3}(\S.*?)\s{0,3}\]?$/i;
const defaultLabel = /^default(?: value)?s?(?:\s?[:=]\s{0,3}|$)/i;
const exampleLabel = /^examples?\s?[:=]\s{0,3}/i;
const marked = /^(?:required|optional|deprecated|nullable|read-?only|write-?only)$/i;

/** What the texts behind a type say: its format, the default, allowed values; the others are lines of the description. */
function said({ type: shown, notes }: RenderedField): Said {
  let type = typeWords(shown);
  let defaultText = '';
  let example = '';
  let isEnum = false;
  let values: readonly string[] = [];
  const lines: string[] = [];
  const marks: string[] = [];
  for (let at = 0; at < notes.length; at += 1) {
    const piece = notes[at] ?? { text: '' };
    const next = notes[at + 1];
    const isTyped = lines.length === 0;
    const format = isTyped ? formatOf(piece, next) : undefined;
    const list = listOf(piece, next);
    if (piece.text === '' && piece.values && isEnum && values.length === 0) values = piece.values;
    else if (piece.values === undefined && /^enum$/i.test(piece.text)) isEnum = true;
    else if (format !== undefined) {
      if (!type.includes('<')) type += `<${format.text}>`;
      at += format.skip;
    } else if (list) {
      if (values.length === 0) values = list.values;
      at += list.skip;
    } else if (defaultLabel.test(piece.text)) {
      const own = piece.text.replace(defaultLabel, '') || piece.values?.[0];
      const [, value = '', limits] = /^(\S{1,100}) ((?:Min|Max)\b.*)$/i.exec(own ?? '') ?? [undefined, own];
      defaultText ||= value || (next?.text ?? '');
      if (limits !== undefined) lines.push(limits);
      at += own === undefined ? 1 : 0;
    } else if (marked.test(piece.text)) marks.push(piece.text);
    else if (exampleLabel.test(piece.text)) {
      const own = piece.text.replace(exampleLabel, '') || piece.values?.[0];
      example ||= own ?? next?.text ?? '';
      at += own === undefined ? 1 : 0;
    } else if (/^description:$/i.test(piece.text)) continue;
    else if (!(isTyped && /^\([\w. -]{1,100}\)$/.test(piece.text))) {
      const isLabel = /[:=]$/.test(piece.text) && piece.text.length < 40 && next !== undefined;
      lines.push(lineOf(piece) + (isLabel && piece.values === undefined ? ` ${lineOf(next)}` : ''));
      at += isLabel && piece.values === undefined ? 1 : 0;
    }
  }
  const inCode = values.map((value) => `\`${unquoted(value)}\``);
  const [one] = inCode;
  return {
    type,
    defaultText: inMarks(defaultText),
    example: /^[[{]/.test(example) ? '' : inMarks(example),
    values: inCode.length > 1 ? inCode.join(', ') : '',
    marks,
    lines: [...(one !== undefined && inCode.length === 1 ? [`Allowed values: ${one}`] : []), ...lines],
  };
}

function inMarks(value: string): string {
  return value === '' || value.includes('`') ? value : `\`${value}\``;
}

function lineOf({ text, values }: Piece): string {
  return [text, values?.join(', ') ?? ''].filter((one) => one !== '').join(' ');
}

/** The format that stands behind a type: `<uuid>`, `($uuid)`, `Format:` and `uuid`. */
function formatOf({ text }: Piece, next: Piece | undefined): { text: string; skip: number } | undefined {
  const [, format] = /^(?:<|\(\$|format:\s{1,3})([\w-]{1,40})[>)]?$/i.exec(text) ?? [];
  if (format !== undefined) return { text: format, skip: 0 };
  return /^format:$/i.test(text) && next && /^[\w-]{1,40}$/.test(next.text) ? { text: next.text, skip: 1 } : undefined;
}

function listOf(piece: Piece, next: Piece | undefined): { values: readonly string[]; skip: number } | undefined {
  const isLabel = valuesLabel.test(piece.text) && piece.text.replace(valuesLabel, '') === '';
  if (isLabel && piece.values) return { values: piece.values, skip: 0 };
  if (isLabel && next?.values && next.text === '') return { values: next.values, skip: 1 };
  const [, inline] = piece.values === undefined ? (listed.exec(piece.text) ?? []) : [];
  return inline === undefined ? undefined : { values: inline.split(/\s?[,┃|]\s?/), skip: 0 };
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('`', '');
}

/** The words for a type without the name of its schema, its format in angle brackets. */
function typeWords(shown: string): string {
  return shown
    .replace(/^array (\w{1,20})\[\]/i, 'array of $1')
    .replace(/^(array) · (\w[\w.-]{0,60})\[\]$/i, (_, list: string, item: string) =>
      /^[a-z]/.test(item) ? `${list} of ${item}` : list,
    )
    .replace(/\s?· [\w.-]{1,60}(?:\[\])?/, '')
    .replace(/\s?\(\$([\w-]{1,60})\)/, '<$1>')
    .replace(/\s(?=<)/, '')
    .replace(/^array\s?\(([\w -]{1,40})\)$/i, 'array of $1')
    .replace(/\s?\([A-Z][\w. -]{0,60}\)$/, '');
}
