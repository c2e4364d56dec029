import { groupBy } from '../base/order.ts';
import type { Evidence, Fact } from './evidence.ts';

/** Longer descriptions are read up to here. */
const maxText = 5000;

/** What an operation is called. */
const itself = String.raw`(?:this|the) (?:(?:api|rest|http|v\d{1,3}|legacy|old) ){0,2}(?:endpoint|method|operation|api|call|request|resource|route|function|action|service|feature)(?: version)?`;

/** What a paragraph begins with that only says that an operation is deprecated, below the mark of a note. */
const deprecatedFirst = new RegExp(
  String.raw`(?:^|\n\s{0,9}\n)[^\p{L}\p{N}\n\[]{0,12}(?:\[![A-Z]{1,12}\]\s{0,3})?(?:(?:note|warning|attention|important|caution|danger)\b[^\p{L}\p{N}\n]{1,6})?[*_~[(\x60]{0,4}deprecated(?=\s*(?:$|[\n.,:;!)*_\x60\]–—-]|(?:since|in|as of|use|and|from|by|with|please|endpoint|method|operation|api)\b))`,
  'iu',
);

const deprecatedSentence = new RegExp(
  String.raw`\b${itself} (?:(?:is|was) (?:now |being |currently |marked as |officially ){0,2}|has (?:now )?been )(?:deprecated|obsolete|discontinued|phased out)\b(?! (?:if|when|for|unless)\b)`,
  'i',
);

/** The mark of a title: `List boxes (deprecated)`, `[Deprecated] List boxes`, `Deprecated: list boxes`. */
const titleMark =
  /\s{0,3}[([{]\s?deprecated\b[^)\]}\n]{0,40}[)\]}]\s{0,3}|^\s{0,3}deprecated\s{0,2}[:–—|-]\s{1,3}|\s[:–—|-]\s{0,3}deprecated\s{0,3}$|^\s{0,3}⚠️?\s{0,3}deprecated\s/iu;

/** A clause that says that nobody has to say who calls. */
const withoutAuth = new RegExp(
  [
    String.raw`\bno (?:(?:api|access|user|special|prior) )?(?:authenti?cation|authori[sz]ation|auth|token|credentials|api key)s? (?:is |are )?(?:required|needed|necessary)\b`,
    String.raw`\b(?:does not|doesn't|do not|don't) (?:require|need) (?:any |an? |the )?(?:authenti?cation|authori[sz]ation|auth|api key|access token|credentials|token|secret|login)\b`,
    String.raw`\b(?:authenti?cation|authori[sz]ation|an? (?:api key|access token)|a token) is not (?:required|needed|necessary)\b`,
    String.raw`\b${itself} is (?:public|publicly (?:accessible|available)|unauthenticated|open to everyone)(?=\s*(?:$|[.,;!\n]|and\b))`,
    String.raw`\b(?:can|may) be (?:called|used|requested|accessed) (?:without (?:any )?(?:authenti?cation|authori[sz]ation|an? (?:api key|token))|anonymously)\b`,
  ].join('|'),
  'gi',
);

/** What makes it so only sometimes. */
const onlySometimes = /^[^.!?\n]{0,120}\b(?:if|when|for|unless|but|except|although|however|only)\b/i;

/**
 * Evidence with what the titles and descriptions of operations say of the operation as a whole: that it is deprecated
 * (`> **Deprecated:** use two`, `List boxes (deprecated)`, whose mark is taken off), and that it is called without
 * authentication. OpenAPI descriptions have keywords for both, so theirs are left as they are. Gives no diagnostics.
 */
export function withRemarks(evidence: readonly Evidence[]): Evidence[] {
  const titles = groupBy(
    evidence.filter(({ fact }) => fact.kind === 'summary'),
    ({ fact }) => (fact.kind === 'summary' ? fact.text.trim() : ''),
  );
  return evidence.flatMap((one): Evidence[] => {
    const { subject, fact, method } = one;
    if (subject.kind !== 'operation' || method === 'spec') return [one];
    if (fact.kind === 'summary') return withoutMark(one, fact.text, titles);
    if (fact.kind !== 'description') return [one];
    const facts = remarkFacts(fact.text);
    return [one, ...facts.map((said): Evidence => ({ ...one, fact: said, method: 'prose', confidence: 'medium' }))];
  });
}

/** A title without its mark, which stays where it tells the operation from another one. */
function withoutMark(one: Evidence, text: string, titles: ReadonlyMap<string, readonly Evidence[]>): Evidence[] {
  const plain = text.replace(titleMark, ' ').trim();
  if (plain === text.trim() || plain === '') return [one];
  const told: Evidence = titles.has(plain) ? one : { ...one, fact: { kind: 'summary', text: plain } };
  return [told, { ...one, fact: { kind: 'deprecated' } }];
}

/**
 * What a text about an operation says of it as a whole: that it is deprecated, that it takes no authentication. Gives no
 * diagnostics.
 */
export function remarkFacts(written: string): Fact[] {
  const text = written.slice(0, maxText);
  const facts: Fact[] = [];
  if (deprecatedFirst.test(text) || deprecatedSentence.test(text)) facts.push({ kind: 'deprecated' });
  const isPublic = [...text.matchAll(withoutAuth)].some(
    (match) => !onlySometimes.test(text.slice(match.index + match[0].length)),
  );
  if (isPublic) facts.push({ kind: 'security', security: { type: 'none' } });
  return facts;
}
