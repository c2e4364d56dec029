import type { Block, Page } from '../../pages/page.ts';
import { allBlocks } from '../blocks.ts';
import { declaredTypes, typeEntities } from '../declared-types/facts.ts';
import type { Source } from '../evidence.ts';
import { answersOfAll } from '../general-answers.ts';
import { frontMatterTexts } from '../front-matter.ts';
import { scriptedParts } from '../printed/scripted-parts.ts';
import { assumedEndpoint } from '../sections/assumed-endpoints.ts';
import { areTypedFields, describesObjectList } from '../sections/bullets.ts';
import { withDefinitionLists } from '../sections/definition-lists.ts';
import { describesFields, tableColumns } from '../sections/columns.ts';
import { foldedOperation } from '../sections/folded-operations.ts';
import { linkedAlternatives } from '../sections/described-unions.ts';
import { htmlTable } from '../sections/html-table.ts';
import { readEntities } from '../sections/entity-units.ts';
import { templateServer, withEnvelope } from '../sections/method-templates.ts';
import { readOperation } from '../sections/operation-unit.ts';
import { fenceEndpoints } from '../sections/fence-endpoints.ts';
import { labelledEndpoints } from '../sections/labelled-endpoints.ts';
import { openingEndpoints } from '../sections/list-endpoints.ts';
import { withWholeHeadings } from '../sections/method-headings.ts';
import { isSection, outline, type Section } from '../sections/outline.ts';
import { listedEvidence } from '../sections/listed.ts';
import { withoutOtherMethods } from '../sections/other-methods.ts';
import { sampledUnits } from '../sections/sampled-units.ts';
import { namedEndpoint } from '../sections/section-endpoints.ts';
import { tableEndpoints } from '../sections/table-endpoints.ts';
import { sharedParameters } from '../sections/shared-parameters.ts';
import { withShownSchemas } from '../sections/shown-schemas.ts';
import { sampleRequests } from '../sample-requests.ts';
import { saysParts } from '../sections/type-sections.ts';
import { takeApart, unitsOf } from '../sections/units.ts';

/**
 * Plain Markdown reference pages: headings, tables, lists and samples. What stands for an operation is said by an endpoint
 * (`## GET /x`, a table of URL and method, a fence); what a part of it holds is said by its heading, the header of a table
 * or the line before it. Objects described beside operations are reported as entities. A page without either gives no facts.
 */
