import type { ListOptions, Page, Row } from './page.ts';
import type { Manner } from './manner.ts';
import { linkTo, objectFor } from './object-titles.ts';
import type { Parameter, Thing } from './things.ts';
import { htmlTableLines, tableLines, tableOf } from './tables.ts';
import { textOf, typeWords, valueLines } from './words.ts';

/** Whether this manner says which parameters and which properties of a request are required. */
export function saysRequired({ fields, columns, required }: Manner): boolean {
  if (fields !== 'table' && fields !== 'html table') return true;
  return !required.startsWith('column') || columns.includes('required');
}

/** Fields as the manner lists them, with the sections of inner objects that follow the list. */
export function fieldLines(things: readonly (Thing | Parameter)[], page: Page, options: ListOptions): string[] {
  const { manner } = page;
  if (manner.fields === 'interface') return interfaceLines(things, options);
  const { rows, later } = rowsOf(things, page);
  const lines = listed(rows, page, options);
  const sections = later.flatMap(({ thing, title }) => [
    '',
    `${'#'.repeat(Math.min(options.level, 6))} ${title}`,
    '',
    ...fieldLines(thing.inner, page, { ...options, hasPlaces: false, level: options.level + 1 }),
  ]);
  return [...lines, ...sections];
}

function listed(rows: readonly Row[], { manner }: Page, options: ListOptions): string[] {
  switch (manner.fields) {
    case 'table':
      return tableLines(tableOf(rows, manner, options));
    case 'html table':
      return htmlTableLines(tableOf(rows, manner, options));
    case 'headings':
      return rows.flatMap((row) => headingLines(row, manner, options));
    case 'definition list':
      return rows.flatMap(({ name, type, thing }) => [
        `\`${name}\``,
        `: ${type}${mark(thing, options, ', required')}. ${textOf(thing, manner)}`.trimEnd(),
        '',
      ]);
    case 'paragraphs':
      return rows.flatMap(({ name, type, thing }) => [
        `**${name}** (${type}${mark(thing, options, ', required')})  `,
        textOf(thing, manner) || 'No words on it.',
        '',
      ]);
    default:
      return rows.flatMap((row) => bulletLines(row, manner, options));
  }
}

const mark = (thing: Thing, { hasRequired }: ListOptions, text: string, other = ''): string =>
  hasRequired && thing.isRequired ? text : other;

const isNestedByIndent = ({ fields, nesting }: Manner): boolean =>
  fields.startsWith('bullets') && (nesting === 'arrow' || nesting === 'spaces' || nesting === 'dash');

function rowsOf(
  things: readonly (Thing | Parameter)[],
  page: Page,
  parent = '',
  depth = 0,
): {
  readonly rows: Row[];
  readonly later: { readonly thing: Thing; readonly title: string }[];
} {
  const { manner } = page;
  const rows: Row[] = [];
  const later: { thing: Thing; title: string }[] = [];
  const isNamedWhole = !canNest(manner) || ['dotted', 'dotted with []', 'brackets'].includes(manner.nesting);
  for (const thing of things.filter(({ isUnlisted, form }) => isUnlisted !== true && form === undefined)) {
    const name = parent === '' || !isNamedWhole ? thing.name : joined(parent, thing.name, manner);
    const place = 'place' in thing ? thing.place : 'body';
    const row = { thing, name, type: typeWords(thing, manner), depth, place };
    if (thing.inner.length === 0) rows.push(row);
    else if (canNest(manner) && manner.nesting === 'linked section') rows.push({ ...row, type: linked(thing, page) });
    else {
      rows.push(row);
      if (canNest(manner) && manner.nesting === 'own section') later.push({ thing, title: `\`${name}\` object` });
      else {
        const suffix = thing.type === 'array' && manner.nesting !== 'dotted' ? '[]' : '';
        const inner = rowsOf(thing.inner, page, `${name}${suffix}`, depth + 1);
        rows.push(...inner.rows);
        later.push(...inner.later);
      }
    }
  }
  return { rows, later };
}

const canNest = ({ fields }: Manner): boolean =>
  fields === 'table' || fields === 'html table' || fields.startsWith('bullets');

function joined(parent: string, name: string, manner: Manner): string {
  return canNest(manner) && manner.nesting === 'brackets' ? `${parent}[${name}]` : `${parent}.${name}`;
}

