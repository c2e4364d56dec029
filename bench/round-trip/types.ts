import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sample } from './check.ts';
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
};

/** A valid value that the compiler does not let pass as its schema's type. */
export interface Mistyped {
  /** The schema and the value. */
  readonly about: string;
  readonly message: string;
}

/** Values whose type is longer say nothing that shorter ones do not. */
const longestType = 20_000;

/** Assigns the valid samples of the package in `folder` to their types. Throws where the package itself has faults. */
export function checkTypes(samples: readonly Sample[], folder: string): Mistyped[] {
  const typed = samples
    .map((sample) => ({ ...sample, type: valueType(sample.value) }))
    .filter(({ type, isMeant }) => isMeant && type.length < longestType);
  const lines = typed.map(
    ({ schema, type }, index) =>
      `declare const value${index}: ${type}; export const typed${index}: schemas.${schema} = value${index};`,
  );

  writeFileSync(
    join(folder, 'values.ts'),
    [`import type * as schemas from './src/schemas.js';`, ...lines, ''].join('\n'),
  );
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['values.ts'] }));
  const { stdout, status } = spawnSync(process.execPath, [compiler, '--pretty', 'false', '-p', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // the lines after the first of a message are indented
  const messages = stdout.split(/\n(?=\S)/).filter((text) => text.includes('error TS'));
  const outside = messages.find((text) => !/^[^(]*values\.ts\(/.test(text));
  if (outside !== undefined || (status !== 0 && messages.length === 0)) throw new Error(outside ?? `status ${status}`);
  return messages.map((text) => {
    const line = Number(/\((\d+),/.exec(text)?.[1]);
    const { schema = '', value = null } = typed[line - 2] ?? {};
    return {
      about: `${schema} ${JSON.stringify(value).slice(0, 300)}`,
      message: text.slice(text.indexOf('error TS'), 4000),
    };
  });
}
