import type { Report } from '../../base/diagnostic.ts';
import { ownString } from '../../base/json.ts';
import { singular } from '../../base/singular.ts';
import type { Block, ListItem, Page, TableBlock } from '../../pages/page.ts';
import { excerpt } from '../blocks.ts';
import { notationOf } from '../declared-types/notation.ts';
import type { EntityName, Evidence, Fact } from '../evidence.ts';
import { objectTitle } from '../object-titles.ts';
import { nameKey, titleKeys, type SamplePart } from './body-path.ts';
import { describesObjectList, readFieldList } from './bullets.ts';
import { basesIn } from './built-on.ts';
import { linkedAlternatives, withAlternatives } from './described-unions.ts';
import { describesFields, namesFields, tableColumns } from './columns.ts';
import { looseParts, looseSamples, sampleOf, shownEntity, type ShownEntity } from './entity-samples.ts';
import { withDefinitionLists } from './definition-lists.ts';
import { withEntityForms } from './entity-forms.ts';
import type { EntityUnit, Loose } from './entity-unit.ts';
import { fieldEvidence } from './field-evidence.ts';
import type { FieldRow } from './field-row.ts';
import { announcesParts, introducedObject, introducesEach, lastSentence } from './introduced-object.ts';
import { isOfModels, withModelPresence } from './model-presence.ts';
import { unitsByName, withNamedParts, withNestedParts } from './named-parts.ts';
import type { Section } from './outline.ts';
import { partRows } from './part-tables.ts';
import { withFilledNames } from './filled-names.ts';
import { withTypeColumn } from './stacked-cells.ts';
import { tableFields } from './table-rows.ts';
import type { Units } from './units.ts';
import { enumeration } from './value-table.ts';

const generic =
  /\b(?:structures?|objects?|schemas?|models?|fields?|attributes?|properties|definition|reference|representation|parameters|params|resource|entity|response|body|payload|the|an?|json|formats?|details|overview|returned|of)\b/gi;

/** What a heading calls an object: its words without those that only say that it is one. */
function entityTitle(heading: string): string {
  return (
    heading
      .replace(/\[\/[^\][]*\]$/, '')
      // `box resource type`
      .replace(/(?<=\S)\s(?:resource|object|entity|complex|data|enum(?:eration)?)\stype$/i, '')
      // `Box output attributes`
      .replace(/(?<=\S)\soutput\s(?=(?:attributes|fields|properties|parameters)$)/i, ' ')
      // `Type box`
      .replace(/^Type:?\s(?=[A-Za-z_]\w*$)/, '')
      // `Box (type)`
      .replace(/\s\((?:type|object|model|schema|structure)\)$/i, '')
      // `Box - What is sent`
      .replace(/^([A-Z]\w{1,60})\s[-–—]\s(?:[Aa]n?|[Tt]he)\s.*$/, '$1')
      .replaceAll(generic, ' ')
      .replaceAll(/[^\p{L}\p{N}_.-]+/gu, ' ')
      .trim()
  );
}

/** What the heading of a section calls an object: the name in code that it begins with, before a dash (`` `Box` - A box ``), the name that it says twice, else its words. */
function sectionTitle({ title, codeName }: Pick<Section, 'title' | 'codeName'>): string {
  const behind = codeName !== undefined && title.startsWith(codeName) ? title.slice(codeName.length) : '';
  return codeName !== undefined && /^\s[-–—]\s/.test(behind) ? codeName : (namedTwice(title) ?? entityTitle(title));
}

