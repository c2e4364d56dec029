import { isDataFailure, parseData, type Data } from '../../base/data.ts';
import { isObject, own, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Block, CodeBlock, Page } from '../../pages/page.ts';
import { joinPointer } from '../../base/pointer.ts';
import { allBlocks } from '../blocks.ts';
import type { Evidence } from '../evidence.ts';
import type { OperationUnit, Part } from '../sections/units.ts';
import { addPart } from './attribute-parts.ts';
import { placed, printedData, startDescription, type PrintedDescription } from './printed-data.ts';

/** Deeper parts stand where those around them do. */
const deepest = 60;

/**
 * What scripts of a page hold of its operations: the description that bodies, answers and schemas with names make together, as evidence,
 * and the operations without what says the same in a form that loses more. `uri` is that of the page. Gives no diagnostics.
 */
export function scriptedParts(
  page: Page,
  units: readonly OperationUnit[],
): { readonly units: readonly OperationUnit[]; readonly evidence: Evidence[] } {
  const blocks = allBlocks(page.blocks).filter(isScripted);
  const [first] = blocks;
  if (!first) return { units, evidence: [] };
  const description = startDescription(first.location);
  const schemas: JsonObject = {};
  setOwn(description.value, 'components', { schemas });
  for (const block of blocks) {
    const data = block.scripted === undefined || block.scripted === '' ? undefined : dataOf(block);
    if (data && block.scripted !== undefined) setOwn(schemas, block.scripted, taken(description, data));
  }
  const rest = units.map((unit) => withoutScripted(unit, description));
  const fact = { kind: 'spec', data: printedData(description), uri: page.uri, isPartial: true } as const;
  const location = first.location;
  return { units: rest, evidence: [{ subject: { kind: 'api' }, fact, location, method: 'spec', confidence: 'high' }] };
}

function isScripted(block: Block): block is CodeBlock {
  return block.kind === 'code' && block.scripted !== undefined;
}

function dataOf({ text, textLine, location }: CodeBlock): Data | undefined {
  const data = parseData(text, { document: location.document, firstLine: textLine });
  return isDataFailure(data) ? undefined : data;
}

/** Adds the bodies and answers of an operation to the description; the operation without them, and without the fields of such a body. */
function withoutScripted(unit: OperationUnit, description: PrintedDescription): OperationUnit {
  const { operation } = unit.endpoint;
  let hasBody = false;
  const parts = unit.parts.filter((part) => {
    // schemas with names stand wherever scripts do
    if (isScripted(part.block) && part.block.scripted !== '') return false;
    const data = isScripted(part.block) ? dataOf(part.block) : undefined;
    const value = data && taken(description, data);
    if (!isObject(value)) return !isScripted(part.block);
    const { location } = part.block;
    const status = part.status ?? 'default';
    const isAnswer = part.role === 'response' || part.role === 'error';
    if (!isAnswer) hasBody = true;
    const member = isAnswer ? ({ member: 'responses', value: { [status]: value } } as const) : undefined;
    addPart(description, { ...(member ?? { member: 'requestBody', value }), operation, location });
    return false;
  });
  return hasBody ? { ...unit, parts: parts.filter((part) => !isBodyTable(part)) } : { ...unit, parts };
}

function isBodyTable({ role, block }: Part): boolean {
  return role === 'body' && block.kind === 'table';
}

/** A value with the lines of its parts, brought into the form that OpenAPI 3 has for schemas, bodies and answers. */
function taken(description: PrintedDescription, data: Data): JsonValue {
  const visit = (value: JsonValue, pointer: string, depth: number): JsonValue => {
    if (depth > deepest) return value;
    if (Array.isArray(value)) return value.map((one, at) => visit(one, joinPointer(pointer, String(at)), depth + 1));
    if (!isObject(value)) return value;
    const copy: JsonObject = {};
    for (const [key, inner] of Object.entries(value)) {
      const isReference = key === '$ref' && typeof inner === 'string';
      const moved = isReference ? inner.replace(/^#\/definitions\//, '#/components/schemas/') : inner;
      setOwn(copy, key, visit(moved, joinPointer(pointer, key), depth + 1));
    }
    return placed(description, copy, data.locate(pointer));
  };
  const whole = visit(data.value, '', 0);
  const schema = isObject(whole) && ownObject(whole, 'content') === undefined ? own(whole, 'schema') : undefined;
  if (!isObject(whole) || !isObject(schema)) return whole;
  const text = ownString(whole, 'description') ?? '';
  const required = own(whole, 'required') === true ? { required: true } : {};
  return placed(description, { description: text, ...required, content: { '*/*': { schema } } }, data.locate(''));
}
