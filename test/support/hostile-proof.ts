import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import ts from 'typescript';
import { isDataFailure, parseData } from '../../generator/base/data.ts';
import type { EmittedFile } from '../../generator/emit/emitter.ts';
import { marker } from './hostile-spec.ts';

/** The block tags that specloom writes for a spec in which nothing is deprecated. */
const ownTags = new Set(['default', 'example', 'remarks', 'throws', 'see', 'returns']);

/** What got out of its string, comment or code span in an emitted file, as readers of the file's format see it. */
export function escapes(file: EmittedFile): string[] {
  return [...pathFaults(file.path), ...textFaults(file), ...formatFaults(file)].map((one) => `${file.path}: ${one}`);
}

function pathFaults(path: string): string[] {
  const safe = /^(?:[\p{L}\d_][\p{L}\d_.-]*\/)*[\p{L}\d_][\p{L}\d_.-]*$/u.test(path);
  const device = path.split('/').some((part) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part));
  return safe && !device && path.length < 300 ? [] : ['an unsafe path'];
}

function textFaults({ path, text }: EmittedFile): string[] {
  const faults: string[] = [];
  if (/\p{Cs}/u.test(text)) faults.push('a lone surrogate');
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.exec(text);
  // who reads data reads no code: what changes its order hides nothing
  const mark = path === 'openapi.yaml' ? undefined : /[\u202a-\u202e\u2066-\u2069]/.exec(text);
  if (mark) faults.push(`the mark ${JSON.stringify(mark[0])} at ${excerpt(text, mark.index)}`);
  if (control) faults.push(`the character ${JSON.stringify(control[0])} at ${excerpt(text, control.index)}`);
  return faults;
}

function formatFaults(file: EmittedFile): string[] {
  // data, in which texts stand as they are
  if (file.path === 'openapi.yaml')
    return isDataFailure(parseData(file.text, { document: file.path })) ? ['no YAML'] : [];
  if (/\.(?:ts|js)$/.test(file.path)) return codeFaults(file.path, file.text);
  if (file.path === 'package.json') return manifestFaults(file.text);
  if (file.path.endsWith('.md')) return markdownFaults(file.text);
  return file.text.includes(marker) ? ['the marker'] : [];
}

/** Parses TypeScript or JavaScript: no syntax error, and the marker in strings, regular expressions and comments only. */
function codeFaults(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults = syntaxFaults(source);
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      const name = tag.tagName.text;
      if (!ownTags.has(name) || name.includes(marker)) faults.push(`the tag @${name}`);
    }
    const harmless = ts.isStringLiteral(node) || ts.isRegularExpressionLiteral(node) || ts.isJSDoc(node);
    const leaf = node.getChildCount(source) === 0 && node.getText(source).includes(marker);
    if (leaf && !harmless) faults.push(`${ts.SyntaxKind[node.kind]} ${excerpt(text, node.getStart())}`);
    if (ts.isTemplateExpression(node) && node.getText(source).includes(marker)) faults.push('a template');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function syntaxFaults(source: ts.SourceFile): string[] {
  const { parseDiagnostics } = source as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics
    .slice(0, 3)
    .map((one) => `${ts.flattenDiagnosticMessageText(one.messageText, ' ')} ${excerpt(source.text, one.start)}`);
}

function manifestFaults(text: string): string[] {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const faults = ['scripts', 'bin', 'dependencies', 'gypfile', 'workspaces'].filter((name) => name in manifest);
  for (const [name, value] of Object.entries(manifest)) {
    if (name !== 'description' && JSON.stringify([name, value]).includes(marker)) faults.push(name);
  }
  return faults;
}

/** Parses Markdown: the marker is plain text or code, never HTML, a link, an image, a heading or a definition. */
function markdownFaults(text: string): string[] {
  const faults: string[] = [];
  type Node = {
    type: string;
    value?: string;
    url?: string;
    lang?: string | null;
    children?: Node[];
    position?: unknown;
  };
  const visit = (node: Node, parents: string): void => {
    const own = JSON.stringify({ ...node, children: undefined, position: undefined });
    if (own.includes(marker)) {
      if (node.type === 'code')
        faults.push(...(node.lang === 'ts' ? codeFaults('example.ts', node.value ?? '') : ['code']));
      else if (!['text', 'inlineCode'].includes(node.type)) faults.push(`${node.type} ${own.slice(0, 120)}`);
      if (/heading|link|image|strong|emphasis/.test(parents) && node.type !== 'inlineCode')
        faults.push(`in ${parents}`);
    }
    if (node.type === 'html') faults.push(`html ${own.slice(0, 120)}`);
    for (const child of node.children ?? []) visit(child, `${parents} ${node.type}`);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node, '');
  return faults;
}

function excerpt(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
}
