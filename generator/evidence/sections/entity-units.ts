import type { Report } from '../../base/diagnostic.ts';
import { ownString } from '../../base/json.ts';
import type { Block, ListItem, Page, ProseBlock, TableBlock } from '../../pages/page.ts';
import { excerpt } from '../blocks.ts';
import { notationOf } from '../declared-types/notation.ts';
import type { EntityName, Evidence } from '../evidence.ts';
import { objectTitle } from '../object-titles.ts';
import { nameKey, titleKeys, type SamplePart } from './body-path.ts';
import { describesObjectList, readFieldList } from './bullets.ts';
import { basesIn } from './built-on.ts';
import { linkedAlternatives, withAlternatives } from './described-unions.ts';
import { describesFields, namesFields, tableColumns } from './columns.ts';
import { looseParts, looseSamples, sampleOf, shownEntity } from './entity-samples.ts';
import { withDefinitionLists } from './definition-lists.ts';
import { withEntityForms } from './entity-forms.ts';
import type { EntityUnit, Loose } from './entity-unit.ts';
import { aliases, unitEvidence } from './entity-evidence.ts';
import { entityTitle, sectionTitle } from './entity-titles.ts';
import { isTypedHead, withFieldParagraphs } from './field-paragraphs.ts';
import type { FieldRow } from './field-row.ts';
import { headedRow } from './headed-fields.ts';
import { announcesParts, introducedObject, introducesEach, lastSentence } from './introduced-object.ts';
import { isOfModels, withModelPresence } from './model-presence.ts';
import { unitsByName, withNamedParts, withNestedParts } from './named-parts.ts';
import type { Section } from './outline.ts';
import { partRows } from './part-tables.ts';
import { withFilledNames } from './filled-names.ts';
import { withTypeColumn } from './stacked-cells.ts';
import { tableFields } from './table-rows.ts';
import { saysParts } from './type-sections.ts';
import type { Units } from './units.ts';
import { enumeration } from './value-table.ts';

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
  const headed = loose.owner && headedRow(loose.section, proseOf(loose.blocks));
  const whole = headed && ownerName(loose, page, false);
  if (headed && whole && loose.owner)
    return [{ name: whole, loose: { ...loose, section: loose.owner }, tables: [[headed]] }];
  const groups: Group[] = [];
  const isModel = isOfModels(loose);
  const isCalled = isModel || isObject(loose.section.title);
  const hasValues = enumeration(loose, page).length > 0;
  const alternatives = linkedAlternatives(loose, page);
  let intro = '';
  for (const block of withDefinitionLists(withParagraphs(loose))) {
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
  const isBody = groups.every(({ tables }) => tables.every((rows) => rows.every(isTyped)));
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

function isTyped({ words, reference }: FieldRow): boolean {
  return words !== undefined || reference !== undefined;
}

function proseOf(blocks: readonly Block[]): ProseBlock[] {
  return blocks.filter((block) => block.kind === 'prose');
}

/** So many paragraphs that begin with a name and its type are fields of what the heading calls an object. */
const leastTyped = 2;

/** The blocks of a section that types link to, or that is called an object, its paragraphs of one field each as the list that they stand for. */
function withParagraphs({ section, blocks, isType }: Loose): readonly Block[] {
  const typed = blocks.filter((block) => block.kind === 'prose' && isTypedHead(block.text));
  const isAnnounced = isType === true || saysParts(section);
  if (!isAnnounced && (typed.length < leastTyped || !isObject(section.title))) return blocks;
  const role = isAnnounced ? 'parameters' : 'other';
  const parts = blocks.map((block) => ({ block, role, titles: [], section }) as const);
  return withFieldParagraphs(parts).map(({ block }) => block);
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
    /^(?:entity|resource|object|model|structure|reference|definition|format|response|overview|propert(?:y|ies)|attributes?|fields?|members?)$/i.test(
      section.title,
    )
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
