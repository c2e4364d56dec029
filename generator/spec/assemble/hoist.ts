import type { JsonObject } from '../../base/json.ts';
import { nameWords, typeName } from '../../base/names.ts';
import { collectionWords } from '../collections.ts';

/** Moves a schema to `components.schemas` under the singular of the path's last collection, and returns the name. */
export function hoist(schema: JsonObject, components: JsonObject, path: string): string {
  const collections = collectionWords(path);
  const last = collections.at(-1) ?? 'body';
  // a word like "value" alone names nothing: the collection before it says whose
  const words = nameWords(last).length === 1 ? [collections.at(-2) ?? '', last] : [last];
  const wanted: string = typeName(words.map((word) => nameWords(word).map(capital).join('')).join(''));
  let name = wanted;
  for (
    let count = 2;
    components[name] !== undefined && JSON.stringify(components[name]) !== JSON.stringify(schema);
    count += 1
  ) {
    name = `${wanted}${count}`;
  }
  components[name] = schema;
  return name;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