function linked(thing: Thing, page: Page): string {
  const link = linkTo(objectFor(thing.name, thing.inner, page), page.manner);
  return thing.type === 'array' ? `array of ${link}` : link;
}

function headingLines({ name, type, thing }: Row, manner: Manner, options: ListOptions): string[] {
  return [
    `${'#'.repeat(Math.min(options.level, 6))} \`${name}\``,
    '',
    `${type}${mark(thing, options, ', required')}`,
    '',
    textOf(thing, manner),
    '',
    ...valueLines(thing, manner),
    '',
  ];
}

function bulletLines({ name, type, thing, depth }: Row, manner: Manner, options: ListOptions): string[] {
  const text = textOf(thing, manner);
  const pad = '  '.repeat(isNestedByIndent(manner) ? depth : 0);
  const inner = valueLines(thing, manner).map((line) => `${pad}  ${line}`);
  return [`${pad}- ${bullet(name, type, thing, text, manner, options)}`.trimEnd(), ...own(pad), ...inner];

  function own(indent: string): string[] {
    if (manner.fields !== 'bullets: name - text, bullets of its own') return [];
    return [`${indent}  - Type: ${type}`, `${indent}  - Required: ${thing.isRequired ? 'yes' : 'no'}`].slice(
      0,
      options.hasRequired ? 2 : 1,
    );
  }
}

function bullet(
  name: string,
  type: string,
  thing: Thing,
  text: string,
  { fields }: Manner,
  options: ListOptions,
): string {
  switch (fields) {
    case 'bullets: name (type, required): text':
      return `\`${name}\` (${type}${mark(thing, options, ', required')}): ${text}`;
    case 'bullets: name (required) type - text':
      return `\`${name}\`${mark(thing, options, ' (required)')} ${type} - ${text}`;
    case 'bullets: **name** type **required** text':
      return `**${name}** ${type.includes('`') ? type : `\`${type}\``}${mark(thing, options, ' **required**')} ${text}`;
    case 'bullets: name: type (required). text':
      return `\`${name}\`: ${type}${mark(thing, options, ' (required)')}. ${text}`;
    case 'bullets: name type - Required. text':
      return `\`${name}\` *${type.replaceAll('`', '')}* - ${mark(thing, options, 'Required. ')}${text}`;
    case 'bullets: name (type) Required. text':
      return `${name} (${type}): ${mark(thing, options, 'Required. ')}${text}`;
    case 'bullets: name (type: <required>) - text': {
      const note = `(${type.replaceAll('`', '')}${mark(thing, options, ': <required>', ': <optional>')})`;
      return `\`${name}\` ${type.includes('](') ? note : `\`${note}\``} - ${text}`;
    }
    case 'bullets: name, type, required, text by dashes':
      return `**\`${name}\`** — ${type}${mark(thing, options, ', required')} — ${text}`;
    default:
      return `\`${name}\` - ${text}`;
  }
}

function interfaceLines(things: readonly Thing[], options: ListOptions): string[] {
  const members = (inner: readonly Thing[], pad: string): string[] =>
    inner.flatMap((thing) => {
      if (thing.isUnlisted) return [];
      const optional = options.hasRequired && !thing.isRequired ? '?' : '';
      const comment = thing.text === '' ? '' : ` // ${thing.text}`;
      const name = /^\w+$/.test(thing.name) ? thing.name : `'${thing.name}'`;
      const list = thing.type === 'array' ? '[]' : '';
      if (thing.within === 'map')
        return [`${pad}${name}${optional}: Record<string, ${scriptType(thing.items)}>;${comment}`];
      if (thing.within === 'lists') return [`${pad}${name}${optional}: ${scriptType(thing.items)}[][];${comment}`];
      if (thing.inner.length > 0)
        return [`${pad}${name}${optional}: {${comment}`, ...members(thing.inner, `${pad}  `), `${pad}}${list};`];
      const union = thing.values.map((value) => `'${value}'`).join(' | ');
      const type = thing.type === 'array' ? `${scriptType(thing.items)}[]` : union || scriptType(thing.type);
      return [`${pad}${name}${optional}: ${type};${comment}`];
    });
  return ['```ts', '{', ...members(things, '  '), '}', '```'];
}

/** TypeScript has no integers, so a page of this manner does not say them. */
function scriptType(type: Thing['type'] | 'object' | undefined): string {
  return type === 'integer' ? 'number' : (type ?? 'unknown');
}
