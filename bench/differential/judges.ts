import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JsonObject, JsonValue } from '../../generator/base/json.ts';
import { bench } from '../scoreboard/places.ts';
import { dialectUris } from './schemas.ts';

// The independent validators. They are packages of the bench, which need not be installed; so they are described here,
// not imported.

/** Whether a schema allows a value; null where there is no answer. */
export type Verdict = boolean | null;

/** A validator of its own. */
export interface Judge {
  readonly name: string;
  /** The verdicts on some values of one schema. */
  judge(schema: JsonObject, values: readonly JsonValue[]): Promise<Verdict[]>;
}

interface Ajv {
  compile(schema: JsonObject): (value: JsonValue) => boolean;
  removeSchema(schema: JsonObject): void;
}

interface AjvModule {
  readonly default: new (options: Readonly<Record<string, unknown>>) => Ajv;
}

interface Hyperjump {
  registerSchema(schema: JsonObject, uri: string): void;
  unregisterSchema(uri: string): void;
  validate(uri: string): Promise<(value: JsonValue) => { readonly valid: boolean }>;
}

async function load<T>(name: string): Promise<T> {
  const resolved = createRequire(join(bench, 'package.json')).resolve(name);
  return (await import(pathToFileURL(resolved).href)) as T;
}

/** Both judges, ready to be asked. */
export async function createJudges(): Promise<readonly [Judge, Judge]> {
  return [await createAjv(), await createHyperjump()];
}

async function createAjv(): Promise<Judge> {
  const options = {
    strict: false,
    validateSchema: false,
    validateFormats: false,
    unicodeRegExp: true,
    logger: false,
    ownProperties: true,
  };
  const [latest, older] = await Promise.all([load<AjvModule>('ajv/dist/2020.js'), load<AjvModule>('ajv/dist/ajv.js')]);
  const instances = { latest: new (constructorOf(latest))(options), older: new (constructorOf(older))(options) };
  return {
    name: 'ajv',
    async judge(schema, values) {
      const ajv = schema['$schema'] === dialectUris['draft-07'] ? instances.older : instances.latest;
      const validate = attempt(() => ajv.compile(schema));
      ajv.removeSchema(schema);
      return values.map((value) => (validate ? attempt(() => validate(value)) : null));
    },
  };
}

/** CommonJS modules have their default export once or twice. */
function constructorOf(module: AjvModule): AjvModule['default'] {
  const inner = (module.default as unknown as Partial<AjvModule>).default;
  return inner ?? module.default;
}

async function createHyperjump(): Promise<Judge> {
  const hyperjump = await load<Hyperjump>('@hyperjump/json-schema/draft-2020-12');
  await load('@hyperjump/json-schema/draft-07');
  let count = 0;
  return {
    name: 'hyperjump',
    async judge(schema, values) {
      count += 1;
      const uri = `https://differential.test/schema-${count}`;
      try {
        hyperjump.registerSchema(structuredClone(schema), uri);
        const validate = await hyperjump.validate(uri);
        return values.map((value) => attempt(() => validate(value).valid));
      } catch {
        return values.map(() => null);
      } finally {
        hyperjump.unregisterSchema(uri);
      }
    },
  };
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
