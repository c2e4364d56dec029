import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import { createReport } from '../../generator/base/diagnostic.ts';
import { joinPointer } from '../../generator/base/pointer.ts';
import { generate } from '../../generator/generate.ts';
import { buildApi } from '../../generator/model/build.ts';
import type { NamedSchema } from '../../generator/model/model.ts';
import { splitDirections } from '../../generator/spec/index.ts';
import type { Spec } from '../../generator/spec/openapi.ts';

/** The name of a schema, and its place in the spec. */
interface NamedPlace {
  readonly name: string;
  readonly pointer: string;
}

/** A package made of one document, in a folder, and loaded. */
export interface MadePackage {
  /** The normalized spec as the package is made from it: what is sent and what is received are apart. */
  readonly spec: Spec;
  /** The schemas that have a name, and where they stand in the spec. */
  readonly schemas: readonly NamedPlace[];
  /** What the emitted `isX` says. */
  accepts(name: string, value: unknown): boolean;
  /** What the emitted `parseX` says of the first issue; undefined where it accepts. */
  firstIssue(name: string, value: unknown): string | undefined;
}

/** Parts of others and other names of others are left out. What is sent of a component says where the component stands. */
function namedPlace({ name, origin, schema }: NamedSchema): NamedPlace[] {
  if (origin.kind === 'component') return [{ name, pointer: joinPointer('/components/schemas', origin.key) }];
  return origin.kind === 'body' || origin.kind === 'response' ? [{ name, pointer: schema.pointer }] : [];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function javaScript(text: string): string {
  const { ESNext } = ts.ModuleKind;
  const { ES2022 } = ts.ScriptTarget;
  const rewriting = { verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true };
  const compilerOptions = { target: ES2022, module: ESNext, ...rewriting };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

type Validators = Record<string, ((value: unknown) => unknown) | undefined>;

/** Generates the package of an OpenAPI document into `folder`; undefined where nothing comes of it. */
export async function makePackage(path: string, text: string, folder: string): Promise<MadePackage | undefined> {
  const packageOptions = { name: 'sample', version: '1.0.0', license: 'MIT' };
  const task = {
    name: 'sample',
    documents: [{ path, text }],
    overlays: [],
    packageOptions,
    inference: 'apply',
  } as const;
  const { spec: printed, files } = await generate(task, createReport(), { sourcesOnly: true });
  if (printed === undefined || files.length === 0) return undefined;
  for (const file of files) write(join(folder, file.path), file.text);
  for (const file of files.filter((one) => /^src\/(?:validators|runtime\/[\w-]+)\.ts$/.test(one.path)))
    write(join(folder, file.path.replace(/^src/, 'dist').replace(/ts$/, 'js')), javaScript(file.text));
  write(join(folder, 'package.json'), '{"type":"module"}');
  const data = parseData(printed, { document: path });
  if (isDataFailure(data)) throw new Error(data.reason);
  const spec = splitDirections(data.value as Spec);
  const { schemas } = buildApi(spec, createReport());
  const validators = (await import(pathToFileURL(join(folder, 'dist/validators.js')).href)) as Validators;
  return {
    spec,
    schemas: schemas.flatMap(namedPlace),
    accepts: (name, value) => called(validators, `is${name}`)(value) === true,
    firstIssue: (name, value) => {
      const result = called(validators, `parse${name}`)(value) as ParseAnswer;
      const issue = result.ok ? undefined : result.issues?.[0];
      return issue && `${issue.path} ${issue.keyword}`;
    },
  };
}

function called(validators: Validators, name: string): (value: unknown) => unknown {
  const validator = validators[name];
  if (!validator) throw new Error(`the package has no ${name}`);
  return validator;
}

interface ParseAnswer {
  readonly ok: boolean;
  readonly issues?: readonly { readonly path: string; readonly keyword: string }[];
}
