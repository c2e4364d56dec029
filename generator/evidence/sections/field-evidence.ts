import { typed } from '../component-attributes.ts';
import { nameSteps, nestedPath } from '../component-parameters.ts';
import type {
  Confidence,
  EntityName,
  Evidence,
  Fact,
  OperationName,
  ParameterLocation,
  Step,
  Subject,
} from '../evidence.ts';
import type { FieldRow } from './field-row.ts';

/** Whose values some rows are. */
export type FieldRole =
  | { readonly place: ParameterLocation | 'body'; readonly operation: OperationName }
  | { readonly place: 'response'; readonly operation: OperationName; readonly status?: string }
  | { readonly place: 'answerHeader'; readonly operation: OperationName; readonly status?: string }
  | { readonly place: 'entity'; readonly entity: EntityName };

/** What the rows of one table or list are about. */
export interface FieldContext {
  readonly role: FieldRole;
  /** Below which part of the body the rows stand; empty for its own properties and for parameters. */
  readonly path: readonly Step[];
  /** How sure it is that the rows are of this role; high unless said otherwise. */
  readonly confidence?: Confidence;
  /** Where lists and maps stand, as far as it is known; those that the rows say are added. */
  readonly lists?: Set<string>;
}

/**
 * The facts that rows state: that each value is there, and its type, presence, null, default, example, values, entity and
 * text. In bodies, names with dots and brackets (`a.b`, `a[].b`) are steps; parameters keep them. A row that says its own
 * place is reported there. Gives no diagnostics.
 */
export function fieldEvidence(rows: readonly FieldRow[], context: FieldContext): Evidence[] {
  const lists = context.lists ?? new Set<string>();
  const found: Evidence[] = [];
  const visit = (list: readonly FieldRow[], inner: FieldContext): void => {
    for (const row of list) {
      const placed = rowContext(row, inner);
      const path = throughLists(nestedPath(placed.path, rowSteps(row)), lists);
      if (isListRow(row)) lists.add(JSON.stringify(path));
      else if (isMapRow(row)) lists.add(mapKey(path));
      found.push(...rowEvidence(row, fieldSubject(placed.role, path, row.name), placed.confidence ?? 'high'));
      if (hasBody(placed.role)) visit(row.children, { ...placed, path: innerSteps(row, path) });
    }
  };
  visit(rows, context);
  return found;
}

/** The role of one row: its own word about its place counts more than what stands around it. */
function rowContext(row: FieldRow, context: FieldContext): FieldContext {
  const { role } = context;
  const isFixed = role.place === 'entity' || role.place === 'response' || role.place === 'answerHeader';
  if (row.place === undefined || isFixed || role.place === row.place) return context;
  return { role: { place: row.place, operation: role.operation }, path: [], confidence: 'high' };
}

function hasBody(role: FieldRole): boolean {
  return role.place === 'body' || role.place === 'response' || role.place === 'entity';
}

/** The subject of a value in a role; `path` for parts of bodies, `name` for parameters. */
function fieldSubject(role: FieldRole, path: readonly Step[], name: string): Subject {
  if (role.place === 'entity') return { kind: 'entity', entity: role.entity, path };
  const { operation } = role;
  if (role.place === 'body') return { kind: 'request', operation, path };
  if (role.place === 'response') {
    return { kind: 'response', operation, path, ...(role.status !== undefined && { status: role.status }) };
  }
  if (role.place === 'answerHeader')
    return { kind: 'answerHeader', operation, name, ...(role.status !== undefined && { status: role.status }) };
  return { kind: 'parameter', operation, location: role.place, name };
}

/** Whether a value is a list: its words say so, or without any its example. */
export function isListRow({ words, exampleText, defaultText }: FieldRow): boolean {
  if (words === undefined) return (exampleText ?? defaultText ?? '').startsWith('[');
  return /\[\]$|^(?:an?\s+)?(?:array|list)\b/i.test(words.trim());
}

/** Whether a value is a map: its words say what stands under keys of the caller's choice. */
function isMapRow({ words = '', reference }: FieldRow): boolean {
  return reference?.form === 'map' || /^map<|^(?:map|dict(?:ionary)?) of /i.test(words.trim());
}

/** How the place of a map is kept among those of lists. */
function mapKey(path: readonly Step[]): string {
  return `map ${JSON.stringify(path)}`;
}

/** A name in an object that is written with colons (`owner:id`); short words before a colon are those of vocabularies (`dc:title`). */
const nestedName =
  /^(?!(?:schema|rdfs|foaf|skos|prov|hydra|dcterms|vcard|xlink|soap|media|itunes|atom|article|sling)\b)[a-z][a-z_]{3,40}(?::[a-z][a-z_]{1,40}){1,4}$/;

