import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assignment, Contestant } from './contestant.ts';

/** The module that holds a package's validator of a type: one for all, or one of several. */
export function validatorModule(packageFolder: string, type: string): string {
  const index = readFileSync(join(packageFolder, 'dist/index.js'), 'utf8');
  const modules = [...index.matchAll(/from '\.\/([^']+)'/g)].map(([, path = '']) => join(packageFolder, 'dist', path));
  const found = modules.find((path) => readFileSync(path, 'utf8').includes(`function is${type}(`));
  return found ?? join(packageFolder, 'dist/index.js');
}

/** The validators that the generator emits, as the package ships them. */
export const ours: Contestant = {
  name: 'specloom',
  packages: [],
  write({ packageFolder, payload: { type } }: Assignment) {
    return `import { is${type}, parse${type} } from ${JSON.stringify(validatorModule(packageFolder, type))};
const limit = { limit: 1 };
export const is = is${type};
export const first = (value) => {
  const result = parse${type}(value, limit);
  return result.ok ? undefined : result.issues[0];
};
export const all = (value) => {
  const result = parse${type}(value);
  return result.ok ? [] : result.issues;
};
`;
  },
};
