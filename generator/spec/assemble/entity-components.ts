import { createReport, type Report } from '../../base/diagnostic.ts';
import { isObject, mapObject, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Entity, EntityTable } from './named-entities.ts';
import { schemaOf } from './schemas.ts';

/**
 * The schemas of the entities that `roots` refer to, directly or through each other, by the key of their component. The
 * diagnostics are those of `schemaOf`, for these alone.
 */
export function entityComponents(roots: JsonValue, table: EntityTable, report: Report): JsonObject {
  const byKey = new Map(table.entities.map((one) => [one.key, one]));
  const components: JsonObject = {};
  const queue = [...referredKeys(roots)];
  const seen = new Set(queue);
  for (let at = 0; at < queue.length; at += 1) {
    const key = queue[at] ?? '';
    const entity = byKey.get(key) ?? byKey.get(key.replace(/Partial$/, ''));
    if (!entity) continue;
    const isPartial = !byKey.has(key);
    const schema = schemaOf(entity.node, {
      report: isPartial && seen.has(entity.key) ? createReport() : report,
      subject: entity.name.title,
      entities: table,
    });
    if (isPartial) makePartial(schema);
    setOwn(components, key, schema);
    for (const next of referredKeys(schema)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return components;
}

/**
 * Tells of each object that is none of the `components` (`evidence/unused-object`), but for those whose lines also say something
 * else of the API, as parameters that operations share, or the fields of objects that are built on them.
 */
export function reportUnused(
  table: EntityTable,
  components: JsonObject,
  evidence: readonly Evidence[],
  report: Report,
): void {
  const isUsed = ({ key }: Entity): boolean =>
    Object.hasOwn(components, key) || Object.hasOwn(components, `${key}Partial`);
  const used = table.entities.filter(isUsed).flatMap(fieldLines);
  const elsewhere = evidence.flatMap(({ subject, location }) => (subject.kind === 'entity' ? [] : lineOf(location)));
  const told = new Set([...elsewhere, ...used]);
  for (const entity of table.entities) {
    const { kind, name, node } = entity;
    const lines = fieldLines(entity);
    if (kind !== 'object' || lines.length === 0 || isUsed(entity) || lines.some((line) => told.has(line))) continue;
    report.add('evidence/unused-object', node.evidence[0]?.location, { title: name.title });
  }
}

/** The lines that describe the properties of an object. */
function fieldLines({ node }: Entity): string[] {
  return [...node.properties.values()].flatMap((field) => field.evidence.map(({ location }) => lineOf(location)));
}

function lineOf({ document, line }: Location): string {
  return `${document}:${line}`;
}

/** Which properties of a partial object are there is not said: all are hedged, and objects within stay open, but for those it is built on. */
function makePartial(schema: JsonObject): void {
  const parts = schema['allOf'];
  if (Array.isArray(parts)) {
    for (const part of parts.filter(isObject)) {
      const ref = ownString(part, '$ref');
      if (ref === undefined) makePartial(part);
      else part['$ref'] = `${ref.replace(/Partial$/, '')}Partial`;
    }
    return;
  }
  delete schema['required'];
  const properties = ownObject(schema, 'properties') ?? {};
  schema['properties'] = mapObject(properties, (property) => {
    const isSimple = isObject(property) && referredKeys(property).size === 0;
    return isSimple ? { ...property, 'x-confidence': 'low' } : { 'x-confidence': 'low' };
  });
}

/** The keys of the components that a value refers to. */
function referredKeys(value: JsonValue): Set<string> {
  const found = new Set<string>();
  const visit = (one: JsonValue): void => {
    if (Array.isArray(one)) return one.forEach(visit);
    if (!isObject(one)) return;
    const key = /^#\/components\/schemas\/(.+)$/.exec(ownString(one, '$ref') ?? '')?.[1];
    if (key !== undefined) found.add(key);
    Object.values(one).forEach(visit);
  };
  visit(value);
  return found;
}
