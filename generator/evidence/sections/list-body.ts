import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact, OperationName } from '../evidence.ts';
import { links, plainText } from './markup.ts';
import { typeText } from './references.ts';
import { codedClass } from './type-notations.ts';

const opening =
  /(?:^|[.!?]\s+|\b(?:it|endpoint|request|body)\s+)(?:takes|accepts|expects|requires)\s+(?:an?\s+)?(?:json\s+)?(?:array|list)\s+of\s+/i;
const ending = /[,.;:(\n]|\s(?:to|for|and|in|with|as|that|which|of|from)\s/i;

/** A sentence that says that the body is a list of what is described. */
const ofFields =
  /\b(?:takes|accepts|expects|requires|receives|body (?:is|must be|should be|contains))\s+(?:an?\s+)?(?:json\s+)?(?:array|list)\s+of\s+(?:json\s+)?(?:param\w*|objects?|\w+ objects?|the following|(?!(?:strings?|ids?|identifiers|integers|numbers|names|urls|uuids)\b)[\w-]{1,30}s(?:,\seach\b[^.\n]{0,60})?:\s{0,3}$)/i;

/** A sentence that says what the whole body is, by a link: `The body is a [box](#box)`, `Body: a [box](#box)`. */
const wholeBody =
  /\b(?:request\s+)?body(?::|\s+(?:is|must\s+be|should\s+be|contains|(?:must|should)\s+contain|consists\s+of))\s+(?:an?|the)\s+(?=(\[[^\][\n]{1,100}\]\([^()\s]{1,300}\)))/i;

/** A sentence that says so with the link in front: `The [box](#box) entity must be provided in the request body`. */
const givenBody =
  /(\[[^\][\n]{1,100}\]\([^()\s]{1,300}\))\s+(?:(?:entity|object|resource)\s+)?(?:must|should|can|may|has\s+to|needs\s+to)\s+be\s+(?:provided|sent|given|passed|specified|included|submitted)\s+(?:in|as)\s+the\s+(?:request\s+)?body\b/i;

/** A paragraph that opens the fields of a body and says that they are those of the items of a list: `An array of boxes.` */
const listOpening = /^(?:an?\s+)?(?:json\s+)?(?:array|list)\s+of\s+[\w\s-]{1,60}[.:]/i;

/** A paragraph among what is sent that is a link to the body, and at most says which parts it has to have: `A partial [box](box.md) object.` */
const linkAlone =
  /^(?:an?\s|the\s)?((?:(?:array|list)\sof\s)?)(?:partial\s)?(\[[^\][\n]{1,100}\]\([^()\s]{1,300}\))(?:\s(?:objects?|entity|resource))?(?:\.(?:\s[^[\]]{1,200})?)?$/i;

/** The body that a paragraph below a heading for it links to, or names as a class in code, where it is that and nothing else. Gives no diagnostics. */
export function linkedBody({ text, location }: ProseBlock, operation: OperationName): Evidence[] {
  const [, list = '', link = ''] = linkAlone.exec(text.trim()) ?? [];
  const coded = codedClass(text);
  const words = coded ?? (link === '' ? undefined : `${list}${link}`);
  const reference = words === undefined ? undefined : typeText(words, location.document).reference;
  if (!reference) return [];
  const subject = { kind: 'request', operation, path: [] } as const;
  return [{ kind: 'exists' } as const, { kind: 'refers', reference } as const].map((fact) => {
    return { subject, fact, location, method: 'prose', confidence: 'high' };
  });
}

/** Whether a text says that the body is a list: in a sentence of its own, or as the opening of the fields (`isOpening`). */
export function saysListBody(text: string, isOpening: boolean): boolean {
  const start = text.slice(0, 2000);
  return ofFields.test(text) || opening.test(start) || (isOpening && listOpening.test(start));
}

/**
 * What a text says of the body of an operation: `The body is a [box](#box)`, and where nothing else is told of it (`isTold`)
 * `Takes a list of commands, ...`. The words may name an entity. Medium confidence. Gives no diagnostics.
 */
export function statedBodyEvidence(
  blocks: readonly ProseBlock[],
  operation: OperationName,
  isTold: boolean,
): Evidence[] {
  if (!/^(?:post|put|patch)$/.test(operation.method)) return [];
  const whole = blocks.flatMap((block) => wholeBodyEvidence(block, operation)).slice(0, 2);
  if (whole.length > 0 || isTold) return whole;
  return blocks
    .flatMap((block): Evidence[] => {
      const text = block.text.slice(0, 2000);
      const match = opening.exec(text);
      if (!match) return [];
      const rest = text.slice(match.index + match[0].length);
      const [link] = links(rest.slice(0, 200));
      const isLink = link !== undefined && /^(?:[\w-]+\s){0,2}\[/.test(rest);
      const words = isLink ? link.text : plainText(rest.slice(0, rest.search(ending)));
      const add = (fact: Fact): Evidence => {
        const subject = { kind: 'request', operation, path: [] } as const;
        return { subject, fact, location: block.location, method: 'prose', confidence: 'medium' };
      };
      const { document } = block.location;
      const isNamed = words !== '' && words.split(/\s+/).length <= 4;
      const reference = { document, words, ...(isLink && { link: link.target }), form: 'list' } as const;
      return [
        add({ kind: 'exists' }),
        add({ kind: 'type', words: 'array' }),
        ...(isNamed ? [add({ kind: 'refers', reference })] : []),
      ];
    })
    .slice(0, 3);
}

/** What a text says by a link that the whole body is: `The body is a [box](#box)`. */
function wholeBodyEvidence(block: ProseBlock, operation: OperationName): Evidence[] {
  const text = block.text.slice(0, 2000);
  const [link] = links(wholeBody.exec(text)?.[1] ?? givenBody.exec(text)?.[1] ?? '');
  if (!link || /^[a-z]+:/i.test(link.target)) return [];
  const { document } = block.location;
  const reference = { document, words: link.text, link: link.target, form: 'one' } as const;
  const subject = { kind: 'request', operation, path: [] } as const;
  const facts: Fact[] = [{ kind: 'exists' }, { kind: 'refers', reference }];
  return facts.map((fact) => ({ subject, fact, location: block.location, method: 'prose', confidence: 'medium' }));
}

/** A line that says that what follows are the fields of the objects of a list, which is the answer. */
const answersList =
  /\b(?:array|list)\s+of\s+(?:[\w`-]{1,30}\s+){0,3}(?:objects|records|entries)\b[^.\n]{0,80}:\s{0,9}$|(?:^|\n)(?:(?:the response is|returns?)\s)?(?:an?\s|the\s)?(?:json\s)?(?:array|list)\sof\s[\w`-]{1,30}(?:\s[\w`-]{1,30}){0,2},?\s(?:(?:where\s|of which\s)?each\b|(?:with|having)\sthe\sfollowing\b)[^.\n]{0,80}:\s{0,9}$/i;

/** Whether the line before fields says that they are those of the objects of a list. Gives no diagnostics. */
export function announcesList(text: string): boolean {
  return answersList.test(text.slice(-300));
}
