import { blocksLocation, proseText } from '../blocks.ts';
import type { Evidence, Fact, Subject } from '../evidence.ts';
import { plainText, titleText } from './markup.ts';
import type { Reading } from './operation-fields.ts';
import type { OperationUnit } from './units.ts';

/** Summary and description: the heading without the endpoint, and the prose before the first part with a role. Gives no diagnostics. */
export function addTexts({ unit, operation, description, evidence }: Reading): void {
  const subject: Subject = { kind: 'operation', operation };
  const { heading, endpoint } = unit;
  const title = endpoint.block === heading ? endpoint.text : heading && plainText(titleText(heading.text));
  const place = heading?.location ?? endpoint.block.location;
  const push = (fact: Fact, location: Evidence['location']): void => {
    evidence.push({ subject, fact, location, method: 'prose', confidence: 'high' });
  };
  const summary = (title ?? labelledSummary(unit))?.replace(/^\d{1,3}(?:\.\d{1,3}){0,5}[.)]?\s+(?=\D)/, '');
  if (summary !== undefined && summary !== '') push({ kind: 'summary', text: summary }, place);
  const location = blocksLocation(description);
  if (location) push({ kind: 'description', text: proseText(description) }, location);
}

/** What stands under a heading `Summary`. */
function labelledSummary({ parts }: OperationUnit): string | undefined {
  const part = parts.find(({ section, block }) => block.kind === 'prose' && /^summary\W?$/i.test(section.title));
  return part?.block.kind === 'prose' && part.block.text.length < 200 ? plainText(part.block.text) : undefined;
}
