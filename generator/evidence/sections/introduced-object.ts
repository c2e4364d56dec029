/** `The `Port` object supports the following keys:`, `A box has:`: the name is code, or written as the name of a class. */
const named =
  /\b(?:[Tt]he|[Aa]n?)\s+(?:`([A-Za-z][\w.]{0,60})`|([A-Z][A-Za-z0-9]{1,60}))\s+(?:objects?|blocks?|structures?|types?)\s+(?:supports?|has|have|contains?|takes?|accepts?|includes?|consists?|is made)\b[^.\n]{0,80}$/;

/** The same of a name in code alone, unless its values follow: `` `address` must have: ``. */
const namedAlone =
  /^(?![^\n]*\b(?:values?|options?|one of)\b)(?:[Tt]he\s)?`([A-Za-z][\w.]{0,60})`\s(?:(?:field|property|parameter|attribute)\s)?(?:(?:must|should|may|can)\s)?(?:has|have|contains?|takes?|accepts?|includes?|consists? of|is made of|is an object (?:with|of|that has))\b[^.\n`]{0,80}$/;

/** A line about the items of what the text before it speaks of: `Each object supports the following attributes:`. */
const ofEach =
  /\b(?:each|every)\s+(?:object|item|entry|element|one)\s+(?:supports?|has|contains?|takes?|accepts?|includes?|consists?)\b[^.\n]{0,80}$/i;

/** A sentence that says under which key of an object the parts stand that follow: ``an object with a key called `box` ``, ``a JSON object with a `boxes` key``. */
const underKey =
  /\bobject\s(?:with|containing|that\s(?:has|contains|holds))\s(?:an?|the|one|a\ssingle)\s(?:(?:key|property|member|field)\s(?:called|named)\s`([\w$-]{1,60})`|`([\w$-]{1,60})`\s(?:key|property|member|field)\b)([\s\S]{0,300})$/i;

/** The key under which a text says that what follows it stands, and whether as items of a list. Gives no diagnostics. */
export function introducedKey(text: string): { readonly name: string; readonly isList: boolean } | undefined {
  const [, called, alone, behind = ''] = underKey.exec(text.slice(-600)) ?? [];
  const name = called ?? alone;
  return name === undefined ? undefined : { name, isList: /\b(?:array|list)\b/i.test(behind) };
}

/** A line that says of something that its parts follow: `The timer has the following properties`. */
const hasParts =
  /^(?:the|an?|each|every)\s(?:[\w`-]{1,40}\s){1,4}(?:has|have|contains?|consists of)\s(?:the\s)?(?:following\s)(?:properties|fields|attributes|members)\b[^.\n]{0,40}:?$|^(?:(?:the|an?|each|every|all|any)\s)?errors?\s(?:[\w-]{1,20}\s){1,6}(?:the\sfollowing|these)\s(?:properties|fields|attributes|members|keys)(?:\s[\w-]{1,20}){0,3}:$/i;

/** Whether the line before a list says that what it lists are the parts of something. */
export function announcesParts(text: string): boolean {
  return hasParts.test(lastSentence(text));
}

/** The last sentence of a text, its white space made even. Gives no diagnostics. */
export function lastSentence(text: string): string {
  const plain = text.slice(-400).replaceAll(/\s+/g, ' ').trim();
  return plain.split(/\.\s/).at(-1) ?? plain;
}

/** What the line before a table or list calls the object whose parts follow; undefined where it names none. */
export function introducedObject(text: string): string | undefined {
  const sentence = lastSentence(text);
  const match = named.exec(sentence) ?? namedAlone.exec(sentence);
  return match?.[1] ?? match?.[2];
}

/** Whether the line before a table or list speaks of the items of something, without a name for them. */
export function introducesEach(text: string): boolean {
  return ofEach.test(lastSentence(text));
}
