import type { ElementBlock, ProseBlock } from '../pages/page.ts';
import { proseText } from './blocks.ts';
import { credentialOf } from './code-samples.ts';
import { parameterContent } from './component-content.ts';
import type { ParameterPlace } from './component-parameters.ts';
import { addFact, operationSubject, responseSubject, type Context, type Reading } from './component-reading.ts';
import { attributeText } from './component-roles.ts';

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
