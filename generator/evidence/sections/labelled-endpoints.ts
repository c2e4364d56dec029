import { trimmed, trimmedEnd } from '../../base/trim.ts';
import type { Block, CodeBlock, ProseBlock } from '../../pages/page.ts';
import { endpointOf, httpMethod } from '../endpoints.ts';
import type { HttpMethod } from '../evidence.ts';
import { inEnglish } from '../translations.ts';
import { plainText } from './markup.ts';
import { isSection, type Section } from './outline.ts';
import { methodOfPath } from './path-headings.ts';
import { pathTemplate } from '../request-url.ts';
import { pathText, type NamedEndpoint } from './section-endpoints.ts';

/** A method or a path behind a label. */
interface Labelled {
  readonly kind: 'method' | 'url';
  readonly value: string;
  readonly block: ProseBlock | CodeBlock;
  readonly line: number;
  /** Nothing says what it is but its form: it belongs to what stands on the same line. */
  readonly isBare?: true;
  /** It is all that code shows. */
  readonly isShown?: true;
}

const urlLabel =
  /^(?:(?:api|request|http|full|relative|resource|endpoint)\s+)?(?:url|uri|path|endpoint|route|resource|syntax)(?:\s+(?:structure|format|pattern|template))?$/i;
const methodLabel =
  /^(?:(?:http|request|api|url)\s+)?(?:method|verb)(?:\s+type)?$|^(?:(?:http|supported|allowed)\s+){1,2}(?:methods?|verbs?|operations?)$|^(?:http\s+)?(?:methods?|verbs?|operations?)\s+(?:supported|allowed)$/i;

/** Labels further apart do not belong together. */
const mostApart = 8;

/**
 * The endpoints of a section that are named in two pieces, each behind a label or under a heading of its own: `**URL** : /x`
 * and `**Method** : POST`, in either order; or on one line, where an element cuts the method off as a badge. Where only the path stands
 * behind a label, samples and texts of the section say the method. Gives no diagnostics.
 */
export function labelledEndpoints(section: Section): NamedEndpoint[] {
  const found: NamedEndpoint[] = [];
  let open: Labelled | undefined;
  for (const part of section.parts.flatMap(labelled)) {
    const most = open?.isBare || part.isBare ? 0 : mostApart;
    // an address in code is one of the operation only behind the label of its method
    if (part.isShown && open?.kind !== 'method') continue;
    const isPair = open !== undefined && open.kind !== part.kind && Math.abs(part.line - open.line) <= most;
    const endpoints = open && isPair ? paired(open, part) : [];
    found.push(...endpoints);
    open = endpoints.length > 0 ? undefined : part;
  }
  return found.length === 0 ? calledEndpoint(section) : found;
}

/** The one endpoint of a section whose path stands behind a label, by the method that samples or texts of the section say. */
function calledEndpoint(section: Section): NamedEndpoint[] {
  if (!section.heading) return [];
  const urls = section.parts
    .flatMap(labelled)
    .filter(({ kind, isBare, isShown }) => kind === 'url' && !isBare && !isShown);
  const [url, ...others] = urls;
  if (!url || others.some(({ value }) => value !== url.value)) return [];
  const inside = section.parts.flatMap((part) => (isSection(part) ? (part.depth > 6 ? ownBlocks(part) : []) : [part]));
  // a whole address may be anybody's: only a call of it says that it is an operation
  const isWhole = /^[a-z]+:\/\//i.test(url.value);
  const path = pathTemplate(url.value.replace(/^[a-z]+:\/\/[^/]*/i, ''));
  const method = methodOfPath(path, isWhole ? inside.filter(({ kind }) => kind === 'code') : inside);
  const endpoint = method && endpointOf(method, url.value);
  const location = { document: url.block.location.document, line: url.line };
  return endpoint ? [{ ...endpoint, block: { ...url.block, location } }] : [];
}

function ownBlocks({ parts }: Section): Block[] {
  return parts.flatMap((part) => (isSection(part) ? ownBlocks(part) : [part]));
}

/** Whether all that a block of prose says is a labelled method or path, or both; code may say more behind other labels. */
export function isLabelled(block: Block): boolean {
  if (block.kind === 'code') return codeLabels(block).length > 1;
  return block.kind === 'prose' && blockLabels(block).length === pieces(block).length;
}

/** Whether a piece of a paragraph or list is a method or a path behind a label. */
export function namesEndpoint(block: ProseBlock): boolean {
  return blockLabels(block).length > 0;
}

/** The endpoints of a path and the methods that are said of it. */
function paired(first: Labelled, second: Labelled): NamedEndpoint[] {
  const [url, verb] = first.kind === 'url' ? [first, second] : [second, first];
  const block = { ...url.block, location: { document: url.block.location.document, line: url.line } };
  return statedMethods(verb.value).flatMap((method) => {
    return url.value.split('\n').flatMap((value) => {
      const endpoint = endpointOf(method, value);
      return endpoint ? [{ ...endpoint, block }] : [];
    });
  });
}

