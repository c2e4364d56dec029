import { trimmed, trimmedEnd } from '../../base/trim.ts';
import type { Block, CodeBlock, ProseBlock } from '../../pages/page.ts';
import { endpointOf, httpMethod } from '../endpoints.ts';
import { inEnglish } from '../translations.ts';
import { plainText } from './markup.ts';
import { isSection, type Section } from './outline.ts';
import { pathText, type NamedEndpoint } from './section-endpoints.ts';

/** A method or a path behind a label. */
interface Labelled {
  readonly kind: 'method' | 'url';
  readonly value: string;
  readonly block: ProseBlock | CodeBlock;
  readonly line: number;
  /** Nothing says what it is but its form: it belongs to what stands on the same line. */
  readonly isBare?: true;
}

const urlLabel =
  /^(?:(?:api|request|http|full|relative|resource|endpoint)\s+)?(?:url|uri|path|endpoint|route|resource|syntax)$/i;
const methodLabel = /^(?:(?:http|request|api|url)\s+)?(?:method|verb)(?:\s+type)?$/i;

/** Labels further apart do not belong together. */
const mostApart = 8;

/**
 * The endpoints of a section that are named in two pieces, each behind a label or under a heading of its own: `**URL** : /x`
 * and `**Method** : POST`, in either order; or on one line, where an element cuts the method off as a badge. Gives no diagnostics.
 */
export function labelledEndpoints(section: Section): NamedEndpoint[] {
  const found: NamedEndpoint[] = [];
  let open: Labelled | undefined;
  for (const part of section.parts.flatMap(labelled)) {
    const most = open?.isBare || part.isBare ? 0 : mostApart;
    const isPair = open !== undefined && open.kind !== part.kind && Math.abs(part.line - open.line) <= most;
    const endpoint = open && isPair ? paired(open, part) : undefined;
    if (endpoint) found.push(endpoint);
    open = endpoint ? undefined : part;
  }
  return found;
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

function paired(first: Labelled, second: Labelled): NamedEndpoint | undefined {
  const [url, verb] = first.kind === 'url' ? [first, second] : [second, first];
  const method = httpMethod(verb.value);
  const endpoint = method && endpointOf(method, url.value);
  const location = { document: url.block.location.document, line: url.line };
  return endpoint && { ...endpoint, block: { ...url.block, location } };
}

function labelled(part: Block | Section): Labelled[] {
  if (!isSection(part)) return part.kind === 'prose' ? blockLabels(part) : part.kind === 'code' ? codeLabels(part) : [];
  const [block] = part.parts;
  if (part.parts.length !== 1 || !block || isSection(block) || block.kind !== 'prose') return [];
  return labelOf(part.title, block.text, block, block.location.line);
}

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

/** The labels in code of nothing but labels: `Method: GET` and `URL: /x`. */
function codeLabels(block: CodeBlock): Labelled[] {
  if (block.text.length > 2000) return [];
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
  const text = trimmed(plainText(value.replaceAll(/[*_]{2}/g, ' ').replace(/^[-*+]\s+/, '')), ' _*:：');
  if (methodLabel.test(title)) {
    return httpMethod(text) && text === text.toUpperCase() ? [{ kind: 'method', value: text, block, line }] : [];
  }
  const target = urlLabel.test(title) ? pathText(text) : undefined;
  return target === undefined || /\s/.test(target) ? [] : [{ kind: 'url', value: target, block, line }];
}
