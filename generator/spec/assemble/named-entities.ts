import type { JsonObject } from '../../base/json.ts';
import { nameWords, typeName } from '../../base/names.ts';
import { compareText, groupBy } from '../../base/order.ts';
import type { EntityName, EntityReference, Evidence } from '../../evidence/evidence.ts';
import { singular } from '../../base/singular.ts';
import { shortDigest } from '../short-digest.ts';
import { createNode, factsOf, nodeAt, type FactNode } from './fact-tree.ts';
import { linkedDocument } from './links.ts';

/** An object, or a value without parts (one of some, or of some type), that pages describe under a name. */
export interface Entity {
  /** Its key in `components.schemas`. */
  readonly key: string;
  readonly name: EntityName;
  readonly kind: 'object' | 'values';
  readonly node: FactNode;
}

/** The entities of all pages, to look up what a text refers to. */
export interface EntityTable {
  readonly entities: readonly Entity[];
  /** The entity that a reference means: by its link, else by its words, in its own document before others. */
  resolve(reference: EntityReference, kind: Entity['kind']): Entity | undefined;
}

/** Gathers what is said of entities, each with a name for its component that hangs on nothing but its own title and place. */
export function entityTable(evidence: readonly Evidence[]): EntityTable {
  const about = evidence.filter((one) => one.subject.kind === 'entity');
  const groups = groupBy(about, (one) => (one.subject.kind === 'entity' ? entityId(one.subject.entity) : ''));
  const found = [...groups.values()].flatMap((group) => entityOf(group) ?? []);
  const sorted = found.toSorted((left, right) => compareText(entityId(left.name), entityId(right.name)));
  const byKey = groupBy(sorted, (one) => one.key);
  const entities = sorted.map((one) =>
    (byKey.get(one.key)?.length ?? 0) < 2 ? one : { ...one, key: distinctKey(one, byKey) },
  );
  return { entities, resolve: resolver(entities, anchorsOf(about)) };
}

/** What tells an entity from all others. Gives no diagnostics. */
export function entityId({ document, anchor, title }: EntityName): string {
  return `${document}#${anchor} ${title}`;
}

function entityOf(evidence: readonly Evidence[]): Entity | undefined {
  const [first] = evidence;
  if (first?.subject.kind !== 'entity') return undefined;
  const name = first.subject.entity;
  const root = createNode('');
  for (const one of evidence) if (one.subject.kind === 'entity') nodeAt(root, one.subject.path).evidence.push(one);
  const isTyped = factsOf(root.evidence, 'type').length > 0 || factsOf(root.evidence, 'enum').length > 0;
  const isBuilt = root.evidence.some(({ fact }) => fact.kind === 'refers' || fact.kind === 'extends');
  const kind = root.properties.size > 0 || isBuilt ? 'object' : isTyped ? 'values' : undefined;
  return kind && { key: typeName(name.title), name, kind, node: root };
}

/** Entities of one title are told apart by the names of their documents, then by a digest of their places. */
function distinctKey(entity: Entity, byKey: ReadonlyMap<string, readonly Entity[]>): string {
  const file =
    entity.name.document
      .split('/')
      .at(-1)
      ?.replace(/\.[a-z]+$/i, '') ?? '';
  const key = typeName(`${file} ${entity.name.title}`);
  const twins = (byKey.get(entity.key) ?? []).filter((one) => one.name.document === entity.name.document);
  return twins.length < 2 && !byKey.has(key) ? key : `${key}${shortDigest(entityId(entity.name))}`;
}

/** The entities' identities by document and anchor, in the order in which pages name them. */
function anchorsOf(about: readonly Evidence[]): Map<string, string[]> {
  const anchors = new Map<string, string[]>();
  const add = (anchor: string, id: string): void => {
    anchors.set(anchor, [...(anchors.get(anchor) ?? []), id]);
  };
  for (const { subject, fact } of about) {
    if (subject.kind === 'entity' && fact.kind === 'alias')
      add(`${subject.entity.document}#${fact.anchor}`, entityId(subject.entity));
  }
  return anchors;
}

/** Words of a title or a reference, in lower case and the singular. */
function wordsKey(text: string): string {
  return nameWords(text)
    .map((word) => singular(word.toLowerCase()))
    .join(' ');
}

