import { nameWords } from '../base/names.ts';
import { singular } from '../base/singular.ts';

/** The fixed segments of a path as words: `/projects/{id}/work-items/` → projects, work items. */
export function collections(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '' && !segment.includes('{'))
    .map((segment) => nameWords(segment).join(' ').toLowerCase());
}

/** The fixed segments of a path as singular words: `/projects/{id}/work-items/` → project, work item. */
export function collectionWords(path: string): string[] {
  return collections(path).map(singular);
}
