import { isObject, own, ownArray, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { conditions, unevaluatedOf, withUnevaluated } from './conditions.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import { docsOf, emptyDocs, isHedged, mergeDocs } from './docs.ts';
import { assertedFormat } from './formats.ts';
import { keywordOf } from './keywords.ts';
import { arraySchema, numberSchema, objectSchema, stringSchema, type BuildChild, type Place } from './kinds.ts';
import type { Schema } from './model.ts';
import { isUntypedObject, saysNothingMore } from './objecthood.ts';
import { references } from './references.ts';
import { boundKindOf, boundKinds, formatKind, hasType, typesOf, valuesOf, type TypeWord } from './values.ts';

/**
 * The model of the schema `raw` at `pointer` (JSON Schema 2020-12 with OAS 3.1's additions); undefined and anything
 * that is no schema give `unknown`. Gives `model/unsupported` for keywords the model cannot say (the result is then
 * wider), `model/invalid-pattern`, and `spec/dangling-ref` or `spec/foreign-ref` for references that lead nowhere.
 */
export function buildSchema(context: BuildContext, raw: JsonValue | undefined, pointer: string): Schema {
  if (raw === false) return { kind: 'never', pointer, docs: emptyDocs, hedged: false };
  if (!isObject(raw)) return { kind: 'unknown', pointer, docs: emptyDocs, hedged: false };
  reportKeywords(context, raw, pointer);
  const place: Place = { raw, pointer };
  const child = builder(context);
  const direct = ownMembers(context, place);
  const combined = [...references(context, place, child), ...allOf(context, place)];
  const unions = [...alternatives(context, place, 'oneOf'), ...alternatives(context, place, 'anyOf')];
  const rest = [...negation(context, place), ...conditions(place, child)];
  const members = [...combined, ...direct, ...unions, ...rest];
  const telling = members.filter((member) => member.kind !== 'unknown' || member.hedged || isLost(context, member));
  const says = telling.length > 0 ? telling : members.slice(0, 1);
  return withDocs(withUnevaluated(combine(says, pointer), unevaluatedOf(place, child)), raw);
}

/** A member that says nothing because something in it was lost stays: what stands around it must know. */
function isLost(context: BuildContext, { pointer }: Schema): boolean {
  return context.lossy.has(pointer);
}

function reportKeywords(context: BuildContext, raw: JsonObject, pointer: string): void {
  for (const name of Object.keys(raw)) {
    const keyword = keywordOf(name);
    if (keyword?.face !== 'reported') continue;
    reportUnsupported(context, joinPointer(pointer, name), name, keyword.reason ?? 'it has no meaning here');
  }
}

/** All of `members` at once; the members of an intersection among them stand for it. */
function combine(members: readonly Schema[], pointer: string): Schema {
  const flat = members.flatMap((member) =>
    member.kind === 'intersection' && !member.hedged && !member.unevaluated ? member.members : [member],
  );
  const [first, ...rest] = flat;
  if (first === undefined) return { kind: 'unknown', pointer, docs: emptyDocs, hedged: false };
  const only = members.length === 1 ? members[0] : undefined;
  if (only) return only;
  if (rest.length === 0) return first;
  return { kind: 'intersection', pointer, docs: emptyDocs, hedged: false, members: flat };
}

function withDocs(schema: Schema, raw: JsonObject): Schema {
  return { ...schema, docs: mergeDocs(docsOf(raw), schema.docs), hedged: schema.hedged || isHedged(raw) };
}

/** What the keywords of the place itself say about its values: one kind, a union of kinds by `type`, or untyped kinds. */
function ownMembers(context: BuildContext, place: Place): Schema[] {
  const types = typesOf(context, place);
  const bound = boundKinds(place.raw);
  const values = valuesOf(place.raw);
  if (assertedFormat(context, place.raw) !== undefined) bound.add(formatKind(place.raw));
  if (values) {
    const allowed = types ? values.filter((value) => types.some((type) => hasType(value, type))) : values;
    const kinds = [...bound].filter((kind) => allowed.some((value) => boundKindOf(value) === kind));
    return [literal(allowed, place), ...kinds.map((kind) => kindSchema(context, place, kind, false))];
  }
  if (types === undefined) {
    if (bound.size === 0 && typeof own(place.raw, 'format') === 'string') bound.add(formatKind(place.raw));
    return [...bound].map((kind) => kindSchema(context, place, kind, false));
  }
  const kinds = types.map((type) => kindSchema(context, place, type, true));
  const [first, ...rest] = kinds;
  if (first === undefined) return [];
  if (rest.length === 0) return saysNothingMore(context, place, types, bound) ? [] : [first];
  return [{ kind: 'union', mode: 'anyOf', branches: kinds, pointer: place.pointer, docs: emptyDocs, hedged: false }];
}

function builder(context: BuildContext): BuildChild {
  return (raw, pointer) => buildSchema(context, raw, pointer);
}

function kindSchema(context: BuildContext, place: Place, type: TypeWord, typed: boolean): Schema {
  const child = builder(context);
  switch (type) {
    case 'string':
      return stringSchema(context, place, typed);
    case 'number':
    case 'integer':
      return numberSchema(context, place, typed, type === 'integer');
    case 'array':
      return arraySchema(context, place, typed, child);
    case 'object':
      return objectSchema(context, place, typed, child);
    default:
      return { kind: type, pointer: place.pointer, docs: emptyDocs, hedged: false };
  }
}

function literal(values: readonly JsonValue[], { pointer }: Place): Schema {
  if (values.length === 0) return { kind: 'never', pointer, docs: emptyDocs, hedged: false };
  return { kind: 'literal', values, pointer, docs: emptyDocs, hedged: false };
}

function allOf(context: BuildContext, { raw, pointer }: Place): Schema[] {
  return (ownArray(raw, 'allOf') ?? []).map((member, index) =>
    buildSchema(context, member, joinPointer(pointer, 'allOf', index)),
  );
}

function negation(context: BuildContext, { raw, pointer }: Place): Schema[] {
  const negated = own(raw, 'not');
  if (negated === undefined) return [];
  return [
    {
      kind: 'not',
      schema: buildSchema(context, negated, joinPointer(pointer, 'not')),
      pointer,
      docs: emptyDocs,
      hedged: false,
    },
  ];
}

/** `oneOf` or `anyOf` as a union, `null` last; a single branch stands for itself. */
function alternatives(context: BuildContext, { raw, pointer }: Place, mode: 'oneOf' | 'anyOf'): Schema[] {
  const list = ownArray(raw, mode) ?? [];
  const inherits = own(raw, 'type') === 'object';
  const built = list.map((branch, index) => {
    const told = inherits && isUntypedObject(branch) ? { ...branch, type: 'object' } : branch;
    return buildSchema(context, told, joinPointer(pointer, mode, index));
  });
  const branches = spreadNulls(built, mode);
  if (branches.length <= 1) return branches;
  return [{ kind: 'union', mode, branches, pointer, docs: emptyDocs, hedged: false }];
}

/**
 * The branches with `null` taken out of those that are just "something or null" and put last, where that says the same: in
 * `oneOf` only for one of them, for null in two branches would match neither, and only where the something refuses null.
 */
function spreadNulls(branches: readonly Schema[], mode: 'oneOf' | 'anyOf'): Schema[] {
  const admitting = branches.filter((branch) => branch.kind === 'null' || isNullable(branch)).length;
  const isPlain = (branch: Schema & { kind: 'union' }): boolean =>
    (mode === 'anyOf' && branch.mode === 'anyOf') || branch.branches.slice(0, 1).every(refusesNull);
  const flat =
    mode === 'oneOf' && admitting > 1
      ? branches
      : branches.flatMap((branch) => (isNullable(branch) && isPlain(branch) ? branch.branches : [branch]));
  const nulls = flat.filter((branch) => branch.kind === 'null');
  const others = flat.filter((branch) => branch.kind !== 'null');
  return [...others, ...(mode === 'oneOf' ? nulls : nulls.slice(0, 1))];
}

/** Whether null is none of the values of a schema, as far as it shows; one that is only referred to is taken to refuse it. */
function refusesNull(schema: Schema): boolean {
  switch (schema.kind) {
    case 'unknown':
    case 'null':
    case 'not':
    case 'conditional':
      return false;
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed;
    case 'literal':
      return !schema.values.includes(null);
    case 'union':
      return schema.branches.every(refusesNull);
    case 'intersection':
      return schema.members.some(refusesNull);
    case 'never':
    case 'boolean':
    case 'reference':
      return true;
  }
}

function isNullable(schema: Schema): schema is Schema & { kind: 'union' } {
  return (
    schema.kind === 'union' &&
    !schema.hedged &&
    !schema.unevaluated &&
    schema.branches.length === 2 &&
    schema.branches[1]?.kind === 'null'
  );
}
