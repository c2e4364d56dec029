import { isObject } from '../../base/json.ts';
import type { Block, Page } from '../../pages/page.ts';
import { allBlocks } from '../blocks.ts';
import { frontMatterEndpoint } from '../endpoints.ts';
import type { EntityName, Evidence, Fact, Method, Source, Subject } from '../evidence.ts';
import { namelessRows } from '../declared-types/facts.ts';
import { notationOf } from '../declared-types/notation.ts';
import { codeSample } from '../message-samples.ts';
import { objectTitle } from '../object-titles.ts';
import { listedOperations } from '../operation-lists.ts';
import { readFieldList } from '../sections/bullets.ts';
import { describesFields, tableColumns } from '../sections/columns.ts';
import { fieldEvidence } from '../sections/field-evidence.ts';
import type { FieldRow } from '../sections/field-row.ts';
import { isSection, outline, type Section } from '../sections/outline.ts';
import { namedEndpoint } from '../sections/section-endpoints.ts';
import { tableFields } from '../sections/table-rows.ts';

/**
 * Pages that only describe an object which operations of other pages answer with: a heading that calls it one (`The invoice
 * object`), its attributes as a list or a table, a sample of it. It is reported as an entity. Gives no diagnostics.
 */
export const objectPage: Source = {
  name: 'object-page',
  sniff(page) {
    if (page.format !== 'markdown') return { score: 0, reason: 'no Markdown' };
    if (frontMatterEndpoint(page.frontMatter?.value)) return { score: 0, reason: 'front matter names an endpoint' };
    if (!describedObjects(page).some((one) => objectEvidence(one, page).length > 0))
      return { score: 0, reason: 'no heading calls anything an object' };
    // operations that the page lists are not what its attributes are about
    const onlyLists = listedOperations([page]).length > 0 && allBlocks(page.blocks).every((one) => !namedEndpoint(one));
    return { score: onlyLists ? 0.9 : 0.35, reason: 'a heading calls what stands under it an object' };
  },
  read(page) {
    return describedObjects(page).flatMap((one) => objectEvidence(one, page));
  },
};

/** What stands under a heading that names an object. */
interface DescribedObject {
  readonly title: string;
  readonly section: Section;
  readonly blocks: Block[];
}

function describedObjects(page: Page): DescribedObject[] {
  const found: DescribedObject[] = [];
  visit(outline(page), found);
  return found;
}

/** Objects in document order; attributes may stand under a heading beside that of the object. */
function visit(section: Section, found: DescribedObject[], within?: DescribedObject): void {
  let current = within;
  for (const part of section.parts) {
    if (!isSection(part)) {
      current?.blocks.push(part);
      continue;
    }
    const called = objectTitle(part.title);
    if (called && !called.isForm) {
      current = { title: called.title, section: part, blocks: [] };
      found.push(current);
    } else if (!within && !called && !(part.role.isPlain && part.role.role === 'parameters')) {
      current = undefined;
    }
    visit(part, found, current);
  }
}

function objectEvidence({ title, section, blocks }: DescribedObject, page: Page): Evidence[] {
  const entity: EntityName = { document: page.path, anchor: section.anchors[0] ?? '', title };
  const subject: Subject = { kind: 'entity', entity, path: [] };
  const location = section.heading?.location ?? { document: page.path, line: 1 };
  const about = (fact: Fact, at = location, method: Method = 'prose'): Evidence => {
    return { subject, fact, location: at, method, confidence: 'high' };
  };
  const parts = blocks.flatMap((block): Evidence[] => {
    const sample = block.kind === 'code' ? jsonObject(block) : undefined;
    if (sample) return [about({ kind: 'sample', data: sample }, sample.locate(''), 'sample')];
    return fieldEvidence(rowsOf(block), { role: { place: 'entity', entity }, path: [] });
  });
  if (parts.length === 0) return [];
  const alias = about({ kind: 'alias', anchor: entity.anchor }, location, 'name');
  return [about({ kind: 'exists' }), about({ kind: 'type', words: 'object' }), alias, ...parts];
}

function rowsOf(block: Block): readonly FieldRow[] {
  if (block.kind === 'prose') return (block.items && readFieldList(block.items, { announced: true })) ?? [];
  if (block.kind === 'code') {
    const noted = notationOf(block);
    if (noted) return noted.isPure && !noted.isList ? noted.rows : [];
    return namelessRows(block) ?? [];
  }
  if (block.kind !== 'table') return [];
  const columns = tableColumns(block);
  return describesFields(columns) ? tableFields(block, columns).fields : [];
}

function jsonObject(block: Extract<Block, { kind: 'code' }>): ReturnType<typeof codeSample> {
  if (!/^(?:json[c5]?|javascript|js|)$/.test(block.language ?? '') || !/^\s*\{/.test(block.text)) return undefined;
  const sample = codeSample(block, { text: block.text, line: 0 }, undefined);
  return sample && isObject(sample.value) ? sample : undefined;
}
