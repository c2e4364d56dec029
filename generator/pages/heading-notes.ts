import type { Location } from '../base/location.ts';
import type { Block } from './page.ts';

/** Attributes behind a heading, as MDX pages set them apart: `{{ tag: 'GET', label: '/things' }}`. */
const note = /\{\{([^{}\n]{1,200}(?:\{[^{}\n]{1,60}\}[^{}\n]{0,200}){0,8})\}\}\s{0,9}$/;

const pair = /(?:^|[\s,{])(\w{1,30})\s{0,3}:\s{0,3}(["'])([^"'\n]{0,300})\2/g;

/**
 * A heading, whose text is `text`, as blocks: where attributes stand behind it, these are an element `heading-note` behind the
 * heading, `tag` and `label` of which are method and path.
 */
export function headingBlocks(written: string, depth: number, location: Location): Block[] {
  // an anchor of the author's own (`{#create}`, `{: #create .rule }`), or annotations as Markdoc has them (`{% #create %}`)
  const text = written.replace(
    /(?<=\S)\s{1,3}(?:\[#[\w-]{1,100}\]|\{(?:#[\w.-]{1,100}|:?\s{0,3}[#.][\w.-][^{}\n]{0,200}|%[^{}%\n]{1,200}%)\})$/,
    '',
  );
  const [whole, inner = ''] = note.exec(text) ?? [];
  if (whole === undefined) return subtitled(text, depth, location);
  const pairs = [...inner.matchAll(pair)].map(([, name = '', , value = '']) => [name, value] as const);
  const known = Object.fromEntries(pairs);
  const shown = text.slice(0, -whole.length).trim();
  const attributes = { method: known['method'] ?? known['tag'] ?? '', path: known['path'] ?? known['label'] ?? '' };
  const heading: Block = { kind: 'heading', depth, text: shown, location };
  if (!/^[A-Za-z]{3,7}$/.test(attributes.method) || !/^(?:\/|https?:)/.test(attributes.path)) return [heading];
  return [heading, { kind: 'element', tag: 'heading-note', attributes, children: [], location }];
}

/** What stands in brackets behind a title, as Vocs writes it: `# Boats [All about boats.]`. */
function subtitled(text: string, depth: number, location: Location): Block[] {
  const [whole = '', subtitle = ''] = /\s\[([A-Z][^\][\n]{1,300}[.!])\]$/.exec(text) ?? [];
  const title = text.slice(0, text.length - whole.length).trim();
  if (subtitle === '' || title === '') return [{ kind: 'heading', depth, text, location }];
  const heading: Block = { kind: 'heading', depth, text: title, location };
  return [heading, { kind: 'prose', form: 'paragraph', text: subtitle, location }];
}
