import type { Identifier } from '../../base/names.ts';
import type { Kind, Schema, SchemaOf } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { all, always, never } from './conditions.ts';
import { isLong } from './cut.ts';
import { addLookFunction, arrow, lookCall } from './looking.ts';
import { into, ownMember, type Look, type Place } from './place.ts';
import { patternConstant, testCall, testExpression } from './test.ts';
import { objectLocal } from './test-object.ts';
import { lookAtLeftovers } from './test-leftovers.ts';
import { branchPlace, casesByBranch, openBranches } from './test-union.ts';

type LookHandler<K extends Kind> = (schema: SchemaOf<K>, place: Place) => Look;

/** Looks at no members: a test like any other. */
const plain = (schema: Schema, place: Place): Look => ({ expression: (value) => testCall(schema, place, value) });

const handlers: { readonly [K in Kind]: LookHandler<K> } = {
  unknown: plain,
  never: plain,
  null: plain,
  boolean: plain,
  number: plain,
  string: plain,
  literal: plain,
  not: plain,
  array: lookAtArray,
  object: lookAtObject,
  union: (schema, place) => ({ body: schema.tag ? lookByTag(schema, place) : lookAtBranches(schema, place) }),
  intersection: (schema, place) => ({
    expression: (value, seen) =>
      all(schema.members.map((one, index) => lookCall(one, into(place, `part ${index + 1}`), value, seen))),
  }),
  conditional: lookAtConditional,
  reference: lookAtReference,
};

/** How values of `schema` are tested while it is noted what it looks at. */
export function lookOf<K extends Kind>(schema: SchemaOf<K>, place: Place): Look {
  if (schema.unevaluated) return lookAtLeftovers(schema, place);
  const handler = handlers[schema.kind as K] as LookHandler<K>;
  return handler(schema, place);
}

function lookAtObject(schema: SchemaOf<'object'>, place: Place): Look {
  const { writer } = place;
  const everything = schema.additional.kind !== 'unknown' || schema.additionalEvaluated === true;
  const names = [...schema.properties.map(({ name }) => name), ...(schema.ignored ?? [])];
  const patterns = schema.patternProperties.map(({ pattern }, index) =>
    patternConstant(pattern, into(place, `pattern ${index + 1}`)),
  );
  const saw = (value: Code, seen: Code): Code => {
    if (everything) return code`${writer.runtime('evaluated', 'sawObject')}(${value}, ${seen})`;
    if (names.length + patterns.length === 0) return always;
    const more = patterns.length === 0 ? code`` : code`, [${joinCode(patterns, ', ')}]`;
    return code`${writer.runtime('evaluated', 'sawProperties')}(${value}, ${seen}, ${literal(names)}${more})`;
  };
  return { expression: (value, seen) => all([testCall(schema, place, value), saw(value, seen)]) };
}

function lookAtArray(schema: SchemaOf<'array'>, place: Place): Look {
  const { writer } = place;
  const { contains, prefixItems } = schema;
  const saw = (value: Code, seen: Code): Code[] => {
    if (schema.items.kind !== 'unknown' || schema.itemsEvaluated) {
      return [code`${writer.runtime('evaluated', 'sawArray')}(${value}, ${seen})`];
    }
    const calls: Code[] = [];
    if (prefixItems.length > 0) {
      calls.push(code`${writer.runtime('evaluated', 'sawItems')}(${value}, ${seen}, ${prefixItems.length})`);
    }
    if (contains) {
      const fits = testExpression(contains.schema, into(place, 'contained'), code`item`);
      calls.push(code`${writer.runtime('evaluated', 'sawContained')}(${value}, ${seen}, ${arrow(code`item`, fits)})`);
    }
    return calls;
  };
  return { expression: (value, seen) => all([testCall(schema, place, value), ...saw(value, seen)]) };
}

