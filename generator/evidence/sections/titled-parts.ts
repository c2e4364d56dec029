import { trimmedEnd } from '../../base/trim.ts';
import type { JsonValue } from '../../base/json.ts';
import type { Step } from '../evidence.ts';
import { fitsBetter, objectsOf, pathByNames, pathByTitle } from './body-path.ts';
import type { FieldRow } from './field-row.ts';
import type { PartRole } from './heading-roles.ts';
import { introducedObject } from './introduced-object.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import type { Part } from './units.ts';

/** Whether a table within the operation describes an object of its own (`Prompt structure`), of which its samples show nothing. */
export function isEntity(reading: Reading, part: Part, fields: readonly FieldRow[]): boolean {
  const title = part.titles.at(-1);
  if (title === undefined || part.role === 'response' || part.role === 'body') return false;
  if (!objectHeading.test(title)) return false;
  const names = fields.map((row) => row.name);
  const path = titlePath(reading, part, 'body', names) ?? pathByNames(names, reading.samples.bodies);
  return !path || repeats(reading.known.body, path, names);
}

const objectHeading = /\s\(?(?:structures?|objects?|models?|schemas?|types?|enum|flags|levels?)\)?$/i;

const elementsHeading =
  /^(?:elements|members|fields|attributes|properties) (?:of|in) .{1,80}\s(?:objects?|elements?)$/i;

/** Whether a table under the heading of an object (`Elements of the box object`), of an operation that sends no body, describes a part of what samples of its answers show. */
export function isAnsweredPart(reading: Reading, part: Part, fields: readonly FieldRow[]): boolean {
  const { operation, samples } = reading;
  if (operation.method !== 'get' || part.role !== 'other' || !elementsHeading.test(part.titles.at(-1) ?? ''))
    return false;
  const names = fields.map((row) => row.name);
  const path = titlePath(reading, part, 'response', names) ?? pathByNames(names, samples.responses);
  if (!path || repeats(reading.known.response, path, names)) return false;
  const steps = JSON.stringify(path);
  return samples.responses
    .flatMap(objectsOf)
    .some((one) => JSON.stringify(one.path) === steps && names.some((name) => one.names.has(name)));
}

/**
 * Whether a table that nothing announces, of an operation that sends no body, describes what its answers show: an object of theirs
 * has all of its names, of which calls send none.
 */
export function isAnswered({ operation, samples, inPath }: Reading, fields: readonly FieldRow[]): boolean {
  const names = fields.map(({ name }) => name.split(/[.[]/)[0] ?? name);
  // an answer shows the id of the path, too, but no table of answers says that it is required
  const isOfPath = fields.some(({ name, required }) => inPath.has(name) && required === true);
  const isSent = isOfPath || names.some((name) => samples.query.has(name)) || names.every((name) => inPath.has(name));
  if ((operation.method !== 'get' && operation.method !== 'head') || isSent || names.length < 2) return false;
  return samples.responses.some((one) => objectsOf(one).some((part) => names.every((name) => part.names.has(name))));
}

/** Whether a section is about the fields that can be read, beside another of the same operation about its parameters. */
export function areReadFields({ operation, unit }: Reading, { role, section }: Part): boolean {
  if (operation.method !== 'get' || role !== 'parameters' || !/^fields?$/i.test(section.title)) return false;
  return unit.parts.some(
    (one) => one.section !== section && /^(?:\w{1,20} )?(?:parameters?|arguments?)$/i.test(one.section.title),
  );
}

/** Whether a table describes again what one before it has: then it is about something that has the same parts. */
function repeats(known: readonly (readonly Step[])[], path: readonly Step[], names: readonly string[]): boolean {
  const described = new Set(known.map((steps) => JSON.stringify(steps)));
  const again = names.filter((name) => described.has(JSON.stringify([...path, { kind: 'property', name }])));
  return again.length > 1;
}

/** Where a heading within the parameters or the response points to; undefined where it names no part known. Gives no diagnostics. */
export function titlePath(
  reading: Reading,
  part: Part,
  side: 'body' | 'response',
  names: readonly string[],
): readonly Step[] | undefined {
  const title = part.titles.at(-1);
  const samples = side === 'body' ? reading.samples.bodies : reading.samples.responses;
  const written = writtenPath(part.section.title, reading.known[side]);
  if (written) return written;
  const named = pathByTitles(part.titles, names, reading.known[side], samples);
  if (named || title === part.section.title) return named;
  // `Field parameters`: a heading that says no more may still name a part, if the table fits that better than the whole
  const path = sentApart.has(part.role) ? undefined : pathByTitle(part.section.title, names, [], samples);
  return path && fitsBetter(names, path, samples) ? path : undefined;
}

/** The part that headings name, each below the one before: `group` object below `owner` object. */
function pathByTitles(
  titles: readonly string[],
  names: readonly string[],
  known: readonly (readonly Step[])[],
  samples: readonly JsonValue[],
): readonly Step[] | undefined {
  const title = titles.at(-1);
  if (title === undefined) return undefined;
  const outer = titles.slice(0, -1);
  return pathByTitle(title, names, known, samples, pathByTitles(outer, [], known, samples));
}

/** The part known by the name that the line before a table or list gives: `**Address object**`, ``The `address` object has:``. Gives no diagnostics. */
export function labelPath(intro: string, known: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const line = intro.trim();
  const isLabel = line.length <= 80 && /^\*\*[^*\n]+\*\*:?$|^[^.:\n]+:$/.test(line);
  const title = introducedObject(intro) ?? (isLabel ? trimmedEnd(plainText(line), ': ') : undefined);
  return title === undefined ? undefined : pathByTitle(title, [], known, []);
}

/** The part known by the very name of which a heading consists: `params (object)`, whatever the word may say elsewhere. */
function writtenPath(heading: string, known: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const written = /^([\w.$-]{1,60})(?:\s\([^()]{1,60}\))?$/.exec(heading)?.[1];
  return known.find((path) => {
    const last = path.findLast((step) => step.kind === 'property');
    return last?.kind === 'property' && last.name === written;
  });
}

const sentApart: ReadonlySet<PartRole> = new Set(['path', 'query', 'header', 'cookie', 'url']);
