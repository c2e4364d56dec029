import { singular } from '../../base/singular.ts';
import type { Evidence, Fact } from '../evidence.ts';
import type { ShownEntity } from './entity-samples.ts';
import { entityTitle, sectionTitle } from './entity-titles.ts';
import type { EntityUnit } from './entity-unit.ts';
import { fieldEvidence } from './field-evidence.ts';
import type { Section } from './outline.ts';
import type { Units } from './units.ts';

/** The facts of an object that a section describes, with what samples show of it. Gives no diagnostics. */
export function unitEvidence(
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

/** The anchors that lead to an object: those of its heading and of the headings above it that lead to no other object before it. Gives no diagnostics. */
export function aliases(units: readonly EntityUnit[], loose: Units['loose']): Evidence[] {
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
