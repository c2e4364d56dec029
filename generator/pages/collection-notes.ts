import type { Data } from '../base/data.ts';
import { createReport } from '../base/diagnostic.ts';
import { own, ownArray, ownString, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { readMarkdown } from './component-markdown.ts';
import type { Block } from './page.ts';

/** Folders that are deeper than this are a trap. */
const deepest = 100;

/** Marks by which a text is more than sentences: a table, a heading, a list, a fence. */
const structure = /^[ \t]{0,3}(?:\|.*\||#{1,6} |[-*+] |\d{1,2}[.)] |```)/m;

/**
 * The blocks of the Markdown that the descriptions of a collection's requests hold, by the JSON Pointer of each; their lines count in
 * the text. Only of those that are more than sentences. Empty for data that is no collection. Gives no diagnostics.
 */
export function collectionNotes({ value }: Data, path: string): ReadonlyMap<string, readonly Block[]> {
  const found = new Map<string, readonly Block[]>();
  const add = (text: string | undefined, pointer: string): void => {
    if (text !== undefined && structure.test(text)) found.set(pointer, readMarkdown(text, path, createReport()).blocks);
  };
  const describe = (node: JsonValue | undefined, pointer: string): void => {
    const description = own(node, 'description');
    if (typeof description === 'string') add(description, joinPointer(pointer, 'description'));
    else add(ownString(description, 'content'), joinPointer(pointer, 'description', 'content'));
  };
  const visit = (node: JsonValue, pointer: string, depth: number): void => {
    for (const [index, item] of (ownArray(node, 'item') ?? []).entries()) {
      const place = joinPointer(pointer, 'item', index);
      if (ownArray(item, 'item')) {
        if (depth < deepest) visit(item, place, depth + 1);
        continue;
      }
      describe(own(item, 'request'), joinPointer(place, 'request'));
      describe(item, place);
    }
  };
  visit(value, '', 0);
  const inner = own(value, 'collection');
  if (inner !== undefined) visit(inner, '/collection', 0);
  return found;
}
