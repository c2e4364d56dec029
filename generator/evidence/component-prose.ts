import type { ProseBlock } from '../pages/page.ts';
import { isContainerLine, isLink, isSiteNotice } from './blocks.ts';
import { addAnswerText, addStatusLine } from './component-contexts.ts';
import { readFieldItems, readStatuses } from './component-fields.ts';
import { readMediaType, readScopes } from './component-operation.ts';
import {
  addFact,
  addUnread,
  operationSubject,
  responseSubject,
  type Context,
  type Reading,
} from './component-reading.ts';
import { readCode, shownJson } from './component-samples.ts';
import { remarkFacts } from './operation-remarks.ts';
import { answerEvidence } from './sections/answers.ts';

/**
 * Reads a paragraph or a list among components by where it stands: the description of the operation or of an answer, statuses, fields,
 * scopes, the media type of the body, or what is said of the answer. Any other is an `evidence/unread`.
 */
export function readProse(reading: Reading, block: ProseBlock, context: Context): void {
  if (isSiteNotice(block) || isContainerLine(block)) return;
  const { section, role, status } = context;
  const isTold = section === undefined ? role === undefined && reading.described : /^(?:response|other)$/.test(section);
  if (context.enclosing === undefined && isTold) {
    const about = section === 'response' ? section : 'other';
    reading.told.push({ block, role: about, ...(status !== undefined && { status }) });
  }
  const code = shownJson(block);
  if (code) return readCode(reading, code, section === undefined ? { ...context, section: 'example' } : context);
  if (section === 'scopes' || role === 'scopes') return readScopes(reading, block);
  if (role === 'response' && status !== undefined) {
    const fact = { kind: 'description', text: block.text } as const;
    return addFact(reading, responseSubject(reading, status), fact, block.location);
  }
  if (section === 'errors' && block.form === 'list' && readStatuses(reading, block)) return;
  if (section === 'response' && role === undefined) {
    if (addStatusLine(reading, block)) return;
    if (block.form === 'list' && readStatuses(reading, block)) return;
    const answers = block.form === 'list' ? [] : answerEvidence(block, reading.operation);
    reading.evidence.push(...answers);
    if (answers.length > 0 || addAnswerText(reading, block, context)) return;
  }
  const isSample = role === 'response' || role === 'request' || role === 'samples';
  if (block.form === 'list' && !isSample && readFieldItems(reading, block, context)) return;
  if ((section === 'body' || section === 'request') && readMediaType(reading, block)) return;
  // before the page names its operation, what a step, a card or a fold with a title says is about that
  // and what introduces its code is about that
  const isOwn = context.title === undefined || (reading.named && !/:\s{0,3}$/.test(block.text));
  const isDescription = section === undefined && role === undefined && !reading.described && isOwn && !isLink(block);
  if (isDescription) return void reading.description.push(block);
  const remarks = role === 'aside' && context.enclosing === undefined ? remarkFacts(block.text) : [];
  for (const fact of remarks) addFact(reading, operationSubject(reading), fact, block.location);
  if (remarks.length > 0) return;
  // behind the parameters, too, a page may say what it returns
  const answers = role === undefined && section === undefined ? answerEvidence(block, reading.operation) : [];
  if (block.form === 'list' || answers.length === 0) addUnread(reading, block);
  else reading.evidence.push(...answers);
}
