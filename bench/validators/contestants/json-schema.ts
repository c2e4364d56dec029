import { inlined, withAnyOf, withoutDiscriminators, withTagNames, type Bundle } from '../schema.ts';
import type { JsonObject } from '../../../generator/base/json.ts';
import { bundledCode } from '../bundle-code.ts';
import { load, type Contestant } from './contestant.ts';

// Contestants that take JSON Schema. They are given it without references, as far as it does not contain itself: it is
// the faster form for each of them, and ajv's `discriminator` needs the constants in place.

const ajvOptions = { strict: false, validateFormats: false, discriminator: true };

const ajvFaces = `
export const is = (value) => one(value);
export const first = (value) => (one(value) ? undefined : one.errors[0]);
export const all = (value) => (every(value) ? [] : every.errors);
`;

/** ajv, compiled in the process that validates. */
export const ajv: Contestant = {
  name: 'ajv',
  packages: ['ajv'],
  write: ({ bundle }) => `import { Ajv2020 } from 'ajv/dist/2020.js';
const schema = ${JSON.stringify(withTagNames(inlined(bundle)))};
const options = ${JSON.stringify(ajvOptions)};
const one = new Ajv2020(options).compile(schema);
const every = new Ajv2020({ ...options, allErrors: true }).compile(schema);
${ajvFaces}`,
};

interface Ajv {
  readonly Ajv2020: new (options: unknown) => { compile(schema: unknown): unknown };
}

interface Standalone {
  readonly default: { readonly default: (instance: unknown, validate: unknown) => string };
}

/** The module that ajv writes ahead of time, with its helpers in it. */
export async function ajvModule(schema: JsonObject, allErrors = false, minify = false): Promise<string> {
  const { Ajv2020 } = await load<Ajv>('ajv/dist/2020.js');
  const { default: standalone } = await load<Standalone>('ajv/dist/standalone/index.js');
  const instance = new Ajv2020({ ...ajvOptions, allErrors, code: { source: true, esm: true } });
  return bundledCode(standalone.default(instance, instance.compile(schema)), undefined, minify);
}

/** ajv's code, written ahead of time. */
export const ajvStandalone: Contestant = {
  name: 'ajv standalone',
  packages: ['ajv'],
  async write({ bundle }) {
    const schema = withTagNames(inlined(bundle));
    const [one, every] = [await ajvModule(schema), await ajvModule(schema, true)];
    return `${asConstant('one', one)}\n${asConstant('every', every)}\n${ajvFaces}`;
  },
};

/** A bundled module with a default export as one expression, so that two of them fit into one module. */
function asConstant(name: string, module: string): string {
  const exported = /(\w+) as default/.exec(module)?.[1];
  if (exported === undefined) throw new Error('no default export');
  return `const ${name} = (() => {\n${module.replace(/export \{[^}]*\};?/, '')}\nreturn ${exported};\n})();`;
}

/** The packages of typebox are asked for as JSON Schema; `anyOf` is what its own unions are. */
export const typebox: Contestant = {
  name: 'typebox',
  packages: ['typebox'],
  write: ({ bundle }) => `import { Compile } from 'typebox/schema';
import { Settings } from 'typebox/system';
const validator = Compile(${plainSchema(bundle, withAnyOf)});
if (!validator.IsAccelerated()) throw new Error('not compiled');
export const prepare = (mode) => Settings.Set({ maxErrors: mode === 'first' ? 1 : Number.MAX_SAFE_INTEGER });
export const is = (value) => validator.Check(value);
export const first = (value) => (validator.Check(value) ? undefined : validator.Errors(value)[1][0]);
export const all = (value) => (validator.Check(value) ? [] : validator.Errors(value)[1]);
`,
};

/** ata-validator with its plain errors, which cost less than its default, and say where and what. */
export const ata: Contestant = {
  name: 'ata-validator',
  packages: ['ata-validator'],
  write: ({ bundle }) => `import { Validator } from 'ata-validator';
const validator = new Validator(${plainSchema(bundle)}, { richErrors: false });
export const is = (value) => validator.isValidObject(value);
export const first = (value) => validator.validate(value).errors[0];
export const all = (value) => validator.validate(value).errors;
`,
};

/** schemasafe in its default mode. */
export const schemasafe: Contestant = {
  name: 'schemasafe',
  packages: ['@exodus/schemasafe'],
  write: ({ bundle }) => `import { createRequire } from 'node:module';
const { validator } = createRequire(import.meta.url)('@exodus/schemasafe');
const schema = ${plainSchema(bundle)};
const options = { $schemaDefault: 'https://json-schema.org/draft/2020-12/schema' };
const verdict = validator(schema, options);
const one = validator(schema, { ...options, includeErrors: true });
const every = validator(schema, { ...options, includeErrors: true, allErrors: true });
export const is = (value) => verdict(value);
export const first = (value) => (one(value) ? undefined : one.errors[0]);
export const all = (value) => (every(value) ? [] : every.errors);
`,
};

function plainSchema(bundle: Bundle, change = (schema: JsonObject): JsonObject => schema): string {
  return JSON.stringify(change(withoutDiscriminators(inlined(bundle))));
}
