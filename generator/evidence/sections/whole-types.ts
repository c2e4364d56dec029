import type { FieldNotes } from './list-notes.ts';
import { readListHead } from './list-head.ts';

/**
 * What a line says that is the name of a type of JSON Schema in code (JSON Schema Core, section 4.2.1), with what limits it behind a comma:
 * `` `string` ``, `` `integer`, format: `int64` ``. No value is called so. Undefined for any other. Gives no diagnostics.
 */
export function wholeType(text: string): FieldNotes | undefined {
  const line = text.trim();
  if (line.length > 1000 || !/^`(?:string|integer|number|boolean|object|array|null)`(?:$|,\s[a-z])/i.test(line))
    return undefined;
  const head = readListHead(`\`x\` ${line}`, false);
  return head?.rest === '' && head.notes.words !== undefined ? head.notes : undefined;
}