/** A name without what tells its words apart. */
function compact(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function resolver(
  entities: readonly Entity[],
  anchors: ReadonlyMap<string, readonly string[]>,
): EntityTable['resolve'] {
  const byId = new Map(entities.map((one) => [`${one.kind} ${entityId(one.name)}`, one]));
  const byWords = groupBy(entities, (one) => `${one.kind} ${wordsKey(one.name.title)}`);
  const byFile = groupBy(entities, (one) => `${one.kind} ${compact(one.name.title)}`);
  const documents = [...new Set(entities.map((one) => one.name.document))];
  const idsByAnchor = new Map<string, string[]>();
  for (const [place, ids] of anchors) {
    const anchor = place.slice(place.lastIndexOf('#') + 1);
    idsByAnchor.set(anchor, [...(idsByAnchor.get(anchor) ?? []), ...ids]);
  }
  return (reference, kind) => {
    const { link } = reference;
    const document = link === undefined ? undefined : linkedDocument(link, reference.document, documents);
    const anchor = link?.split('#')[1] ?? '';
    if (document !== undefined) {
      const ids = anchors.get(`${document}#${anchor}`) ?? [];
      const linked = ids.map((id) => byId.get(`${kind} ${id}`)).find((one) => one !== undefined);
      // what the link leads to is of the other kind
      const isOther = ids.some((id) => byId.has(`object ${id}`) || byId.has(`values ${id}`));
      const key = wordsKey(reference.words);
      // a link to another object of its own page than the one that its words name there was copied with the words around it
      const meant =
        linked && document === reference.document && wordsKey(linked.name.title) !== key
          ? (byWords.get(`${kind} ${key}`) ?? []).filter((one) => one.name.document === document)
          : [];
      if (meant.length === 1) return meant[0];
      if (linked || isOther) return linked;
      if (document === reference.document && ids.length === 0) {
        // pages that are put together into one: the anchor is another file's
        const elsewhere = (idsByAnchor.get(anchor) ?? [])
          .flatMap((id) => byId.get(`${kind} ${id}`) ?? [])
          .filter((one) => wordsKey(one.name.title) === key);
        if (anchor !== '' && elsewhere.length === 1) return elsewhere[0];
      }
    }
    // a page that is called otherwise than the link to it: `new_box.md` of `NewBox`
    const file = document === undefined ? /(?:^|\/)([\w-]{4,200})\.(?:md|html?)$/.exec(link ?? '')?.[1] : undefined;
    const filed = file === undefined ? [] : (byFile.get(`${kind} ${compact(file)}`) ?? []);
    if (filed.length === 1) return filed[0];
    if (kind === 'values' && link === undefined && /^[A-Z][a-z]+[A-Z]\w*$/.test(reference.words)) {
      // values of a class are meant where a type is called as their title is, letter by letter
      const exact = entities.filter((one) => one.kind === 'values' && one.name.title === reference.words);
      const near = exact.filter((one) => one.name.document === reference.document);
      return near.length === 1 ? near[0] : exact.length === 1 ? exact[0] : undefined;
    }
    if (
      (kind === 'values' && document === undefined) ||
      (link !== undefined && document === undefined && documents.length > 1)
    )
      return undefined;
    const named = byWords.get(`${kind} ${wordsKey(reference.words)}`) ?? [];
    const near = named.filter((one) => one.name.document === (document ?? reference.document));
    if (near.length === 1) return near[0];
    const [only, ...others] = named;
    // a name within the page that is spelled with other joints: `inline_box_1` of `InlineBox1`
    if (only === undefined && link?.startsWith('#') === true) {
      const alike = (byFile.get(`${kind} ${compact(reference.words)}`) ?? []).filter(
        (one) => one.name.document === reference.document,
      );
      return alike.length === 1 ? alike[0] : undefined;
    }
    if (only === undefined || others.length > 0) return undefined;
    // a link within a page that is the name itself, letter by letter, says no more than that
    const isName = link === `#${reference.words}` && compact(only.name.title) === compact(reference.words);
    // a link that leads elsewhere does not mean what has the same name here
    return document === undefined || isName ? only : undefined;
  };
}

/** The objects of which a reference means one; none where not all of them are found. Gives no diagnostics. */
export function meantObjects({ others = [], ...first }: EntityReference, table: EntityTable): readonly Entity[] {
  const { document } = first;
  const references = [first, ...others.map((other): EntityReference => ({ document, form: 'one', ...other }))];
  const found = references.map((reference) => table.resolve(reference, 'object'));
  return found.every((one) => one !== undefined) ? found : [];
}

/** A reference to an entity as a schema: the object, a list of it or a map to it. */
export function referenceSchema(reference: EntityReference, entity: Entity): JsonObject {
  const target: JsonObject = { $ref: `#/components/schemas/${entity.key}${reference.partial ? 'Partial' : ''}` };
  if (reference.form === 'list') return { type: 'array', items: target };
  if (reference.form === 'map') return { type: 'object', additionalProperties: target };
  return target;
}
