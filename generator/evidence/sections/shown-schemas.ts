import type { ListItem, ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact } from '../evidence.ts';
import { readFieldList } from './bullets.ts';
import { fieldEvidence } from './field-evidence.ts';
import { isOfModels } from './model-presence.ts';
import { alternatives, itemsLabel, schemaLine, schemaLink } from './schema-lines.ts';
import type { OperationUnit, Part, Units } from './units.ts';

/** A schema with the list of its fields. */
interface ShownSchema extends Pick<ListItem, 'items' | 'location'> {
  readonly name: string;
}

/** A page whose schemas are named where they are shown, for others to mean them. */
interface Shown {
  readonly operations: readonly OperationUnit[];
  readonly loose: Units['loose'];
  readonly evidence: readonly Evidence[];
}

/**
 * The operations of a page in which lines name the schemas whose fields follow (``schema: `Box` ``), or say that one is shown already
 * (``Schema `Box` is shown above``), with links in their place; the schemas as objects of that name. Sections of models that are these, or
 * only say the latter, describe nothing more. As they are where no line names a schema. Gives no diagnostics.
 */
export function withShownSchemas(operations: readonly OperationUnit[], loose: Units['loose']): Shown {
  const shown: ShownSchema[] = [];
  const addItems = (items: readonly ListItem[]): void => {
    for (const item of items) {
      const named = schemaLine(item.text);
      if (named && !named.isShown && listsFields(item.items)) {
        shown.push({ name: named.name, items: item.items, location: item.location });
      }
      addItems(item.items);
    }
  };
  const linked = new Map<readonly Part[], Part[]>();
  for (const { parts } of operations) {
    if (linked.has(parts)) continue;
    for (const { block } of parts) if (block.kind === 'prose' && block.items) addItems(block.items);
    linked.set(parts, withLinks(parts, shown));
  }
  const names = new Set(shown.map(({ name }) => name));
  if (names.size === 0) return { operations, loose, evidence: [] };
  // of what is shown nowhere samples may tell
  const changed = new Map([...linked].map(([parts, own]) => [parts, own.flatMap((part) => known(part, names))]));
  return {
    operations: operations.map((unit) => ({ ...unit, parts: changed.get(unit.parts) ?? unit.parts })),
    loose: loose.filter((one) => {
      if (isOfModels(one) && names.has(one.section.title)) return false;
      const { blocks } = one;
      const line = blocks.map((block) => (block.kind === 'prose' ? wholeLine(block) : undefined)).find(Boolean);
      return line?.isShown !== true || !names.has(line.name);
    }),
    evidence: shown.flatMap((one) => entityOf(one, names)),
  };
}

function listsFields(items: readonly ListItem[]): boolean {
  return readFieldList(items, { announced: true }) !== undefined;
}

/** A part without the lines that refer to schemas which no list of fields is called by; none where nothing is left. */
function known(part: Part, names: ReadonlySet<string>): Part[] {
  const { block } = part;
  if (block.kind !== 'prose') return [part];
  const name = /^(?:array of )?\[([^\][]{1,100})\]\(#schema:[^()\s]{1,200}\)$/.exec(block.text)?.[1];
  if (name !== undefined && !names.has(name)) return [];
  return block.items
    ? [{ ...part, block: { ...block, items: block.items.map((item) => knownItem(item, names)) } }]
    : [part];
}

function knownItem(item: ListItem, names: ReadonlySet<string>): ListItem {
  const line = schemaLine(item.text);
  const text = line?.isShown === true && !names.has(line.name) ? line.rest : item.text;
  return { ...item, text, items: item.items.map((one) => knownItem(one, names)) };
}

function entityOf({ name, items, location }: ShownSchema, names: ReadonlySet<string>): Evidence[] {
  const entity = { document: location.document, anchor: schemaLink(name).slice(1), title: name };
  const own = items.map((item) => knownItem(item, names));
  const rows = readFieldList(own, { announced: true }) ?? [];
  const [first] = rows;
  if (!first) return [];
  const subject = { kind: 'entity', entity, path: [] } as const;
  const facts: readonly Fact[] = [
    { kind: 'exists' },
    { kind: 'type', words: 'object' },
    { kind: 'alias', anchor: entity.anchor },
  ];
  return [
    ...facts.map((fact): Evidence => ({
      subject,
      fact,
      location: first.location,
      method: 'prose',
      confidence: 'high',
    })),
    ...fieldEvidence(rows, { role: { place: 'entity', entity }, path: [] }),
  ];
}

/** The schema that a paragraph names and does nothing else. */
function wholeLine({ form, text }: ProseBlock): ReturnType<typeof schemaLine> {
  return form === 'paragraph' && !text.trim().includes('\n') ? schemaLine(text) : undefined;
}

/** The parts of an operation with a link in the place of each line that names a schema, and of the list of its fields. */
function withLinks(parts: readonly Part[], shown: ShownSchema[]): Part[] {
  const found: Part[] = [];
  let fields: Part | undefined;
  for (const [index, part] of parts.entries()) {
    if (part === fields) continue;
    const { block, section } = part;
    const line = block.kind === 'prose' ? wholeLine(block) : undefined;
    const next = parts[index + 1];
    const items = next?.section === section && next.block.kind === 'prose' ? next.block.items : undefined;
    const own = line && !line.isShown && items && listsFields(items) ? items : undefined;
    const isList = isLabel(found.at(-1), section, itemsLabel);
    if (!line || block.kind !== 'prose' || !(own || line.isShown)) {
      found.push(part);
      continue;
    }
    if (own) {
      shown.push({ name: line.name, items: own, location: block.location });
      fields = next;
    }
    if (isList) found.pop();
    const text = `${isList ? 'array of ' : ''}[${line.name}](${schemaLink(line.name)})`;
    found.push({ ...part, block: { ...block, text } });
  }
  return withAlternatives(found);
}

/** The link that stands in the place of a line that names a schema, in a section; undefined for any other part. */
function linkOf({ block, section }: Part, around: Part['section']): string | undefined {
  const text = section === around && block.kind === 'prose' ? block.text : '';
  return /^\[[^\][]+\]\(#schema:[^()\s]+\)$/.exec(text)?.[0];
}

/** Whether a part is a label of one line, in a section. */
function isLabel(part: Part | undefined, around: Part['section'], label: RegExp): boolean {
  return part?.section === around && part.block.kind === 'prose' && label.test(part.block.text.trim());
}

/** Links to schemas behind a label that says that the body is one of them (`**Any of:**`) as one line: `[Box](#box) or [Bag](#bag)`. */
function withAlternatives(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  let at = 0;
  for (let part = parts[at]; part; part = parts[at]) {
    const { block, section } = part;
    const rest = isLabel(part, section, alternatives) ? parts.slice(at + 1).map((one) => linkOf(one, section)) : [];
    const end = rest.indexOf(undefined);
    const links = rest.slice(0, end === -1 ? undefined : end);
    at += links.length < 2 ? 1 : links.length + 1;
    if (links.length < 2 || block.kind !== 'prose') {
      found.push(part);
      continue;
    }
    const isList = isLabel(found.at(-1), section, itemsLabel);
    if (isList) found.pop();
    found.push({ ...part, block: { ...block, text: `${isList ? 'array of ' : ''}${links.join(' or ')}` } });
  }
  return found;
}