/** The methods that a text consists of: `PUT`, `PUT, PATCH`, `GET or POST`; none where it says anything else. */
function statedMethods(text: string): HttpMethod[] {
  const words = text.split(/[\s,|/&`]+|\s(?:or|and)\s/).filter((word) => word !== '' && !/^(?:or|and)$/.test(word));
  const methods = words.flatMap((word) => (word === word.toUpperCase() ? (httpMethod(word) ?? []) : []));
  return methods.length === words.length ? [...new Set(methods)] : [];
}

function labelled(part: Block | Section): Labelled[] {
  if (!isSection(part)) return part.kind === 'prose' ? blockLabels(part) : part.kind === 'code' ? codeLabels(part) : [];
  const block = part.parts.at(-1);
  if (!block || isSection(block)) return [];
  if (block.kind === 'code') return part.parts.length <= (part.heading ? 2 : 1) ? codeValue(part.title, block) : [];
  if (block.kind !== 'prose') return [];
  const items = block.items ?? [];
  // several addresses of one thing, or its one address below a line that says so
  if (part.parts.length <= 2 && items.length > 0 && items.length <= mostMethods) {
    const methods = items.flatMap(({ text }) => labelOf(part.title, text, block, block.location.line));
    const [first] = methods;
    if (first?.kind === 'method' && methods.length === items.length)
      return [{ ...first, value: methods.map(({ value }) => value).join(', ') }];
  }
  if (part.parts.length <= 2 && items.length > 0 && items.length <= mostAddresses)
    return items.flatMap(({ text, location }) => labelOf(part.title, text, block, location.line)).slice(0, 1);
  return part.parts.length === 1 ? labelOf(part.title, block.text, block, block.location.line) : [];
}

/** What code in a section that is called as a label holds and nothing else: addresses, one a line, or methods. */
function codeValue(title: string, block: CodeBlock): Labelled[] {
  const lines = block.text.split('\n', mostAddresses + 1).filter((line) => line.trim() !== '');
  const found = lines.flatMap((line) => labelOf(title, line, block, block.textLine));
  const [first] = found;
  if (!first || found.length < lines.length || lines.length > mostAddresses) return [];
  return [{ ...first, value: found.map(({ value }) => value).join(first.kind === 'url' ? '\n' : ', ') }];
}

/** More are a list of things. */
const mostAddresses = 3;
const mostMethods = 6;

/** The lines of a paragraph, or the items of a list. */
function pieces(block: ProseBlock): readonly { readonly text: string; readonly line: number }[] {
  if (block.items) {
    return block.items.map(({ text, items, location }) => {
      // the value may stand in a paragraph or a list below its label
      const [label = '', ...values] = [...text.split(/\n{2,}/), ...items.map((item) => item.text)];
      const isApart = values.length === 1 && label.length < 60;
      const whole = isApart ? `${trimmedEnd(label, ' \n:*_')}: ${values[0] ?? ''}` : text;
      return { text: whole.replaceAll('\n', ' '), line: location.line };
    });
  }
  return block.text.split('\n').map((text, index) => ({ text, line: block.location.line + index }));
}

/** A path or an address and nothing else. */
const address = /^(?:https?:\/)?\/\S{1,500}$/;

/** The labels in code of nothing but labels: `Method: GET` and `URL: /x`. */
function codeLabels(block: CodeBlock): Labelled[] {
  if (block.text.length > 2000) return [];
  if (address.test(block.text.trim()))
    return [{ kind: 'url', value: block.text.trim(), block, line: block.textLine, isShown: true }];
  const lines = block.text.split('\n').map((text, index) => ({ text, line: block.textLine + index }));
  const isAll = lines.every(({ text }) => /^\s*(?:[A-Za-z][\w -]{1,30}:(?!\/\/).*)?$/.test(text));
  return isAll ? lines.flatMap((one) => lineLabels(one, block)) : [];
}

function lineLabels(
  { text, line }: { readonly text: string; readonly line: number },
  block: Labelled['block'],
): Labelled[] {
  const [, label = '', value = ''] = /^\s*([^:：\n]{2,60})[:：](?!\/\/)(.{1,500})$/.exec(text) ?? [];
  return labelOf(label, value, block, line);
}

function blockLabels(block: ProseBlock): Labelled[] {
  const bare = bareLabel(block);
  if (bare) return [bare];
  return pieces(block).flatMap((piece) => lineLabels(piece, block));
}

/** A paragraph that is a method or a path and nothing else. */
function bareLabel(block: ProseBlock): Labelled | undefined {
  if (block.form !== 'paragraph' || block.text.length > 300) return undefined;
  const text = plainText(block.text);
  const place = { block, line: block.location.line, isBare: true } as const;
  if (text === text.toUpperCase() && httpMethod(text)) return { kind: 'method', value: text, ...place };
  return /^(?:https?:\/)?\/[^\s]+$/.test(text) ? { kind: 'url', value: text, ...place } : undefined;
}

function labelOf(label: string, value: string, block: Labelled['block'], line: number): Labelled[] {
  const written = plainText(label.replaceAll('*', ' ')).replace(/^\d{1,3}(?:\.\d{1,3}){0,5}[.)]?\s+/, '');
  const title = trimmedEnd(inEnglish(written), ' :：');
  const text = trimmed(
    plainText(value.replaceAll(/(`[^`]*`)|[*_]{2}/g, (_, code?: string) => code ?? ' ').replace(/^[-*+]\s+/, '')),
    ' _*:：',
  );
  if (methodLabel.test(title)) {
    return statedMethods(text).length > 0 ? [{ kind: 'method', value: text, block, line }] : [];
  }
  const target = urlLabel.test(title) ? pathText(text) : undefined;
  return target === undefined || /\s/.test(target) ? [] : [{ kind: 'url', value: target, block, line }];
}
