import { writeSchemas } from '../writers/walk.ts';
import { arktypeWords, valibotWords, zodWords } from '../writers/words.ts';
import { nameOf } from '../writers/walk.ts';
import type { Bundle } from '../schema.ts';
import type { Contestant } from './contestant.ts';

// Contestants whose schemas are built by calls.

/** Declarations of all components in the words of zod or valibot. */
export function declarations(bundle: Bundle, words: typeof zodWords): string {
  return [...writeSchemas(bundle, words)].map(([name, code]) => `const ${name} = ${code};`).join('\n');
}

/** zod 4 with its own compiler on, as it is by default. */
export const zod: Contestant = {
  name: 'zod',
  packages: ['zod'],
  write: ({ bundle }) => `import * as z from 'zod';
${declarations(bundle, zodWords)}
export const is = (value) => ${nameOf(bundle.root)}.safeParse(value).success;
export const first = (value) => ${nameOf(bundle.root)}.safeParse(value).error?.issues[0];
export const all = (value) => ${nameOf(bundle.root)}.safeParse(value).error?.issues ?? [];
`,
};

/** valibot 1. */
export const valibot: Contestant = {
  name: 'valibot',
  packages: ['valibot'],
  write: ({ bundle }) => `import * as v from 'valibot';
${declarations(bundle, valibotWords)}
const early = { abortEarly: true };
export const is = (value) => v.is(${nameOf(bundle.root)}, value);
export const first = (value) => v.safeParse(${nameOf(bundle.root)}, value, early).issues?.[0];
export const all = (value) => v.safeParse(${nameOf(bundle.root)}, value).issues ?? [];
`,
};

/** arktype 2: one scope of all components. */
export const arktype: Contestant = {
  name: 'arktype',
  packages: ['arktype'],
  write({ bundle }) {
    const entries = [...writeSchemas(bundle, arktypeWords)].map(([name, code]) => `  ${name}: ${code},`);
    return `import { scope, type } from 'arktype';
const { ${nameOf(bundle.root)}: root } = scope({
${entries.join('\n')}
}).export();
export const is = (value) => root.allows(value);
const issues = (value) => {
  const result = root(value);
  return result instanceof type.errors ? result : [];
};
export const first = (value) => issues(value)[0];
export const all = issues;
`;
  },
};