/** The first of two names of which a heading consists that differ in their marks alone: `BoxV2 Box.v2`, `Box - Box`. */
function namedTwice(title: string): string | undefined {
  const [, first = '', again = ''] = /^([A-Za-z_]\w{2,100})\s(?:[-–—]\s)?(\S.{0,150})$/.exec(title) ?? [];
  return first !== '' && letters(first) === letters(again) ? first : undefined;
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/**
 * The objects and lists of values that a page describes outside of operations: a table or list of fields, or a table of
 * constants, under a heading that names something. Other headings that lead there are reported as names of it. Tables
 * without facts are `evidence/unread`, but for those that operations `told` of have read.
 */
export function readEntities(
  loose: Units['loose'],
  page: Page,
  report: Report,
  told: ReadonlySet<Block> = new Set(),
): Evidence[] {
  const shown = looseParts(loose);
  const described = loose.flatMap((one) => entityUnits(one, shown, { page, report, told }));
  const units = withEntityForms(withModelPresence(withAlternatives(withNestedParts(described))));
  const byName = unitsByName(units);
  const samples = looseSamples(loose, units, byName);
  const evidence = units.flatMap((unit) => unitEvidence(withNamedParts(unit, byName), shownEntity(unit, samples)));
  return [...evidence, ...aliases(units, loose), ...loose.flatMap((one) => enumeration(one, page))];
}

interface Around {
  readonly page: Page;
  readonly report: Report;
  /** The blocks that operations have read. */
  readonly told: ReadonlySet<Block>;
}

/** The objects that a section describes: its own, and those that lines between its lists introduce by name. */
function entityUnits(loose: Loose, shown: readonly SamplePart[], { page, report, told }: Around): EntityUnit[] {
  const groups: Group[] = [];
  const isModel = isOfModels(loose);
  const isCalled = isModel || isObject(loose.section.title);
  const hasValues = enumeration(loose, page).length > 0;
  const alternatives = linkedAlternatives(loose, page);
  let intro = '';
  for (const block of withDefinitionLists(loose.blocks)) {
    const rows = block.kind === 'table' ? tableRows(block) : undefined;
    const name = introducedObject(intro);
    const isNamed =
      name !== undefined || introducesEach(intro) || announcesParts(intro) || loose.isType === true || isModel;
    const listed = block.kind === 'prose' && block.items ? listRows(block.items, loose.section, isNamed) : undefined;
    const noted = block.kind === 'code' && isCalled ? notationOf(block) : undefined;
    const stated = rows && rows.length > 0 ? rows : listed;
    const found = stated ?? (noted?.isList === false ? noted.rows : undefined);
    const last = groups.at(-1);
    if (found && last && introducesEach(intro)) {
      report.add('evidence/unread', block.location, { text: excerpt(block) });
    } else if (found && last && (name === undefined || name === last.name)) add(last, found, intro);
    else if (found) groups.push({ name, tables: [found], labels: [lastSentence(intro)] });
    else if (block.kind === 'table' && !hasValues && !alternatives && !told.has(block)) {
      report.add('evidence/unread', block.location, { text: excerpt(block) });
    }
    intro = block.kind === 'prose' && !block.items ? block.text : found ? '' : intro;
  }
  const isOnlyShown = isCalled && isObject(loose.section.title, true) && loose.blocks.some(showsObject);
  // the keys of a map are no names
  if (groups.length === 0 && isOnlyShown && !loose.blocks.some(saysMap))
    groups.push({ name: undefined, tables: [[]], labels: [] });
  const bases = loose.blocks.flatMap((block) =>
    block.kind === 'prose' && !block.items ? basesIn(block.text, page.path) : [],
  );
  // it has nothing that the other has not
  if (groups.length === 0 && bases.length > 0 && (isCalled || loose.isType))
    groups.push({ name: undefined, tables: [[]], labels: [] });
  const named = groups.length === 0 && alternatives ? ownerName(loose, page, isModel) : undefined;
  if (named && alternatives) return [{ name: named, loose, tables: [], alternatives }];
  const { role } = loose.section.role;
  // the body of errors has types, what may be wrong has none
  const isBody = groups.every(({ tables }) => tables.every((rows) => rows.every(({ words }) => words !== undefined)));
  const isOther = role === 'aside' || role === 'header' || (role === 'error' && !isBody);
  if (groups.length === 0 || (!isModel && !(role === 'aside' && loose.isType) && isOther)) return [];
  const name = ownerName(loose, page, isModel);
  if (!name) return [];
  return groups.map((group, index) => {
    const tables = group.tables.map((table) => partRows(table, loose.section, name.title, shown));
    const unit = unitOf(loose, name, { ...group, tables }, index);
    return bases.length > 0 && index === 0 ? { ...unit, bases } : unit;
  });
}

/** Whether a heading calls what stands under it an object: `The box object`; with `orNames` also one that only names it. */
function isObject(heading: string, orNames = false): boolean {
  const called = objectTitle(heading);
  return called ? !called.isForm : orNames;
}

function saysMap(block: Block): boolean {
  return block.kind === 'prose' && /\b(?:is|as) an?\s(?:\w+\s)?(?:map(?:ping)?|dictionary|hash)\b/i.test(block.text);
}

/** Whether code is a sample of one object. */
function showsObject(block: Block): boolean {
  return block.kind === 'code' && /^\s*\{/.test(block.text) && sampleOf(block) !== undefined;
}

function unitOf(
  loose: Loose,
  name: EntityName,
  { name: own, tables, labels }: Omit<Group, 'tables'> & Pick<EntityUnit, 'tables'>,
  index: number,
): EntityUnit {
  const isOwn = own === undefined || titleKeys(name.title).includes(nameKey(own));
  if (isOwn) return { name, loose, tables, labels };
  if (index === 0) return { name, loose, tables, labels, otherName: own };
  return { name: { ...name, title: own }, loose, tables, labels };
}

/** The tables of one object, and the line before each. */
interface Group {
  readonly name: string | undefined;
  readonly tables: (readonly FieldRow[])[];
  readonly labels: string[];
}

function add({ tables, labels }: Group, rows: readonly FieldRow[], intro: string): void {
  tables.push(rows);
  labels.push(lastSentence(intro));
}

/** What the object is called that a section describes: by its heading, or by the one above that says what it is. */
function ownerName(
  { section, parents, isType, owner: above }: Loose,
  page: Page,
  isModel: boolean,
): EntityName | undefined {
  const [, emphasised] =
    (isModel && /^([_*]{1,2})([A-Za-z]\w{0,100})\1(?:\s|$)/.exec(section.heading?.text ?? '')?.slice(1)) || [];
  if (emphasised !== undefined) return { document: page.path, anchor: section.anchors[0] ?? '', title: emphasised };
  const chain = above ? [above] : [section, ...parents.toReversed()];
  // a name that would otherwise only say that something is an object
  if (
    (isType || isModel) &&
    !above &&
    /^(?:entity|resource|object|model|structure|reference|definition|format|response|overview)$/i.test(section.title)
  )
    return { document: page.path, anchor: section.anchors[0] ?? '', title: section.title };
  // what a type links to is an object of its own; else `Deprecated fields` below an object are fields of that object
  const owner =
    chain.find((one) => (isType || one.role.role !== 'parameters' || isInput(one)) && sectionTitle(one) !== '') ??
    chain.find((one) => sectionTitle(one) !== '');
  const title = owner ? sectionTitle(owner) : entityTitle(ownString(page.frontMatter?.value, 'title') ?? '');
  return title === '' ? undefined : { document: page.path, anchor: owner?.anchors[0] ?? '', title };
}

/** Whether a section is about what is sent of an object, which others describe as it comes back: `Box input attributes`. */
function isInput({ title }: Loose['section']): boolean {
  return /\S\sinput\s(?:attributes|fields|properties|parameters)$/i.test(title);
}

/** A heading of what comes back of an object, which others describe as it is sent. */
const comesBack = /\S\soutput\s(?:attributes|fields|properties)$/i;

/** The fields of a list under a heading or a line (`isNamed`) that says so, or that says itself by its form what it lists. */
function listRows(items: readonly ListItem[], section: Section, isNamed: boolean): readonly FieldRow[] | undefined {
  // what kind of value the whole is
  if (items.every(({ text }) => /^[*_]{0,3}type[*_]{0,3}\s?:[*_]{0,3}(?:\s{1,3}`?[a-z]{3,10}`?)?$/i.test(text.trim())))
    return undefined;
  const announced = isNamed || section.role.role === 'parameters' || comesBack.test(section.title);
  return announced || describesObjectList(items) ? readFieldList(items, { announced }) : undefined;
}

function tableRows(written: TableBlock): readonly FieldRow[] | undefined {
  const table = withTypeColumn(withFilledNames(written));
  const columns = tableColumns(table);
  if (columns.has('value') || holdsNumbers(table, columns) || !describesFields(columns) || !namesFields(table, columns))
    return undefined;
  return tableFields(table, columns).fields;
}

/** Whether what is called the type is a number: then the table lists constants. */
function holdsNumbers(table: TableBlock, columns: ReturnType<typeof tableColumns>): boolean {
  const at = columns.get('type') ?? columns.get('required');
  return (
    at !== undefined && table.rows.length > 0 && table.rows.every((row) => /^\W*\d+\W*$/.test(row.cells[at] ?? ''))
  );
}

function unitEvidence(
  { name, loose, tables, alternatives, bases = [], forms = [] }: EntityUnit,
  shown: readonly ShownEntity[],
): Evidence[] {
  const location = loose.section.heading?.location ?? loose.blocks[0]?.location ?? { document: name.document, line: 1 };
  const fact = (one: Fact, at = location): Evidence => {
    return {
      subject: { kind: 'entity', entity: name, path: [] },
      fact: one,
      location: at,
      method: 'cell',
      confidence: 'high',
    };
  };
  if (alternatives) return [fact({ kind: 'exists' }), fact({ kind: 'refers', reference: alternatives })];
  const parts = shown.map(({ data }): Evidence => ({
    ...fact({ kind: 'sample', data }, data.locate('')),
    method: 'sample',
  }));
  const role = { place: 'entity', entity: name } as const;
  const plain = tables.flatMap((rows) => fieldEvidence(rows, { role, path: [] }));
  const document = name.document;
  const base = { document, path: [], labels: [] };
  const own = forms.length > 0 ? plain.map((one) => ({ ...one, form: base })) : plain;
  const cases = forms.flatMap(({ rows, path, label }) => {
    const form = { document, path, labels: [label] };
    return fieldEvidence(rows, { role, path }).map((one) => ({ ...one, form }));
  });
  const fields = [...own, ...cases];
  const itself = isItself(tables, loose.section) ? fields.flatMap(ofWhole) : [];
  if (itself.length > 0) return [fact({ kind: 'exists' }), ...itself];
  // `{"invoice": {...}}`: the object is what stands within
  const outer = shown.find(({ wrapper }) => wrapper !== undefined)?.wrapper;
  const wrapper = outer === undefined ? [] : [fact({ kind: 'wrapper', name: outer })];
  const built = bases.map((reference) => fact({ kind: 'extends', reference }));
  return [fact({ kind: 'exists' }), fact({ kind: 'type', words: 'object' }), ...built, ...wrapper, ...fields, ...parts];
}

/** Whether the only row of a table has the very name of the section: then it says what that is, as of values with no parts. */
function isItself(tables: EntityUnit['tables'], { title }: Section): boolean {
  const [only, ...others] = tables.flat();
  return only !== undefined && others.length === 0 && only.name === title && only.children.length === 0;
}

/** What is said of the only property of an entity, as said of the entity itself. */
function ofWhole(one: Evidence): Evidence[] {
  return one.subject.kind === 'entity'
    ? [{ ...one, subject: { ...one.subject, path: one.subject.path.slice(1) } }]
    : [];
}

/** The anchors that lead to an object: those of its heading and of the headings above it that lead to no other object before it. */
function aliases(units: readonly EntityUnit[], loose: Units['loose']): Evidence[] {
  const taken = new Set<string>();
  const depth = Math.max(0, ...loose.map((one) => one.parents.length));
  const found: Evidence[] = [];
  const add = (unit: EntityUnit, section: Section): void => {
    const isOwn = section === unit.loose.section || sectionTitle(section) === unit.name.title;
    for (const anchor of section.anchors) {
      if (taken.has(anchor) || !(isOwn || shareWord(section.title, unit.name.title))) continue;
      taken.add(anchor);
      const location = section.heading?.location ?? { document: unit.name.document, line: 1 };
      const subject = { kind: 'entity', entity: unit.name, path: [] } as const;
      found.push({ subject, fact: { kind: 'alias', anchor }, location, method: 'name', confidence: 'high' });
    }
  };
  for (let level = 0; level <= depth; level += 1) {
    for (const unit of units) {
      const chain = [unit.loose.section, ...unit.loose.parents.toReversed()];
      const section = chain[level];
      if (section) add(unit, section);
    }
  }
  return found;
}

/** Whether a heading around an object speaks of it: what it only stands below is not what links to it mean. */
function shareWord(heading: string, title: string): boolean {
  const words = new Set(wordsOf(title));
  return wordsOf(entityTitle(heading)).some((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
}
