import { nameWords, valueName } from '../base/names.ts';
import { shortDigest } from './short-digest.ts';

/** Longer names are cut: they become names of files. */
const maxLength = 100;

/**
 * The name of an operation by its method and path, and nothing else: the method, the segments, and `By…` for each
 * parameter. `GET /users/{id}/posts` → getUsersByIdPosts.
 */
export function pathName(method: string, path: string): string {
  const parts = path.split(/(\{[^{}]*\})/).map((part) => (part.startsWith('{') ? `By ${part}` : part));
  const words = nameWords(parts.join(' '));
  const name = valueName([method, ...(words.length > 0 ? words : ['root'])].join(' '));
  return name.length <= maxLength ? name : `${name.slice(0, maxLength - 7)}_${shortDigest(`${method} ${path}`)}`;
}

/**
 * The same, told apart from all others by a digest of method and path: for names that several operations would have.
 * `GET /user-posts` → getUserPosts_1a2b3c.
 */
export function distinctPathName(method: string, path: string): string {
  return `${pathName(method, path)}_${shortDigest(`${method} ${path}`)}`;
}

/**
 * Whether a path can be told from its name, so that no other such path has the same one: plain lower-case segments and
 * parameters.
 */
export function isPlainPath(path: string): boolean {
  const segments = path.split('/').slice(1);
  return segments.every(
    (segment) => /^(?:[a-z]+|v\d+|\{[a-z]+\})$/.test(segment) && segment !== 'by' && segment !== 'root',
  );
}
