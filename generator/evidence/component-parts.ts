import type { Data } from '../base/data.ts';
import { isObject, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { Block, ElementBlock } from '../pages/page.ts';
import { allBlocks, blockText } from './blocks.ts';
import { writtenName } from './component-parameters.ts';
import { responseSubject, type Context, type Reading } from './component-reading.ts';
import { attributeNames, attributeText, attributeValue, placeAttributes } from './component-roles.ts';
import type { Evidence, Subject } from './evidence.ts';
import { printedPart } from './printed/attribute-parts.ts';
import { isSchema, schemaEvidence } from './schema-samples.ts';
import { plainText } from './sections/markup.ts';

/**
 * Reads what the attributes of an element hold as OpenAPI writes it: parameters, a request body, responses, or the schema of the
 * body that the section is about. False where they hold nothing of the kind. Gives no diagnostics.
 */
export function readParts(reading: Reading, block: ElementBlock, context: Context): boolean {
  let isRead = false;
  for (const value of structuredValues(block)) {
    const part = printedPart(value);
    const isAnswer = part?.member === 'requestBody' && context.section === 'response';
    const { document, line } = block.location;
    if (part && !isAnswer) {
      reading.parts.push({ ...part, operation: reading.operation, location: { document, line } });
      isRead = true;
    } else if (isSchema(value)) {
      const found = bodySchema(reading, block, value, context);
      reading.evidence.push(...found);
      isRead ||= found.length > 0;
    }
  }
  return isRead;
}

/** Whether an attribute of an element holds parts of an operation as OpenAPI writes them. */
export function holdsParts(block: ElementBlock): boolean {
  return structuredValues(block).some((value) => printedPart(value) !== undefined);
}

function structuredValues(block: ElementBlock): JsonValue[] {
  return attributeNames(block).flatMap((name) => {
    const value = attributeValue(block, name);
    if (typeof value !== 'object' || value === null) return [];
    // what is spread counts as attributes
    const inner = name === '...' && isObject(value) ? Object.values(value) : [];
    return [value, ...inner.filter((one) => typeof one === 'object' && one !== null)];
  });
}

function bodySchema(reading: Reading, block: ElementBlock, value: JsonValue, context: Context): Evidence[] {
  const { section, status } = context;
  const { operation } = reading;
  if (section === 'response') return attributeSchema(block, value, responseSubject(reading, status));
  return section === 'body' ? attributeSchema(block, value, { kind: 'request', operation, path: [] }) : [];
}

/** What a schema in an attribute of an element states of a body, or of a part of it. Gives no diagnostics. */
function attributeSchema({ location }: ElementBlock, value: JsonValue, subject: Subject): Evidence[] {
  const { document, line } = location;
  const data: Data = { value, locate: () => ({ document, line }) };
  if ('path' in subject) return schemaEvidence(data, (path) => ({ ...subject, path: [...subject.path, ...path] }));
  // the parts of a parameter have no subjects of their own
  return schemaEvidence(data, (path) => (path.length > 0 ? { kind: 'api' } : subject)).filter(
    (one) => one.subject === subject,
  );
}

/** What the attribute `schema` of a parameter's component states of it and its parts. Gives no diagnostics. */
export function ownSchema(block: ElementBlock, subject: Subject): Evidence[] {
  const value = attributeValue(block, 'schema');
  return isObject(value) ? attributeSchema(block, value, subject) : [];
}

/** Marks that stand behind the type of a field. */
const marks = /\b(?:required|nullable|deprecated)\b/gi;

/**
 * A parameter's component with its name and type among its attributes, where it has them in elements of its own, by their place or
 * folded with its parts; any other as it is. Gives no diagnostics.
 */
export function withFoldedName(written: ElementBlock): ElementBlock {
  const block = withPlainName(withPositions(withChildValues(written)));
  const [fold] = block.children;
  if (writtenName(block) !== undefined || fold?.kind !== 'element' || fold.tag !== 'details') return block;
  const summary = fold.children[0];
  if (summary?.kind !== 'element' || summary.tag !== 'summary') return block;
  const text = shownText(summary);
  const [, name = '', words = ''] = /^<strong\b[^<>]{0,200}>([^<>\s]{1,200})<\/strong>(.{0,1000})$/s.exec(text) ?? [];
  if (name === '') return block;
  const rest = plainText(words.replaceAll('<', ' <'));
  const type = rest.replaceAll(marks, '').trim();
  const isRequired = /\brequired\b/i.test(rest);
  const own = { name, ...(type !== '' && { type }), ...(isRequired && { required: '' }) };
  return { ...block, attributes: { ...block.attributes, ...own }, children: fold.children.slice(1) };
}

/** The text of an element, its inline tags included. */
function shownText(element: ElementBlock): string {
  const texts: string[] = [];
  for (const block of allBlocks(element.children)) if (isLeaf(block)) texts.push(blockText(block));
  return texts.join(' ').trim();
}

function isLeaf(block: Block): boolean {
  return block.kind !== 'element';
}

/** What elements in a parameter's component may say of it, in place of attributes: `<Name>id</Name>`. */
const valueTags =
  /^(?:name|key|in|location|type|datatype|format|required|optional|default|defaultvalue|example|enum|pattern|nullable|deprecated|min|max|minimum|maximum|minlength|maxlength)$/i;

/** A parameter's component with what its elements say of it as attributes; what its description holds stands in their place. */
function withChildValues(block: ElementBlock): ElementBlock {
  const found: Record<string, string> = {};
  const attributePlaces: Record<string, Location> = {};
  const children = block.children.flatMap((child): readonly Block[] => {
    if (child.kind !== 'element') return [child];
    if (/^(?:desc|description)$/i.test(child.tag)) return child.children;
    const [only, ...others] = child.children;
    const isValue = valueTags.test(child.tag) && others.length === 0 && (!only || only.kind === 'prose');
    if (!isValue) return [child];
    const name = child.tag.toLowerCase();
    const listed = only ? undefined : ['values', 'value', 'options'].map((key) => child.attributes[key]).find(Boolean);
    found[name] = listed ?? (only ? plainText(blockText(only)) : '');
    attributePlaces[name] = child.location;
    return [];
  });
  const isNamed =
    found['name'] !== undefined ||
    found['key'] !== undefined ||
    writtenName(block) !== undefined ||
    attributeText(block, ...placeAttributes) !== undefined;
  return isNamed && Object.keys(found).length > 0
    ? { ...block, attributes: { ...found, ...block.attributes }, attributePlaces, children }
    : block;
}

function isMark(word: string): boolean {
  return /^(?:required|optional)$/i.test(word);
}

/** What stands by its place in a template tag: `{{% param "days" "integer" "required" %}}` is a name, a type and marks. */
function withPositions(block: ElementBlock): ElementBlock {
  const { '0': name, '1': type, ...rest } = block.attributes;
  if (name === undefined || writtenName(block) !== undefined || !/^[A-Za-z_$][\w$.[\]-]*$/.test(name)) return block;
  const words = Object.entries(rest).flatMap(([key, value]) => (/^\d$/.test(key) ? [value] : []));
  const mark = [type ?? '', ...words].find(isMark);
  const own = { name, ...(type !== undefined && !isMark(type) && { type }), ...(mark && { [mark.toLowerCase()]: '' }) };
  return { ...block, attributes: { ...rest, ...own } };
}

/** A name with the mark of TypeScript behind it for what need not be there (`tags?`), as a name and that mark. */
function withPlainName(block: ElementBlock): ElementBlock {
  const [key, value] = Object.entries(block.attributes).find(([, one]) => one === writtenName(block)) ?? [];
  const name = /^([\w$.-]{1,200})\?$/.exec(value ?? '')?.[1];
  if (key === undefined || name === undefined) return block;
  return { ...block, attributes: { optional: '', ...block.attributes, [key]: name } };
}
