import { ownString } from '../base/json.ts';
import type { HeadingBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import type { EntityName, Evidence, Fact, OperationName, Subject } from './evidence.ts';
import { objectTitle } from './object-titles.ts';
import { basesIn } from './sections/built-on.ts';

/** What the components of a page that names no endpoint are read as, until they are said to be those of an object. */
export const noOperation: OperationName = { method: 'get', path: '/' };

/** Folders of pages that describe one object each. */
const objectFolder = /(?:^|\/)(?:objects|models|schemas|types|resources|entities|data-?types)\/[^/]+$/i;

/**
 * What a page that names no endpoint calls an object, by its title (`The parcel object`) or by the folder in which it stands; undefined
 * for any other page. Gives no diagnostics.
 */
export function pageObject({ path, frontMatter, blocks }: Page): EntityName | undefined {
  const heading = allBlocks(blocks).find((block): block is HeadingBlock => block.kind === 'heading');
  const named = frontMatter && ownString(frontMatter.value, 'title');
  const text = (named ?? heading?.text ?? '').trim();
  const called = objectTitle(text);
  const title = called ? (called.isForm ? undefined : called.title) : objectFolder.test(path) ? text : undefined;
  return title === undefined || title === '' ? undefined : { document: path, anchor: '', title };
}

/**
 * What was read of `noOperation` as facts of an object: its answer, else its body. None where neither has properties. Gives no
 * diagnostics.
 */
export function objectFacts(entity: EntityName, read: readonly Evidence[]): Evidence[] {
  const side = (['response', 'request'] as const).find((kind) =>
    read.some(({ subject }) => subject.kind === kind && subject.path.length > 0),
  );
  const own = read.flatMap((one): Evidence[] => {
    const { subject } = one;
    if (subject.kind !== side || (subject.path.length === 0 && one.fact.kind !== 'sample')) return [];
    return [{ ...one, subject: { kind: 'entity', entity, path: subject.path } }];
  });
  const [first] = own;
  if (!first || side === undefined) return [];
  const subject: Subject = { kind: 'entity', entity, path: [] };
  const facts: Fact[] = [{ kind: 'exists' }, { kind: 'type', words: 'object' }, { kind: 'alias', anchor: '' }];
  const { location } = first;
  return [...facts.map((fact): Evidence => ({ subject, fact, location, method: 'name', confidence: 'high' })), ...own];
}

/** The objects that the paragraphs of a page say its object is built on: `Extends [Party](party.mdx)`. Gives no diagnostics. */
export function basesOf(entity: EntityName, { blocks, path }: Page): Evidence[] {
  const subject: Subject = { kind: 'entity', entity, path: [] };
  return blocks.flatMap((block): Evidence[] =>
    block.kind === 'prose' && !block.items
      ? basesIn(block.text, path).map((reference) => {
          return {
            subject,
            fact: { kind: 'extends', reference },
            location: block.location,
            method: 'prose',
            confidence: 'high',
          };
        })
      : [],
  );
}
