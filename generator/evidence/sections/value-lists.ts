import type { ProseBlock } from '../../pages/page.ts';
import type { FieldRow } from './field-row.ts';

/** A line that ends in the name of a parameter: ``Narrow the results with the `kind` parameter:``. */
const ownerLine =
  /\b(?:the|an?|by|with|using|via)\s`([\w.$[\]-]{1,60})`\s(?:(?:query|path|body|header|request|url|optional)\s){0,2}(?:param(?:eter)?|field|option|argument|attribute|header)\s{0,2}:\s{0,9}$/i;

/**
 * The parameter whose values a list gives, as the line before it says: with line and list as its description. The items of such a
 * list name no parameters. Undefined where the line names none. Gives no diagnostics.
 */
export function listedValuesOwner(intro: string, list: ProseBlock): FieldRow | undefined {
  const name = ownerLine.exec(intro.slice(-300))?.[1];
  if (name === undefined) return undefined;
  const description = `${intro.trim()}\n${list.text}`;
  return { name, description, children: [], location: list.location, method: 'prose' };
}
