import type { EntityReference } from '../evidence.ts';
import { links, plainText, type Link } from './markup.ts';

/**
 * What a sentence of a text links to behind the words that say that it is one of them: `A part is either a [label](#label) or a
 * [dial](#dial).` Undefined where there is no such sentence, or it names others that are no links. Gives no diagnostics.
 */
export function alternativesIn(text: string): Link[] | undefined {
  for (const sentence of text.slice(0, 4000).split(/(?<=[.:])\s+(?=\S)/)) {
    const rest = /\b(?:(?:any|one) of|is either|be either|^either)\b(.{5,2000})$/is.exec(sentence)?.[1] ?? '';
    const found = links(rest);
    const others = plainText(rest.replaceAll(/\[[^\][\n]{1,200}\]\([^()\s]{1,300}\)/g, '')).replaceAll(filling, '');
    if (found.length > 1 && found.every(isObjectLink) && !/[\p{L}\p{N}]/u.test(others)) return found;
  }
  return undefined;
}

/** Words between links that name nothing. */
const filling = /\b(?:or|and|an?|the|following|these|this|objects?|types?|kinds?|structures?|blocks?|elements?)\b/gi;

/** Whether a link may lead to an object of these pages. Gives no diagnostics. */
export function isObjectLink(link: Link | undefined): link is Link {
  return link !== undefined && !/^(?:[a-z]+:)?\/\//i.test(link.target);
}

/** Links in a document as a reference to one of the objects that they lead to; undefined without any. Gives no diagnostics. */
export function oneOfLinks(
  found: readonly Link[],
  document: string,
  form: EntityReference['form'] = 'one',
): EntityReference | undefined {
  const [first, ...others] = found.map(({ text, target }) => ({ words: text, link: target }));
  return first && { document, form, ...first, others };
}
