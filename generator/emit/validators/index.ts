import type { Identifier } from '../../base/names.ts';
import type { NamedSchema } from '../../model/model.ts';
import { code, literal, type Code } from '../code.ts';
import type { Emitter } from '../emitter.ts';
import { layout, validatorNames } from '../layout.ts';
import { createModule } from '../module.ts';
import { withoutHedges } from './hedges.ts';
import { testBody, valueParameter } from './test.ts';
import { withPlainLeftovers } from './leftovers.ts';
import { lookOf } from './look-table.ts';
import { depthParameter, type Writer } from './place.ts';
import { testOf } from './test-table.ts';
import { unknownKeysModule } from './unknown-keys.ts';
import { createWriter } from './writer.ts';

/**
 * Emits `src/validators.ts`: for each named schema `isX` (a boolean, fast), `parseX` (the value or its issues) and
 * `assertX` (throws the issues), after JSON Schema 2020-12. `checkX`, the same test as `isX`, notes the issues. What
 * documents only hint at never refuses a value.
 */
export const validatorsEmitter: Emitter = {
  name: 'validators',
  emit({ api, options }) {
    const original = new Map(api.schemas.map(({ name, schema }) => [name, schema]));
    const sure = new Map(api.schemas.map(({ name, schema }) => [name, withoutHedges(schema, original)]));
    const schemas = new Map([...sure].map(([name, schema]) => [name, withPlainLeftovers(schema, sure)]));
    const module = createModule(layout.validators);
    const writer = createWriter(module, api.schemas, schemas, { testOf, lookOf });
    for (const named of api.schemas) writeValidators(named, writer);
    return [module.finish(), ...(options.unknownKeys ? [unknownKeysModule(api)] : [])];
  },
};

function writeValidators({ name }: NamedSchema, writer: Writer): void {
  const { module } = writer;
  if (!writer.schemas.has(name)) return;
  const type = module.use(layout.schemas, name, 'type');
  addTest(name, writer.quiet, type);
  addTest(name, writer);
  addResultFunctions(writer, name, type);
}

/** Adds the function that tests a named schema, and those for its parts: exported where it tells that a value is of a `type`. */
function addTest(name: Identifier, writer: Writer, type?: Identifier): void {
  const { module } = writer;
  const schema = writer.schemas.get(name);
  if (schema === undefined) return;
  const deep = writer.recurs(name, name);
  const test = testBody(schema, { writer, owner: name, words: [] });
  const parts = writer.flush();
  const ignored = !deep && !/\bvalue\b/u.test(test);
  const value = (ignored ? '_value' : 'value') as Identifier; // some compile with noUnusedParameters
  module.add(...parts.filter((one) => one.kind === 'const'));
  module.add({
    kind: 'function',
    name: writer.testName(name),
    exported: type !== undefined,
    ...(type && { docs: { text: `Whether \`value\` is a \`${name}\`.`, tags: [] } }),
    parameters: [{ name: value, type: code`unknown` }],
    returnType: type ? code`${value} is ${type}` : code`boolean`,
    body: deep ? code`return ${writer.runtime('memo', 'fromTop')}(${writer.atDepth(name)}, value);` : test,
  });
  if (deep) addDepthFunction(writer, name, test);
  module.add(...parts.filter((one) => one.kind !== 'const'));
}

function addDepthFunction(writer: Writer, owner: Identifier, test: Code): void {
  const name = writer.atDepth(owner);
  const visits = writer.runtime('memo', 'visits');
  const isFurther = code`depth > ${writer.runtime('checks', 'maximumDepth')} || (${visits}.left -= 1) < 0`;
  writer.module.add({
    kind: 'function',
    name,
    exported: false,
    parameters: [...valueParameter(), depthParameter],
    returnType: code`boolean`,
    body: code`if (${isFurther}) return ${writer.runtime('memo', 'further')}(${name}, value, depth);
${test}`,
  });
}

function addResultFunctions(writer: Writer, name: Identifier, type: Identifier): void {
  const { module } = writer;
  const pointer = writer.schemas.get(name)?.pointer ?? '';
  const names = validatorNames(name);
  module.add({
    kind: 'function',
    name: names.parse,
    docs: { text: `\`value\` itself if it is a \`${name}\`, else the issues that it has.`, tags: [] },
    parameters: [
      ...valueParameter(),
      { name: 'options' as Identifier, type: writer.runtimeType('validation', 'ParseOptions'), optional: true },
    ],
    returnType: code`${writer.runtimeType('validation', 'ParseResult')}<${type}>`,
    body: code`return ${writer.runtime('validation', 'parse')}(value, ${names.is}, ${writer.testName(name)}, ${literal(pointer)}, options);`,
  });
  module.add({
    kind: 'function',
    name: names.assert,
    docs: { text: `Throws a ValidationIssuesError unless \`value\` is a \`${name}\`.`, tags: [] },
    parameters: valueParameter(),
    returnType: code`asserts value is ${type}`,
    body: code`${writer.runtime('validation', 'orThrow')}(${names.parse}(value));`,
  });
}
