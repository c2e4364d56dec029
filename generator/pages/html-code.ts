import type { Location } from '../base/location.ts';
import type { HtmlNode } from './html-node.ts';
import { scriptedMark } from './html-scripts.ts';
import type { Block, CodeBlock } from './page.ts';

/** Code of a page as it stands in its element, at a place, with the language that its classes name. Gives no diagnostics. */
export function htmlCode(node: HtmlNode, location: Location): CodeBlock {
  const only = node.children.find((child): child is HtmlNode => !('words' in child));
  const language = codeLanguage(node) ?? (only && codeLanguage(only));
  const scripted = node.attributes[scriptedMark];
  return {
    kind: 'code',
    ...(language !== undefined && { language }),
    info: '',
    text: rawText(node).replace(/^\n/, '').trimEnd(),
    textLine: node.line,
    ...(scripted !== undefined && { scripted }),
    location,
  };
}

function rawText(node: HtmlNode): string {
  return node.children
    .map((child) =>
      'words' in child ? child.words : child.name === 'br' ? '\n' : child.name === 'button' ? '' : rawText(child),
    )
    .join('');
}

/** The blocks of an element, the only code among them in the language that the element names. Gives no diagnostics. */
export function withLanguage(node: HtmlNode, blocks: readonly Block[]): readonly Block[] {
  const [code, ...others] = blocks.filter((block) => block.kind === 'code');
  if (code === undefined || others.length > 0 || code.language !== undefined) return blocks;
  const language = codeLanguage(node);
  return language === undefined ? blocks : blocks.map((block) => (block === code ? { ...code, language } : block));
}

/** Where highlighters put the language: `language-json` (HTML, section 4.5.15), `highlight-source-json`, `highlight-json`. */
const markedLanguage = /(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source-)?)([a-z][\w+#-]{0,40})(?=\s|$)/i;

/** Names of languages that highlighters write as a class of their own: `sourceCode json`, `hljs http`, `brush: bash`. */
const bareLanguage =
  /(?:^|\s)(json5?|jsonc|jsonnet|http|https|bash|sh|shell|zsh|console|shell-session|curl|powershell|ts|tsx|typescript|js|jsx|javascript|python|py|ruby|php|go|golang|java|csharp|kotlin|swift|rust|xml|yaml|yml|html|graphql|proto|protobuf)(?=[\s;]|$)/i;

/** What stands where a language would, and is none. */
const noLanguage = /^(?:default|none|text|plain|plaintext|txt|source|wrapper|box|container|code|line.*)$/i;

function codeLanguage({ name, attributes }: HtmlNode): string | undefined {
  const words = attributes['class'] ?? '';
  const isCode = name === 'pre' || name === 'code';
  const said = [
    attributes['data-language'],
    attributes['data-lang'],
    isCode ? attributes['lang'] : undefined,
    markedLanguage.exec(words)?.[1],
    isCode ? bareLanguage.exec(words)?.[1] : undefined,
  ];
  return said
    .find((one) => one !== undefined && /^[a-z][\w+#-]{0,40}$/i.test(one) && !noLanguage.test(one))
    ?.toLowerCase();
}