/** Branches that refuse the value have looked at nothing. */
function lookAtBranches(schema: SchemaOf<'union'>, place: Place): Code {
  const { writer } = place;
  const fresh = writer.runtime('evaluated', 'evaluated');
  const looks = schema.branches.map((branch, index) =>
    lookCall(branch, branchPlace(place, index), code`value`, code`branch`),
  );
  const lines = (look: Code): Code => code`branch = ${fresh}();
if (${look}) {
  ${schema.mode === 'oneOf' ? code`fitting += 1;` : code`fitting = 1;`}
  ${writer.runtime('evaluated', 'addEvaluated')}(seen, branch);
}`;
  // one after the other, very many are more than compilers follow
  const all = isLong(looks)
    ? code`for (const look of [${joinCode(
        looks.map((look) => code`() => ${look}`),
        ', ',
      )}]) {
  ${lines(code`look()`)}
}`
    : joinCode(looks.map(lines), '\n');
  return code`let fitting = 0;
let branch = ${fresh}();
${all}
return fitting === 1;`;
}

function lookByTag(schema: SchemaOf<'union'>, place: Place): Code {
  const { tag } = schema;
  if (!tag) return code`return ${never};`;
  const value = code`value`;
  const look = (branch: Schema, index: number): Code => lookCall(branch, branchPlace(place, index), value, code`seen`);
  const cases = casesByBranch(schema, tag).map(
    ({ branch, index, labels }) => code`${labels}
  return ${look(branch, index)};`,
  );
  const [open] = openBranches(schema);
  const nullable = schema.branches.some((branch) => branch.kind === 'null');
  return joinCode(
    [
      ...(nullable ? [code`if (value === null) return true;`] : []),
      code`${objectLocal(never, place.writer)}
switch (${ownMember(place, tag.property)}) {
  ${joinCode(cases, '\n')}
  default:
    return ${open ? look(open.branch, open.index) : never};
}`,
    ],
    '\n',
  );
}

function lookAtConditional(schema: SchemaOf<'conditional'>, place: Place): Look {
  const { writer } = place;
  const value = code`value`;
  const condition = lookCall(schema.condition, into(place, 'if'), value, code`condition`);
  const whenFalse = lookCall(schema.whenFalse, into(place, 'else'), value, code`seen`);
  const whenTrue = lookCall(schema.whenTrue, into(place, 'then'), value, code`seen`);
  return {
    body: code`const condition = ${writer.runtime('evaluated', 'evaluated')}();
if (!(${condition})) return ${whenFalse};
${writer.runtime('evaluated', 'addEvaluated')}(seen, condition);
return ${whenTrue};`,
  };
}

/** A named schema is gone through by a function of its own. */
function lookAtReference(schema: SchemaOf<'reference'>, place: Place): Look {
  const { writer, owner } = place;
  const name = `looksAt${schema.name}` as Identifier;
  const recursive = writer.recurs(schema.name, schema.name);
  addNamedLook(schema.name, name, recursive, writer);
  return {
    expression(value, seen) {
      if (!recursive) return code`${name}(${value}, ${seen})`;
      return code`${name}(${value}, ${seen}, ${writer.recurs(owner, schema.name) ? code`depth + 1` : code`0`})`;
    },
  };
}

function addNamedLook(owner: Identifier, name: Identifier, recursive: boolean, writer: Place['writer']): void {
  const schema = writer.schemas.get(owner);
  // asked for before it is written, for what it looks at may lead back to it
  if (schema === undefined || !writer.first(name)) return;
  const place: Place = { writer, owner, words: [] };
  const look = writer.tables.lookOf(schema, place);
  const body = 'body' in look ? look.body : code`return ${look.expression(code`value`, code`seen`)};`;
  const guard = code`if (depth > ${writer.runtime('checks', 'maximumDepth')}) return false;`;
  addLookFunction(name, recursive, place, recursive ? joinCode([guard, body], '\n') : body);
}
