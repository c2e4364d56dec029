import type { ListOptions, Row } from './page.ts';
import { factCell, factColumns, factHeads, type FactKind } from './facts.ts';
import type { Manner } from './manner.ts';
import { textOf } from './words.ts';

interface Table {
  readonly heads: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

const requiredHeads: Readonly<Record<string, string>> = {
  'column: Yes, No': 'Required',
  'column: ✓': 'Required',
  'column: true, false': 'Mandatory',
  'column: required, optional': 'Presence',
  'column Optional: Yes, No': 'Optional',
};

export function tableOf(rows: readonly Row[], manner: Manner, options: ListOptions): Table {
  const columns = manner.columns.split(',').flatMap((column) => {
    if (column === 'required' && !(options.hasRequired && manner.required.startsWith('column'))) return [];
    if (column === 'text') return [...factColumns(manner), column];
    return column === 'name' && options.hasPlaces ? ['name', 'place'] : [column];
  });
  const heads = columns.map((column) => {
    if (column === 'name') return manner.headers === 'none' ? '' : manner.headers;
    if (column === 'required' && manner.headers !== 'none') return requiredHeads[manner.required] ?? '';
    if (isFact(column)) return factHeads[column];
    const title = { type: 'Type', text: 'Description', values: 'Allowed values', place: 'In' }[column] ?? '';
    return manner.headers === 'none' ? '' : title;
  });
  return { heads, cells: rows.map((row) => columns.map((column) => cell(column, row, manner, options))) };
}

const isFact = (column: string): column is FactKind => column in factHeads;

function cell(column: string, { thing, name, type, depth, place }: Row, manner: Manner, options: ListOptions): string {
  const isMarked = options.hasRequired && thing.isRequired;
  if (isFact(column)) return factCell(column, thing);
  switch (column) {
    case 'name': {
      const before = { arrow: '↳ ', spaces: '&nbsp;&nbsp;', dash: '- ' }[manner.nesting as string] ?? '';
      const optional = options.hasRequired && !thing.isRequired && manner.required === 'question mark' ? '?' : '';
      const bare = manner.headers === 'Key' || manner.headers === 'Property';
      const shown = bare ? `${name}${optional}` : `\`${name}${optional}\``;
      return `${before.repeat(depth)}${shown}${isMarked && manner.required === 'star' ? '\\*' : ''}`;
    }
    case 'type':
      return isMarked && manner.required === 'in type' ? `${type}, required` : type;
    case 'required':
      return requiredCell(thing.isRequired, manner);
    case 'values':
      return thing.values.map((value) => `\`${value}\``).join(', ');
    case 'place':
      return place;
    default: {
      const text = textOf(thing, manner);
      if (isMarked && manner.required === 'text: **Required.**') return `**Required.** ${text}`.trimEnd();
      if (isMarked && manner.required === 'text: (required)') return `${text} (required)`.trimStart();
      return text;
    }
  }
}

function requiredCell(isRequired: boolean, { required }: Manner): string {
  switch (required) {
    case 'column: ✓':
      return isRequired ? '✓' : '';
    case 'column: true, false':
      return String(isRequired);
    case 'column: required, optional':
      return isRequired ? 'required' : 'optional';
    case 'column Optional: Yes, No':
      return isRequired ? 'No' : 'Yes';
    default:
      return isRequired ? 'Yes' : 'No';
  }
}

const tableLine = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

export function tableLines({ heads, cells }: Table): string[] {
  return [tableLine(heads), tableLine(heads.map(() => '---')), ...cells.map(tableLine)];
}

/** The Markdown of a cell as HTML. */
function cellHtml(text: string): string {
  return text
    .replaceAll('\\|', '|')
    .replaceAll('\\*', '*')
    .replaceAll(/<(?!\/?\w+>)/g, '&lt;')
    .replaceAll(/\[([^\][]+)\]\((#[^)]+)\)/g, '<a href="$2">$1</a>')
    .replaceAll(/`([^`]+)`/g, (_, code: string) => `<code>${code.replaceAll('<', '&lt;')}</code>`)
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(List|Map|[Ss]tr(?:ing)?)<((?:[\w, ]|List<\w+>)+)>/g, (_, name: string, inner: string) => {
      return `${name}&lt;${inner.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}&gt;`;
    });
}

function htmlRow(texts: readonly string[], tag: string): string {
  return `  <tr>${texts.map((text) => `<${tag}>${cellHtml(text)}</${tag}>`).join('')}</tr>`;
}

export function htmlTableLines({ heads, cells }: Table): string[] {
  return ['<table>', htmlRow(heads, 'th'), ...cells.map((texts) => htmlRow(texts, 'td')), '</table>'];
}
