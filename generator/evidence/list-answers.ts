import type { Evidence } from './evidence.ts';

const listAnswer =
  /\b(?:response|answer|result)\s+(?:will be|is|may be|becomes)\s+(?:then\s+)?(?:an?\s+)?(?:list|array)\b/i;

/**
 * From texts about parts of the request that say the response is a list when they are used in some way: the body may
 * also be a list of what it is otherwise. Medium confidence, at the place of the text.
 */
export function listAnswerFacts(evidence: readonly Evidence[]): Evidence[] {
  return evidence.flatMap((one): Evidence[] => {
    const { subject, fact } = one;
    if (fact.kind !== 'description' || (subject.kind !== 'request' && subject.kind !== 'parameter')) return [];
    if (!listAnswer.test(fact.text)) return [];
    return [
      {
        ...one,
        subject: { kind: 'response', operation: subject.operation, path: [] },
        fact: { kind: 'orList' },
        method: 'prose',
        confidence: 'medium',
      },
    ];
  });
}
