import { isObject, own, ownObject, ownString, parsedJson, type JsonValue } from '../base/json.ts';
import { lineFinder } from '../base/lines.ts';
import type { HtmlNode } from './html-node.ts';
import { objectEnd } from './inlined-data.ts';

/** The attribute of elements that stand for what scripts hold: the name of the schema that it is, else empty. */
export const scriptedMark: string = 'data-scripted';

/** An object that a script assigns to a variable or to a member of one: `defs["Box"] = {`. */
const assignment = /(?<![\w$.])[\w$]{1,100}(?:\[\s?["']([^"'\n]{1,200})["']\s?\])?\s{0,9}=\s{0,9}(?=\{\s{0,99}["}])/g;

/** A text that a script puts into the page: ``var answer_description = `...` ``. */
const described = /(?<![\w$.])[\w$]{0,200}_description\s{0,9}=\s{0,9}`([^`$\\]{1,5000})`/;

/** More objects that do not end are no data. */
const maxFaults = 10;

/**
 * What a script says that pages show when it has run, as elements in its place: bodies and answers as OpenAPI writes them, schemas with their names
 * (`defs["Box"] = {...}`), descriptions. Nothing for any other script. Gives no diagnostics; linear in the length of the text.
 */
export function scriptNodes(text: string, line: number): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  const said = described.exec(text);
  const holdsData = /"(?:schema|properties|type|\$ref)"/.test(text);
  if (!said && !holdsData) return nodes;
  const lineOf = lineFinder(text);
  const add = (name: string, attributes: HtmlNode['attributes'], words: string, at: number): void => {
    const start = line - 1 + lineOf(at);
    const endLine = line - 1 + lineOf(at + words.length);
    nodes.push({ name, attributes, children: [{ words, line: start }], line: start, endLine });
  };
  if (said) add('p', {}, said[1] ?? '', said.index + said[0].indexOf('`') + 1);
  if (!holdsData) return nodes;
  let faults = 0;
  assignment.lastIndex = 0;
  for (let match = assignment.exec(text); match && faults < maxFaults; match = assignment.exec(text)) {
    const start = assignment.lastIndex;
    const end = objectEnd(text, start);
    if (end === undefined) {
      faults += 1;
      continue;
    }
    assignment.lastIndex = end;
    const words = text.slice(start, end);
    const value = parsedJson(words);
    if (value === undefined || !isDescribed(value, match[1])) continue;
    add('pre', { class: 'language-json', [scriptedMark]: match[1] ?? '' }, words, start);
  }
  return nodes;
}

/** Whether a value is a schema with a name, or a body or an answer (OAS 3.0, sections 4.7.13 and 4.7.17; OpenAPI 2.0). */
function isDescribed(value: JsonValue, name: string | undefined): boolean {
  if (!isObject(value)) return false;
  if (name !== undefined) {
    const isTyped = ['object', 'array', 'string', 'integer', 'number', 'boolean'].includes(
      ownString(value, 'type') ?? '',
    );
    return (
      isTyped || ['properties', 'allOf', 'oneOf', 'anyOf', '$ref', 'enum'].some((key) => own(value, key) !== undefined)
    );
  }
  const media = Object.values(ownObject(value, 'content') ?? {});
  if (media.length > 0) return media.every((one) => ownObject(one, 'schema') !== undefined);
  return ownObject(value, 'schema') !== undefined && ownString(value, 'description') !== undefined;
}
