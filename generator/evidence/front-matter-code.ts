import type { Data } from '../base/data.ts';
import { isObject, ownString, type JsonObject } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Block } from '../pages/page.ts';

const codeKeys = ['code_block', 'codeBlock', 'code', 'content', 'body', 'example', 'source'];
const titleKeys = ['title', 'label', 'name', 'heading'];

/**
 * The samples and texts that front matter holds instead of the page (`right_code_blocks: [{ title, language, code_block }]`,
 * `content_markdown`), as blocks of that: answers under their titles, all else as requests. Gives no diagnostics.
 */
export function frontMatterBlocks(front: Data): Block[] {
  if (!isObject(front.value)) return [];
  return Object.entries(front.value).flatMap(([key, value]): Block[] => {
    const at = joinPointer('', key);
    if (/^(?:content|text|body)_?(?:markdown|md)$/i.test(key) && typeof value === 'string')
      return paragraphs(value, front.locate(at));
    if (!Array.isArray(value)) return [];
    return value.flatMap((one, index) => {
      return isObject(one) ? codeBlocks(one, joinPointer(at, String(index)), (pointer) => front.locate(pointer)) : [];
    });
  });
}

/** The paragraphs of a text, without lines that only say how they look: `{: .info }`. */
function paragraphs(text: string, location: Location): Block[] {
  const lines = text.split('\n').filter((line) => !/^\s*\{:[^{}]*\}\s*$/.test(line));
  const found = lines.join('\n').split(/\n\s*\n/);
  return found.flatMap((one): Block[] =>
    one.trim() === '' ? [] : [{ kind: 'prose', form: 'paragraph', text: one.trim(), location }],
  );
}

function codeBlocks(value: JsonObject, pointer: string, locate: (pointer: string) => Location): Block[] {
  const key = codeKeys.find((one) => ownString(value, one) !== undefined);
  const written = ownString(value, 'language')?.trim().toLowerCase();
  const text = key === undefined ? undefined : ownString(value, key);
  if (key === undefined || written === undefined || text === undefined || text.trim() === '') return [];
  const title = titleKeys.map((one) => ownString(value, one)).find((one) => one !== undefined) ?? '';
  const isAnswer = written === 'json' && title.trim() !== '';
  const location = locate(joinPointer(pointer, key));
  // a block of text begins on the line behind its key
  const textLine = text.includes('\n') ? location.line + 1 : location.line;
  const endLine = textLine + text.replace(/\n$/, '').split('\n').length - 1;
  const place = { ...location, endLine };
  return [
    { kind: 'heading', depth: 5, text: isAnswer ? title.trim() : 'Request', location },
    { kind: 'code', language: written, info: '', text, textLine, location: place },
  ];
}
