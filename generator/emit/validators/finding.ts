import type { Identifier } from '../../base/names.ts';
import type { Schema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import type { Base, Place } from './place.ts';

/** The call that finds the issues of `value`, or undefined where there are none; bodies become functions. */
export function findingCall(schema: Schema, place: Place, value: Code, path: Code): Code | undefined {
  const finding = place.writer.tables.findingOf(schema, place);
  if ('nothing' in finding) return undefined;
  if ('call' in finding) return finding.call(value, path);
  return code`${partFunction(schema, place, finding.body)}(${value}, ${path}, out)`;
}

/** A function that finds the issues of `schema`, as an expression. */
export function finder(schema: Schema, place: Place): Code {
  if (schema.kind === 'reference' && !schema.unevaluated && !place.writer.recurs(place.owner, schema.name)) {
    return code`${findingName(schema.name)}`;
  }
  const finding = place.writer.tables.findingOf(schema, place);
  if ('nothing' in finding) return code`() => {}`;
  if ('body' in finding) return code`${partFunction(schema, place, finding.body)}`;
  return code`(value, path, out) => ${finding.call(code`value`, code`path`)}`;
}

/** The body of the function that finds the issues of a named schema. */
export function findingBody(schema: Schema, place: Place): Code | undefined {
  const finding = place.writer.tables.findingOf(schema, place);
  if ('nothing' in finding) return undefined;
  return 'body' in finding ? finding.body : code`${finding.call(code`value`, code`path`)};`;
}

/** The name of the function that finds the issues of the schema (or the part with the stem) `name`. */
export function findingName(name: Identifier): Identifier {
  return `issuesOf${name}` as Identifier;
}

/** The parameters of a function that finds issues; of one that has none to find, with names that may stay unused. */
export function findingParameters(place: Place, unused = false): { name: Identifier; type: Code }[] {
  const mark = unused ? '_' : '';
  return [
    { name: `${mark}value` as Identifier, type: code`unknown` },
    { name: `${mark}path` as Identifier, type: code`string` },
    { name: `${mark}out` as Identifier, type: code`${place.writer.runtime('issues', 'IssueCollector', 'type')}` },
  ];
}

function partFunction(schema: Schema, place: Place, body: Code): Identifier {
  const name = findingName(place.writer.stemOf(schema, place));
  if (place.writer.first(name)) {
    const parameters = findingParameters(place);
    place.writer.add({ kind: 'function', name, exported: false, parameters, returnType: code`void`, body });
  }
  return name;
}

/** The code of a schema's pointer: from the local `schema` where the function has one. */
export function pointerOf(pointer: string, { base }: Place): Code {
  if (base === undefined || (pointer !== base.pointer && !pointer.startsWith(`${base.pointer}/`))) {
    return literal(pointer);
  }
  base.used = true;
  return pointer === base.pointer ? code`schema` : code`schema + ${literal(pointer.slice(base.pointer.length))}`;
}

/** The place in a function for `schema`, where the local `schema` holds its pointer. */
export function withBase(schema: Schema, place: Place): Place & { readonly base: Base } {
  return { ...place, base: { pointer: schema.pointer, used: false } };
}

/** The body of a function that finds issues: declares the local `schema` if it is used. */
export function bodyWithBase({ base }: { readonly base: Base }, lines: readonly Code[]): Code {
  const start = base.used ? [code`const schema = ${literal(base.pointer)};`] : [];
  return joinCode([...start, ...lines], '\n');
}
