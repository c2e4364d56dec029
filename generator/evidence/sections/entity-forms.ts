import type { Step } from '../evidence.ts';
import { noteValues, type NamedValues } from '../form-cases.ts';
import { conditionOf, namedValue } from '../form-labels.ts';
import { tagName } from '../form-tags.ts';
import { nameKey } from './body-path.ts';
import type { EntityForm, EntityUnit } from './entity-unit.ts';
import { isListRow } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import { plainText } from './markup.ts';
import type { Section } from './outline.ts';

/** What a table says by its labels: fields that an object has where `field` has `value`. */
interface Case {
  readonly owner: EntityUnit;
  readonly unit: EntityUnit;
  readonly rows: readonly FieldRow[];
  readonly path: readonly Step[];
  readonly field: string;
  readonly value: string;
  /** The labels name the field, and not its value alone. */
  readonly isSaid: boolean;
}

/**
 * Objects with the fields that they have only where another of their fields has a certain value, as headings below or behind
 * them say, or lines between their tables (``Config for `kind` = `wait` ``, ``When `type` is `card`:``, `` `text` settings``). These are
 * no objects of their own. What types link to is left as it is, and so is what names a value without any other beside it. Gives no diagnostics.
 */
export function withEntityForms(units: readonly EntityUnit[]): EntityUnit[] {
  const cases = units.flatMap((unit, at) => unit.tables.flatMap((rows, index) => caseOf(units, at, rows, index) ?? []));
  const found = cases.filter((one) => isApart(one, cases));
  if (found.length === 0) return [...units];
  const taken = new Set(found.map(({ rows }) => rows));
  return units.flatMap((unit): EntityUnit[] => {
    const tables = unit.tables.filter((rows) => !taken.has(rows));
    const forms = found.flatMap((one): EntityForm[] =>
      one.owner === unit ? [{ rows: one.rows, path: one.path, label: `\`${one.field}\` is \`${one.value}\`` }] : [],
    );
    if (forms.length > 0) return [{ ...unit, tables, forms }];
    return tables.length > 0 || unit.tables.length === 0 ? [{ ...unit, tables }] : [];
  });
}

/** Whether others tell of other values of the field, or the field itself does where labels name it. */
function isApart({ owner, field, value, path, isSaid }: Case, cases: readonly Case[]): boolean {
  const beside = cases.filter((one) => one.owner === owner && one.field === field);
  const steps = JSON.stringify(path);
  if (beside.some((one) => one.value !== value && JSON.stringify(one.path) === steps)) return true;
  const row = owner.tables.flat().find(({ name }) => name === field);
  return isSaid && row !== undefined && valuesOf(row).length > 1;
}

function caseOf(units: readonly EntityUnit[], at: number, rows: readonly FieldRow[], index: number): Case | undefined {
  const unit = units[at];
  if (!unit || unit.loose.isType || unit.alternatives) return undefined;
  const line = unit.labels?.[index] ?? '';
  const isLabel = line.length <= 100 && (begins.test(line) || /^\*\*[^*\n]+\*\*:?$/.test(line));
  for (const owner of owners(units, at)) {
    const isOwn = owner === unit;
    if (isOwn && (index === 0 || !isLabel)) continue;
    const own = owner.loose.section;
    const chain = [unit.loose.section, ...unit.loose.parents.toReversed()];
    const titles = isOwn ? [] : chain.slice(0, Math.max(chain.indexOf(own), 1)).map(headingText);
    const isBelow = chain.includes(own);
    const found = caseBy([...(isLabel ? [line] : []), ...titles], owner, { isBelow, rows: isOwn ? index : undefined });
    if (found) return { owner, unit, rows: innerRows(rows, found.path), ...found };
  }
  return undefined;
}

/** A line that begins as one does that says in which case something is so. */
const begins = /^\W{0,4}(?:if|when|where|for|with|only|in case|additional|fields|properties|attributes)\b/i;

/** The rows of a table in which one row may stand for the part of the object that they are about. */
function innerRows(rows: readonly FieldRow[], path: readonly Step[]): readonly FieldRow[] {
  const [only, ...others] = rows;
  const [step] = path;
  return only && others.length === 0 && step?.kind === 'property' && only.name === step.name && only.children.length > 0
    ? only.children
    : rows;
}

function headingText({ heading, title }: Section): string {
  return heading?.text ?? title;
}

/** The objects that a table may belong to: its own, those of the sections around it, nearest first, then that described before it. */
function* owners(units: readonly EntityUnit[], at: number): Generator<EntityUnit> {
  const unit = units[at];
  if (!unit) return;
  yield unit;
  const { parents } = unit.loose;
  for (const parent of parents.toReversed()) {
    const above = units.find((one) => one !== unit && one.loose.section === parent);
    if (above) yield above;
  }
  for (const before of units.slice(0, at).toReversed())
    if (before.loose.parents.at(-1) === parents.at(-1) && before.loose.section !== unit.loose.section) yield before;
}