export const referenceSections: Source = {
  name: 'reference-sections',
  sniff(page) {
    if (page.format !== 'markdown') return { score: 0, reason: 'no Markdown' };
    const endpoints = countEndpoints(page);
    // a page of components that names one endpoint by an element is better read by the reader of components
    if (endpoints > 0) {
      const isSure = endpoints > 1 || describesObject(page);
      return { score: isSure ? 0.85 : 0.7, reason: 'a heading, table, line or fence names an endpoint' };
    }
    if (namesPath(outline(page))) return { score: 0.4, reason: 'a sentence or an address names a path' };
    if (showsRequest(page)) return { score: 0.4, reason: 'a fence holds a sample request' };
    if (describesObject(page)) return { score: 0.4, reason: 'a table describes named values' };
    const { loose } = unitsOf(page);
    if (sharedParameters(loose).length > 0) {
      return { score: 0.4, reason: 'a heading announces parameters of a query' };
    }
    if (loose.some(({ section, owner }) => saysParts(owner ?? section))) {
      return { score: 0.4, reason: 'a line says that the fields of something follow' };
    }
    if (loose.some((one) => linkedAlternatives(one, page))) {
      return { score: 0.4, reason: 'links say which objects a thing may be' };
    }
    return { score: 0, reason: 'no block names an endpoint or describes values' };
  },
  read(page, report) {
    const whole = outline(page);
    const known = withoutOtherMethods(whole, report);
    const units = known === whole ? unitsOf(page) : takeApart(known);
    const sampled = sampledUnits(units);
    const scripted = scriptedParts(page, units.operations);
    const shown = withShownSchemas([...scripted.units, ...sampled], units.loose);
    const { operations } = shown;
    // the parameters of what only samples show are no objects
    const sent = new Set(sampled.flatMap(({ parts }) => parts.map(({ section }) => section)));
    const loose = shown.loose.filter(({ section }) => section.role.role !== 'parameters' || !sent.has(section));
    const declared = declaredTypes(page.blocks);
    const found = operations.flatMap((unit) => readOperation(unit, report, declared));
    const [only, ...others] = operations;
    const front = others.length === 0 && units.listed.length === 0 ? page.frontMatter : undefined;
    const shared = sharedParameters(units.loose);
    const lines = new Set([...shared, ...answersOfAll(units.loose)].map(({ location }) => location.line));
    const told = new Set<Block>(sampled.flatMap(({ parts }) => parts.map(({ block }) => block)));
    for (const block of loose.flatMap(({ blocks }) => blocks))
      if (block.kind === 'table' && block.rows.some(({ location }) => lines.has(location.line))) told.add(block);
    return [
      ...scripted.evidence,
      ...shown.evidence,
      ...units.listed.flatMap(listedEvidence),
      ...withEnvelope(found, page.blocks),
      ...templateServer(found, page.blocks),
      ...(only && front ? frontMatterTexts(front, only.endpoint.operation, found) : []),
      ...readEntities(loose, page, report, told),
      ...shared,
      ...typeEntities(declared),
    ];
  },
};

/** All blocks, HTML tables as the tables that they are. */
function* readableBlocks(page: Page): Generator<Block> {
  for (const block of allBlocks(withWholeHeadings(page.blocks))) {
    const table = block.kind === 'element' && block.tag.toLowerCase() === 'table' ? htmlTable(block) : undefined;
    yield table ?? block;
  }
}

/** How many endpoints a page names, counted up to two. */
function countEndpoints(page: Page): number {
  let count = 0;
  for (const block of readableBlocks(page)) {
    const opening = block.kind === 'prose' ? openingEndpoints(block)?.length : undefined;
    const lines = block.kind === 'code' ? fenceEndpoints(block)?.length : undefined;
    const other = block.kind === 'table' ? (tableEndpoints(block)?.length ?? 0) : namesOperation(block) ? 1 : 0;
    count += opening ?? lines ?? other;
    if (count > 1) break;
  }
  return count > 0 ? count : countLabelled(outline(page));
}

function namesOperation(block: Block): boolean {
  return namedEndpoint(block) !== undefined || (block.kind === 'element' && foldedOperation(block) !== undefined);
}

function countLabelled(section: Section): number {
  const inner = section.parts.filter(isSection).map(countLabelled);
  return inner.reduce((sum, count) => sum + count, labelledEndpoints(section).length);
}

/** A heading over what an object holds. */
const overFields = /^(?:fields|properties|attributes|members)$/i;

/** Whether a section names a path without a method. */
function namesPath(section: Section): boolean {
  return assumedEndpoint(section).length > 0 || section.parts.some((part) => isSection(part) && namesPath(part));
}

function showsRequest(page: Page): boolean {
  for (const block of readableBlocks(page)) {
    if (block.kind === 'code' && sampleRequests(block.text, { document: page.path, firstLine: 1 }).length > 0)
      return true;
  }
  return false;
}

function describesObject(page: Page): boolean {
  let heading = '';
  for (const block of withDefinitionLists([...readableBlocks(page)])) {
    if (block.kind === 'table' && describesFields(tableColumns(block))) return true;
    if (block.kind === 'prose' && block.items && describesObjectList(block.items)) return true;
    if (block.kind === 'prose' && block.items && overFields.test(heading) && areTypedFields(block.items)) return true;
    heading = block.kind === 'heading' ? block.text : '';
  }
  return false;
}