/** The steps that the name of a row says; `a[]` with words for a list is the list, not a list of lists. */
export function rowSteps(row: FieldRow): readonly Step[] {
  const steps = nameSteps(nestedName.test(row.name) ? row.name.replaceAll(':', '.') : row.name);
  return row.words !== undefined && isListRow(row) && steps.at(-1)?.kind === 'items' ? steps.slice(0, -1) : steps;
}

/** Where the values within a row stand: through the items of a list, the values of a map. */
function innerSteps(row: FieldRow, path: readonly Step[]): readonly Step[] {
  if (isMapRow(row) && path.at(-1)?.kind !== 'values') return [...path, { kind: 'values' }];
  return isListRow(row) && path.at(-1)?.kind !== 'items' ? [...path, { kind: 'items' }] : path;
}

/** `a.b` means the `b` of each item, or of each value, where `a` is a list or a map among `lists`. */
export function throughLists(path: readonly Step[], lists: ReadonlySet<string>): readonly Step[] {
  if (lists.size === 0) return path;
  const steps: Step[] = [];
  for (const [index, step] of path.entries()) {
    steps.push(step);
    const next = path[index + 1];
    if (next !== undefined && next.kind !== 'items' && lists.has(JSON.stringify(steps))) steps.push({ kind: 'items' });
    if (next?.kind === 'property' && lists.has(mapKey(steps))) steps.push({ kind: 'values' });
  }
  return steps;
}

function rowEvidence(row: FieldRow, subject: Subject, confidence: Confidence): Evidence[] {
  return rowFacts(row).map((fact) => ({ subject, fact, location: row.location, method: row.method, confidence }));
}

/** What the form of a literal says of its type where no words do; long digits are no numbers but keys. */
function shownWords(text: string): string {
  if (/^(?:true|false)$/i.test(text)) return 'boolean';
  if (/^\[.*\]$/s.test(text)) return 'array';
  if (/^\{.*\}$/s.test(text)) return 'object';
  return /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? 'number' : '';
}

/** Values in quotes in place of a type: `'asc' | 'desc'`. */
const quotedValues = /^(["'`])[^"'`|]{1,100}\1(?:\s{0,3}\|\s{0,3}(["'`])[^"'`|]{1,100}\2){1,50}$/;

/** The words for the type of a field; of a `date` that its text says to be seconds or a timestamp those that say no more than that. */
function wordsOfTime({ words = '', description = '' }: FieldRow): string {
  if (!/^date$/i.test(words)) return words;
  const text = description.slice(0, 1000);
  const [, number] = /^an? (number|integer)\b/i.exec(text) ?? [];
  if (number !== undefined) return number.toLowerCase();
  if (/\b(?:unix|epoch)\b/i.test(text)) return /\bor\b/i.test(text) ? '' : 'integer';
  return /\btimestamp\b|\bdate and time\b/i.test(text) ? 'string' : words;
}

function rowFacts(written: FieldRow): Fact[] {
  const values = quotedValues.test(written.words?.trim() ?? '')
    ? written.words?.split('|').map((one) => one.trim().slice(1, -1))
    : undefined;
  const row = values ? { ...written, words: 'string', values: written.values ?? values } : written;
  const words = wordsOfTime(row);
  const facts: Fact[] = [{ kind: 'exists' }];
  if (words !== '') facts.push({ kind: 'type', words });
  if (row.reference) facts.push({ kind: 'refers', reference: row.reference });
  if (row.format !== undefined) facts.push({ kind: 'format', format: row.format });
  if (row.required !== undefined) facts.push({ kind: 'required', value: row.required });
  if (row.alternatives && row.alternatives.length > 0) {
    const fields = [row.name, ...row.alternatives];
    facts.push({ kind: 'rule', rule: { kind: 'exactlyOne', fields, text: `\`${fields.join('` or `')}\`` } });
  }
  if (row.nullable) facts.push({ kind: 'nullable' });
  if (row.deprecated) facts.push({ kind: 'deprecated' });
  if (row.access) facts.push({ kind: 'access', access: row.access });
  if (row.defaultText !== undefined)
    facts.push({ kind: 'default', value: typed(row.defaultText, words || shownWords(row.defaultText)) });
  if (row.exampleText !== undefined)
    facts.push({ kind: 'example', value: typed(row.exampleText, words || shownWords(row.exampleText)) });
  if (row.values && row.values.length > 0) {
    facts.push({ kind: 'enum', values: row.values.map((value) => typed(value, words)), closed: true });
  }
  facts.push(...(row.limits ?? []));
  if (row.description !== undefined) facts.push({ kind: 'description', text: row.description });
  return facts;
}
