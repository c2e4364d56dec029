import type { Block } from './page.ts';

/**
 * Blocks of a file with the values that the component which shows it is told (`<Paging noun="books" most={50} />`) in the place of their
 * names in braces: `{noun}`, ``{`${noun}_id`}``. Gives no diagnostics.
 */
export function withProps(blocks: readonly Block[], attributes: Readonly<Record<string, string>>): readonly Block[] {
  const props = new Map(
    Object.entries(attributes).flatMap(([name, written]): (readonly [string, string])[] => {
      const value = written.startsWith('{') ? literal.exec(written)?.slice(1).find(isText) : written;
      return /^[A-Za-z_]\w{0,60}$/.test(name) && value !== undefined ? [[name, value]] : [];
    }),
  );
  const named = /\$?\{\s{0,3}(?:props\.)?([A-Za-z_]\w{0,60})\s{0,3}\}/g;
  return filled(blocks, props, (text) => text.replaceAll(named, (whole, name: string) => props.get(name) ?? whole));
}

/** A text or a number in the braces of an expression. */
const literal =
  /^\{\s{0,9}(?:"([^"\\]{0,500})"|'([^'\\]{0,500})'|`([^`\\$]{0,500})`|(-?\d{1,15}(?:\.\d{1,9})?|true|false))\s{0,9}\}$/;

function isText(one: string | undefined): one is string {
  return one !== undefined;
}

/**
 * Blocks of a file with the values that the template tag which includes it is told (`variables={noun: "books", most: 50}`) in the place of
 * their names: `{% $noun %}` in texts, `$most` as the value of an attribute. Gives no diagnostics.
 */
export function withVariables(blocks: readonly Block[], tag: string): readonly Block[] {
  const told = /\bvariables=\{([^{}]{1,1000})\}/.exec(tag.slice(0, 2000))?.[1] ?? '';
  const pairs = told.matchAll(
    /\b([A-Za-z_]\w{0,60})\s{0,3}:\s{0,3}(?:"([^"]{0,300})"|'([^']{0,300})'|([\w.-]{1,60}))/g,
  );
  const values = new Map([...pairs].map(([, name = '', ...written]) => [name, written.find(isText) ?? '']));
  const named = /\{%\s{0,3}\$([A-Za-z_]\w{0,60})\s{0,3}%\}|^\{\$([A-Za-z_]\w{0,60})\}$/g;
  return filled(blocks, values, (text) =>
    text.replaceAll(named, (whole, inText?: string, alone?: string) => values.get(inText ?? alone ?? '') ?? whole),
  );
}

function filled(
  blocks: readonly Block[],
  values: ReadonlyMap<string, string>,
  fill: (text: string) => string,
): readonly Block[] {
  if (values.size === 0) return blocks;
  return blocks.map((block): Block => {
    if (block.kind === 'element') {
      const own = Object.entries(block.attributes).map(([name, value]) => [name, fill(value)]);
      return { ...block, attributes: Object.fromEntries(own), children: [...filled(block.children, values, fill)] };
    }
    return block.kind === 'prose' || block.kind === 'heading' ? { ...block, text: fill(block.text) } : block;
  });
}
