import { typeText, type TypeText } from './references.ts';

/** How a text begins that says of a value that it is a list: `A list of`, `` `Checks` is an array of ``, `Specifies the set of`. */
const opening =
  /^\W{0,3}(?:[\w.-]{1,80}`?\s+)?(?:(?:this\s+)?(?:is|are)\s+|(?:specifies|provides|contains|defines|represents)\s+)?(?:an?|the)\s+(?:optional\s+|json\s+|ordered\s+)?(?:list|array|set)\s+(?:of\s+|to\s+\w+\s+)|^\W{0,3}(?:list|array)\s+of\s+/i;
const objects =
  /^((?:an?\s+|zero or more\s+)?(?:[\w-]+\s+){0,3}(?:\[[^\][]{1,60}\]\([^()\s]{1,200}\)|`[\w.-]{1,60}`|[\w-]+)\s+objects?)\b(?!\s+(?:ids?|names?|keys?)\b)|^(\[[^\][]{1,60}\]\([^()\s]{1,200}\)(?=\s+(?:entit(?:y|ies)|structures?|records?)\b)|\[[^\][]{1,60}\sobjects?\]\([^()\s]{1,200}\))/i;
const scalars = /^(strings?|integers?|ints?|numbers?|booleans?|uuids?|ids)\b/i;

/**
 * The type of a value whose text says first that it is a list of something; the words of objects name an entity. Undefined for
 * any other text. `document` is where the text stands.
 */
export function describedList(text: string, document: string): TypeText | undefined {
  const start = text.slice(0, 600).replaceAll(/\s+/g, ' ');
  const rest = opening.exec(start);
  if (!rest) return undefined;
  const of = start.slice(rest[0].length);
  const [, beside, within] = objects.exec(of) ?? [];
  const named = beside ?? within;
  // `[Person](#person) entities`
  const items = named !== undefined && !/objects?\]/i.test(named) && named.endsWith(')') ? `${named} objects` : named;
  if (items !== undefined) return typeText(`array of ${items.replace(/object$/, 'objects')}`, document);
  const scalar = scalars.exec(of)?.[1]?.toLowerCase();
  return { words: scalar === undefined || scalar === 'ids' ? 'array' : `array of ${scalar.replace(/s?$/, 's')}` };
}