/** The case that labels, nearest first, say of the fields of an object. */
function caseBy(
  labels: readonly string[],
  owner: EntityUnit,
  { isBelow, rows }: { readonly isBelow: boolean; readonly rows: number | undefined },
): Pick<Case, 'path' | 'field' | 'value' | 'isSaid'> | undefined {
  const fields = (rows === undefined ? owner.tables : owner.tables.slice(0, 1)).flat();
  const names = new Set(fields.map(({ name }) => name));
  for (const [index, label] of labels.entries()) {
    const said = conditionOf([label], names) ?? namedCase(label, fields);
    if (!said) continue;
    const row = fields.find(({ name }) => name === said.field);
    if (!row || !mayTell(row)) return undefined;
    const rest = labels.slice(index).map((one) => plainText(one));
    const words = rest.map((text) => wordsOf(text).filter((word) => !isOf(word, said.field, said.value)));
    const part = partNamed(words, fields, row) ?? partDepending(fields, row);
    const isSaid = wordsOf(plainText(label)).includes(said.field.toLowerCase());
    if (part) {
      const steps: readonly Step[] = [{ kind: 'property', name: part.name }];
      return { ...said, isSaid, path: isListRow(part) ? [...steps, { kind: 'items' }] : steps };
    }
    const isPlain = (words[0] ?? []).every((word) => saysNothing.has(word) || titleHas(owner, word));
    return isPlain && (isSaid || isBelow) ? { ...said, isSaid, path: [] } : undefined;
  }
  return undefined;
}

/** Words around a field and its value that name nothing else. */
const saysNothing: ReadonlySet<string> = new Set(
  `a an the of for to and or in as with if when where only is are set equals has have additional extra more following also case value values
  field fields attribute attributes property properties parameter parameters param params member members details specific type kind
  required optional object objects`.split(/\s+/),
);

function titleHas({ name }: EntityUnit, word: string): boolean {
  return wordsOf(name.title).some((one) => nameKey(one) === nameKey(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
}

function isOf(word: string, field: string, value: string): boolean {
  return word === field.toLowerCase() || value.toLowerCase().includes(word);
}

/** The one value of a field that says what an object is which a label names: `Wait config`, where `kind` is `wait` or `heat`. */
function namedCase(
  label: string,
  fields: readonly FieldRow[],
): { readonly field: string; readonly value: string } | undefined {
  const found = fields.flatMap((row) => {
    const values = tagName.test(row.name) ? valuesOf(row) : [];
    const value = values.length > 1 ? namedValue([plainText(label)], values) : undefined;
    return value === undefined ? [] : [{ field: row.name, value }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The values that a row lists, or that its text names in code. */
function valuesOf({ name, values, description }: FieldRow): readonly string[] {
  if (values && values.length > 0) return values;
  const known: NamedValues = new Map();
  noteValues(known, name, [{ kind: 'description', text: description ?? '' }]);
  return [...known.keys()];
}

/** Whether a field holds a text that may tell kinds of an object apart. */
function mayTell({ words, children, required, isMarkedOptional }: FieldRow): boolean {
  const isText = words === undefined || /^(?:str|text|enum|const|char|varchar|option|keyword|["'`])/i.test(words);
  return isText && children.length === 0 && required !== false && !isMarkedOptional;
}

/** Whether a field holds objects of which nothing more is said. */
function isOpen({ words, children, reference }: FieldRow): boolean {
  const holds =
    words === undefined || /\b(?:objects?|map|hash|dict|dictionary|json|struct|any|mixed|union)\b/i.test(words);
  return holds && children.length === 0 && !reference;
}

/** The part of an object that words name which stand around the case. */
function partNamed(
  words: readonly (readonly string[])[],
  fields: readonly FieldRow[],
  tag: FieldRow,
): FieldRow | undefined {
  for (const list of words) {
    const keys = new Set([...list, list.filter((word) => !saysNothing.has(word)).join('')].map(nameKey));
    const [part, ...others] = fields.filter((row) => row !== tag && isOpen(row) && keys.has(nameKey(row.name)));
    if (part && others.length === 0) return part;
  }
  return undefined;
}

/** The one part of an object that is told to depend on the field. */
function partDepending(fields: readonly FieldRow[], tag: FieldRow): FieldRow | undefined {
  const depending = fields.filter(
    (row) =>
      row !== tag &&
      isOpen(row) &&
      /\b(?:depend|see|by|according|var(?:y|ies)|specific|based|differ)/i.test(row.description ?? '') &&
      wordsOf(row.description ?? '').includes(tag.name.toLowerCase()),
  );
  return depending.length === 1 ? depending[0] : undefined;
}
