import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TypeQuestion } from './check.ts';
import { valueType } from './values.ts';

const compiler = fileURLToPath(new URL('../../node_modules/typescript7/bin/tsc', import.meta.url));

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true,
};

/** A value of which the compiler says something else than the validators. */
export interface Mistyped {
  readonly kind: 'not assignable' | 'assignable';
  /** The schema and the value. */
  readonly about: string;
  readonly message: string;
}

/** Values whose type is longer say nothing that shorter ones do not. */
const longestType = 4000;
/** How much text the compiler is given. */
const longestText = 6_000_000;

/**
 * Asks the compiler whether values have the types of their schemas, in the package in `folder`, and compares with what
 * validators say. Throws where the package itself has faults. Returns how many were asked about, and what differs.
 */
export function checkTypes(
  questions: readonly TypeQuestion[],
  folder: string,
): { readonly asked: number; readonly mistyped: readonly Mistyped[] } {
  const asked = withinLength(questions);
  const first = differing(asked, folder, 'plain');
  const refused = first.filter(({ question }) => question.fits);
  const padded = differing(
    refused.map(({ question }) => question),
    folder,
    'padded',
  );
  const wrong = new Set(padded.map(({ index }) => index));
  const excused = new Set(refused.filter((_, index) => !wrong.has(index)));
  const mistyped = first
    .filter((one) => !excused.has(one))
    .map(({ question: { schema, value, fits }, message }): Mistyped => {
      const about = `${schema} ${JSON.stringify(value).slice(0, 300)}`;
      return { kind: fits ? 'not assignable' : 'assignable', about, message };
    });
  return { asked: asked.length, mistyped };
}

/** A question to which the compiler has another answer, and its position. */
interface Differing {
  readonly question: TypeQuestion;
  readonly index: number;
  readonly message: string;
}

/** How values are written: with the names that others of their schema may have beside theirs, or without. */
type Writing = 'plain' | 'padded';

/**
 * TypeScript refuses what shares no name with a type that requires none ("weak types", TypeScript 2.4), though it is a
 * value of it. A padded value has every name that the type knows.
 */
const padding = `
type Names<Type> = Type extends unknown ? (keyof Type extends infer Name ? (string extends Name ? never : Name) : never) : never;
type At<Type, Name> = Type extends unknown ? (Name extends keyof Type ? Type[Name] : never) : never;
type Item<Type> = Type extends readonly (infer Inner)[] ? Inner : never;
type Padded<Value, Type> = Value extends readonly unknown[]
  ? { [Index in keyof Value]: Padded<Value[Index], Item<Type>> }
  : Value extends object
    ? { [Name in keyof Value]: Padded<Value[Name], At<Type, Name>> } & { [Name in Exclude<Names<Type>, keyof Value> & PropertyKey]?: undefined }
    : Value;
`.replaceAll('\n', ' ');

function differing(questions: readonly TypeQuestion[], folder: string, writing: Writing): Differing[] {
  if (questions.length === 0) return [];
  const lines = questions.map(({ schema, value }, index) => {
    const type = valueType(value);
    const written = writing === 'padded' ? `Padded<${type}, schemas.${schema}>` : type;
    return `declare const value${index}: ${written}; export const typed${index}: schemas.${schema} = value${index};`;
  });
  const head = `import type * as schemas from './src/schemas.js';${writing === 'padded' ? padding : ''}`;
  const messages = compile(folder, [head, ...lines, ''].join('\n'), writing);
  return questions.flatMap((question, index) => {
    const message = messages.get(index + 2);
    return (message === undefined) === question.fits ? [] : [{ question, index, message: message ?? '' }];
  });
}

/** Every so many of them where all would be too long. */
function withinLength(questions: readonly TypeQuestion[]): TypeQuestion[] {
  const lengths = new Map(questions.map((one) => [one, valueType(one.value).length]));
  const short = questions.filter((one) => (lengths.get(one) ?? 0) < longestType);
  const total = short.reduce((sum, one) => sum + (lengths.get(one) ?? 0) + 100, 0);
  const step = Math.ceil(total / longestText);
  return short.filter((_, index) => index % step === 0);
}

/** The compiler's messages about a module, by line. */
function compile(folder: string, text: string, writing: Writing): Map<number, string> {
  writeFileSync(join(folder, 'values.ts'), text);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, exactOptionalPropertyTypes: writing === 'plain' },
      include: ['values.ts'],
    }),
  );
  const { stdout, status } = spawnSync(process.execPath, [compiler, '--pretty', 'false', '-p', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // the lines after the first of a message are indented
  const messages = stdout.split(/\n(?=\S)/).filter((one) => one.includes('error TS'));
  const outside = messages.find((one) => !/^[^(]*values\.ts\(/.test(one));
  if (outside !== undefined || (status !== 0 && messages.length === 0)) throw new Error(outside ?? `status ${status}`);
  const byLine = messages.map(
    (one) => [Number(/\((\d+),/.exec(one)?.[1]), one.slice(one.indexOf('error TS')).slice(0, 4000)] as const,
  );
  return new Map(byLine);
}
