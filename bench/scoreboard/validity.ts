import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shortReason, type Verdict } from './outcome.ts';
import { bench, cache, digest, validatorsDigest } from './places.ts';

// The two validators are packages of the bench, which need not be installed; so they are described here, not imported.

interface Problem {
  readonly message: string;
  readonly severity?: string;
}

interface Parser {
  validate(path: string, options: unknown): Promise<{ readonly valid: boolean; readonly errors?: readonly Problem[] }>;
}

interface Redocly {
  createConfig(config: unknown): Promise<unknown>;
  lint(options: unknown): Promise<readonly Problem[]>;
  readonly BaseResolver: new (config?: unknown) => { loadExternalRef(reference: string): Promise<unknown> };
}

/** Says of the document in a file whether it is valid by the version it names, or what is wrong with it. */
export type Validator = (path: string) => Promise<Verdict>;

async function load<T>(name: string): Promise<T> {
  const resolved = createRequire(join(bench, 'package.json')).resolve(name);
  return (await import(pathToFileURL(resolved).href)) as T;
}

/**
 * What the parser says where it has no verdict: it unfolds some circles of references without end, and of a 3.1
 * document it asks for an entry in `paths`, where the standard only wants the key (OAS 3.1.0, "OpenAPI Object").
 */
const noVerdict = /^Maximum dereference depth|^OpenAPI 3\.1 definitions must contain at least one entry/;

/** Both validators must agree. Nothing is fetched: a document that needs the network is judged without it. */
export async function createValidator(): Promise<Validator> {
  const [parser, redocly] = await Promise.all([
    load<Parser>('@readme/openapi-parser'),
    load<Redocly>('@redocly/openapi-core'),
  ]);
  const config = await redocly.createConfig({ rules: { struct: 'error', 'no-unresolved-refs': 'error' } });
  class Resolver extends redocly.BaseResolver {
    override loadExternalRef(reference: string): Promise<unknown> {
      if (/^https?:/i.test(reference)) return Promise.reject(new Error('not fetched'));
      return super.loadExternalRef(reference);
    }
  }
  return async (path) => {
    const struct = await firstProblem(async () => {
      const problems = await redocly.lint({ ref: path, config, externalRefResolver: new Resolver() });
      return problems.find(({ severity }) => severity !== 'warn');
    });
    if (struct !== undefined) return { reason: shortReason(`redocly: ${struct}`) };
    // the parser does not know 3.2 yet
    if (/^[\s{"']*openapi["']?\s*:\s*["']?3\.2\./m.test(readFileSync(path, 'utf8').slice(0, 2000))) return 'pass';
    const fault = await firstProblem(async () => {
      const result = await parser.validate(path, { resolve: { http: { timeout: 1, redirects: 0 } } });
      return result.valid ? undefined : (result.errors?.[0] ?? { message: 'invalid' });
    });
    return fault === undefined || noVerdict.test(fault) ? 'pass' : { reason: shortReason(`openapi-parser: ${fault}`) };
  };
}

async function firstProblem(find: () => Promise<Problem | undefined>): Promise<string | undefined> {
  try {
    return (await find())?.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The same, asking once for each content. `context` tells apart what the text alone does not: where it lies. */
export function remembered(validate: Validator): (path: string, context: string) => Promise<Verdict> {
  const folder = join(cache, 'verdicts');
  const validators = validatorsDigest();
  mkdirSync(folder, { recursive: true });
  return async (path, context) => {
    const file = join(folder, `${digest(validators, context, readFileSync(path, 'utf8'))}.json`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Verdict;
    const verdict = await validate(path);
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(verdict));
    renameSync(`${file}.${process.pid}`, file);
    return verdict;
  };
}
