import type { ProseBlock } from '../../pages/page.ts';
import type { EntityReference, Evidence, OperationName } from '../evidence.ts';
import type { PartRole } from './heading-roles.ts';
import { links, plainText } from './markup.ts';

const parts = String.raw`(?:fields|properties|attributes|members|elements|keys)`;
const thing = String.raw`(?:the\s|an?\s|its\s)?(?:[a-z-]{1,20}\s)?(\[[^\][\n]{1,100}\]\([^()\s]{1,300}\)|${'`'}[A-Za-z][\w.-]{0,80}${'`'})`;

/** How a text says that an object has all that another one has. */
const phrases: readonly RegExp[] = [
  String.raw`\b(?:extends|inherits?(?:\s(?:all\s)?(?:its\s|the\s)?${parts})?\sfrom|(?:is\s)?derived\sfrom|(?:is\s)?an?\sextension\sof)\s${thing}`,
  String.raw`\b(?:all|same)\s(?:of\s)?(?:the\s)?(?:same\s|base\s|common\s)?${parts}\s(?:of|from|as|in)\s${thing}`,
  String.raw`\b(?:includes?|contains?|has|have)\s(?:the\s)?${parts}\s(?:of|from)\s${thing}`,
  String.raw`\bin\saddition\sto\s(?:all\s)?(?:of\s)?(?:the\s)?${parts}\s(?:of|from|in)\s${thing}`,
  String.raw`(?:\b(?:is|as|returns?|like)\s|^)${thing}(?:\sobjects?)?,?\s(?:with|plus|and)\s(?:the\s|these\s|some\s|a\sfew\s)?(?:following\s)?(?:additional|extra|more|further|other)\s${parts}`,
].map((source) => new RegExp(source, 'i'));

/** Words by which such a sentence says that it holds for some of it only. */
const inPart = /\b(?:except|excluding|unless|not|never|without|some\sof|subset|partial|instead|if|when|may|either)\b/i;

/** A text that says that nothing of what it speaks of has to be there. */
const allOptional =
  /\b(?:all|each|every)\s(?:of\s(?:them|these|which)\s|one\s|field\s|fields\s|properties\s)?(?:(?:is|are)\s)?optional\b/i;

/**
 * The objects on which what a text describes is built, and so has all that these have: `Extends [Vehicle](#vehicle)`, `All fields of a
 * [vehicle](#vehicle), plus:`. `document` is where the text stands. Sentences that make exceptions say none. Gives no diagnostics.
 */
export function basesIn(text: string, document: string): EntityReference[] {
  const found = text
    .slice(0, 4000)
    .split(/(?<=[.:])\s+(?=\S)/)
    .filter((sentence) => !inPart.test(sentence))
    .flatMap(
      (sentence) => phrases.map((phrase) => phrase.exec(sentence)?.[1]).find((name) => name !== undefined) ?? [],
    );
  const isPartial = allOptional.test(text.slice(0, 4000));
  return [...new Set(found)].map((name): EntityReference => {
    const [link] = links(name);
    const words = plainText(name).replace(/(?<=\S)\sobjects?$/i, '');
    return { document, words, ...(link && { link: link.target }), form: 'one', ...(isPartial && { partial: true }) };
  });
}

/**
 * What a text of an operation says that its body, or its answer, is built on: `The body takes all fields of a [vehicle](#vehicle), and
 * also:`. `role` is what the text stands under. Gives no diagnostics.
 */
export function bodyBases({ text, location }: ProseBlock, role: PartRole, operation: OperationName): Evidence[] {
  const isAnswer = role === 'response' || /^\W{0,3}(?:returns|(?:the\s)?(?:answer|response|result))\b/i.test(text);
  const isSent = role === 'body' || role === 'parameters' || /\b(?:body|payload|request|takes|accepts)\b/i.test(text);
  if (!isAnswer && (!isSent || /^(?:get|head)$/.test(operation.method))) return [];
  const subject = { kind: isAnswer ? 'response' : 'request', operation, path: [] } as const;
  return basesIn(text, location.document).map((reference) => {
    return { subject, fact: { kind: 'extends', reference }, location, method: 'prose', confidence: 'medium' };
  });
}
