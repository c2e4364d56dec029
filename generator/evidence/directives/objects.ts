import type { ElementBlock } from '../../pages/page.ts';
import { blockText } from '../blocks.ts';
import type { EntityName, EntityReference, Evidence, Fact, Subject } from '../evidence.ts';
import { propertySteps } from './signature.ts';

/** The title of a directive that describes an object of JSON (sphinx-jsondomain), or undefined where it is none. */
export function directiveObject({ tag, attributes }: ElementBlock): string | undefined {
  const title = (attributes['argument'] ?? '').split('\n', 1)[0]?.trim() ?? '';
  return /^json:object$/i.test(tag) && title !== '' ? title : undefined;
}

/**
 * The facts of a directive that describes an object: `:property int id: text`, `:proptype id: int`, `:options kind: a, b`. Reported as an
 * entity; fields of other names are left to their text. Gives no diagnostics.
 */
export function objectEvidence(block: ElementBlock, title: string): Evidence[] {
  const { location, children } = block;
  const entity: EntityName = { document: location.document, anchor: title, title };
  const whole: Subject = { kind: 'entity', entity, path: [] };
  const found: Evidence[] = [];
  const add = (subject: Subject, fact: Fact, at = location): number =>
    found.push({ subject, fact, location: at, method: 'attribute', confidence: 'high' });
  add(whole, { kind: 'exists' });
  add(whole, { kind: 'type', words: 'object' });
  add(whole, { kind: 'alias', anchor: title });
  for (const child of children) {
    if (child.kind === 'prose') add(whole, { kind: 'description', text: child.text }, child.location);
    if (child.kind !== 'element' || child.tag !== 'field') continue;
    const [word = '', ...names] = (child.attributes['name'] ?? '').trim().split(/\s+/);
    const name = names.at(-1) ?? '';
    if (name === '') continue;
    const subject: Subject = { kind: 'entity', entity, path: propertySteps(name) };
    for (const fact of propertyFacts(
      word,
      names.slice(0, -1).join(' '),
      child.children.map(blockText).join('\n').trim(),
      location.document,
    ))
      add(subject, fact, child.location);
  }
  return found;
}

/** Words with which a type begins that is no object's name. */
const plainTypes = /^(?:String|Number|Integer|Boolean|Object|Array|Date|List|Any|Float|Int|Bool|Str|Null|None)$/i;

/** The object, or list of objects, that the words for a type name as directives do: `Box`, `[Box]`, `:json:object:\`Box\``, `[Box](#Box)`; undefined for other words. */
export function objectReference(written: string, document: string): EntityReference | undefined {
  const [, list, plain, role, link] =
    /^(\[)?(?:(\p{Lu}\p{L}{0,80}\p{Ll})|:json:object:`([^`]{1,80})`|\[([^\][]{1,80})\]\(#[^()\s]{1,80}\))\]?$/u.exec(
      written.trim(),
    ) ?? [];
  const words = plain ?? role ?? link;
  if (words === undefined || plainTypes.test(words)) return undefined;
  return { document, words, form: list === undefined ? 'one' : 'list' };
}

/** The words for a type as the table of type words has them: `[str]` is a list of strings. */
function typeWords(written: string): string {
  const item = /^\[([\w ]{1,40})\]$/.exec(written.trim())?.[1];
  return item === undefined ? written : `array<${item}>`;
}

function propertyFacts(word: string, type: string, text: string, document: string): Fact[] {
  const reference = objectReference(type, document);
  if (/^prop(?:erty)?-?type$/.test(word)) return text === '' ? [] : [{ kind: 'type', words: text }];
  if (/^(?:property-?)?options$/.test(word)) {
    const values = text.split(',').map((value) => value.trim().replace(/^`(.*)`$/, '$1'));
    return values.some((value) => /\s/.test(value) || value === '') ? [] : [{ kind: 'enum', values, closed: true }];
  }
  if (!/^(?:prop(?:erty)?|member|arg|argument|param)$/.test(word)) return [];
  return [
    { kind: 'exists' },
    ...(reference
      ? [{ kind: 'refers', reference } as const]
      : type === ''
        ? []
        : [{ kind: 'type', words: typeWords(type) } as const]),
    ...(text === '' ? [] : [{ kind: 'description', text } as const]),
  ];
}
