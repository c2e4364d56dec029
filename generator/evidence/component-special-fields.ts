import type { Block, ElementBlock, ProseBlock } from '../pages/page.ts';
import { proseText } from './blocks.ts';
import { credentialOf } from './code-samples.ts';
import { parameterContent } from './component-content.ts';
import { parameterEvidence } from './component-attributes.ts';
import { writtenName, writtenType, type ParameterPlace } from './component-parameters.ts';
import { addFact, operationSubject, responseSubject, type Context, type Reading } from './component-reading.ts';
import { attributeText, tagPlace } from './component-roles.ts';
import { typeWordsOf } from './sections/list-notes.ts';

/** A field of an answer that is called by a status, and none of a body, says what that status means; false for any other. Gives no diagnostics. */
export function addNamedStatus(
  reading: Reading,
  block: ElementBlock,
  where: ParameterPlace,
  context: Context,
): boolean {
  if (where.place !== 'response' || context.enclosing || !/^[1-5]\d\d$/.test(where.name)) return false;
  if (block.children.some((child) => child.kind === 'element')) return false;
  const subject = responseSubject(reading, where.name);
  const { document, line } = block.location;
  addFact(reading, subject, { kind: 'exists' }, { document, line });
  const text = proseText(parameterContent(block.children).prose);
  if (text !== '') addFact(reading, subject, { kind: 'description', text }, { document, line });
  return true;
}

/** A header that carries a credential is authentication and no parameter (OAS 3.1, section 4.8.12.1); false for any other. Gives no diagnostics. */
export function addCredential(
  reading: Reading,
  block: ElementBlock,
  name: string,
  prose: readonly ProseBlock[],
): boolean {
  const shown = [attributeText(block, 'default', 'placeholder', 'example'), ...prose.map(({ text }) => text)];
  const scheme = /\b(bearer|basic)\b/i.exec(shown.join(' '))?.[1] ?? '';
  const security = credentialOf(name, scheme, 'header');
  if (!security) return false;
  const { document, line } = block.location;
  addFact(reading, operationSubject(reading), { kind: 'security', security }, { document, line });
  return true;
}

/**
 * Reports the header of an answer: a field below a heading of such, or one of answers that says itself that it is a header
 * (`<ResponseField header="X-Total">`). False for any other. Gives no diagnostics.
 */
export function readAnswerHeader(reading: Reading, block: ElementBlock, context: Context): boolean {
  const own = tagPlace(block.tag) === 'response' && !context.enclosing ? attributeText(block, 'header') : undefined;
  const name = own ?? (context.section === 'answerHeader' ? writtenName(block) : undefined);
  if (name === undefined) return false;
  const { prose } = parameterContent(block.children);
  const status = context.status;
  const answer = { operation: reading.operation, ...(status !== undefined && { status }) };
  reading.evidence.push(...parameterEvidence(block, { kind: 'answerHeader', ...answer, name }, prose));
  return true;
}

/** Whether a field among errors is the code of one and no part of what is answered: it has no type and no parts. Gives no diagnostics. */
export function isErrorCode(block: ElementBlock, { section, enclosing }: Context): boolean {
  const type = writtenType(block);
  const isTyped = type !== undefined && typeWordsOf(type) !== undefined;
  const isStatus = /^[1-5]\d\d$/.test(writtenName(block) ?? '');
  return section === 'errors' && !enclosing && !isStatus && !isTyped && !block.children.some(isElement);
}

function isElement(block: Block): boolean {
  return block.kind === 'element';
}
