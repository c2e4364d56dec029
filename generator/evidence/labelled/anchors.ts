import type { Step } from '../evidence.ts';
import type { Segment } from '../segments.ts';
import type { LabelledPage } from './samples.ts';

/** What the first word of an anchor says that it leads to. */
export type AnchoredPart = 'request' | 'response' | 'parameter' | 'path' | 'query' | 'header' | 'cookie';

/** Where the link before a property says it belongs. */
export interface AnchoredPlace {
  readonly part: AnchoredPart;
  readonly path: readonly Step[];
}

/** Remembers the anchors of a page, since one is made of that of the property around it. */
export interface Anchors {
  /** The place of a property, or undefined where the anchor does not end in its name or does not say the part of the page. */
  place(anchor: string, name: string, type: string | undefined): AnchoredPlace | undefined;
}

const parts: Readonly<Record<string, AnchoredPart>> = {
  body: 'request',
  request: 'request',
  response: 'response',
  parameter: 'parameter',
  parameters: 'parameter',
  param: 'parameter',
  path: 'path',
  query: 'query',
  header: 'header',
  cookie: 'cookie',
};

/** Branches of unions and items of lists have a place in the anchor, but none in the value. */
const inBetween = /-(?:(?:one|any|all)-of-\d{1,3}|items|option-\d{1,3})$/;

/** The anchor of a line that is nothing but a link within the page, possibly with the text that follows it. */
function anchorLine(line: string): { readonly anchor: string; readonly rest: string } | undefined {
  const found = /^\[[^\][]{0,20}\]\(#([^()\s]{1,400})\)(.*)$/u.exec(line);
  return found ? { anchor: (found[1] ?? '').toLowerCase(), rest: (found[2] ?? '').trim() } : undefined;
}

/** A line without the link at its beginning. */
export function withoutAnchor(segment: Segment): { readonly segment: Segment; readonly anchor?: string } {
  const found = segment.kind === 'text' ? anchorLine(segment.text) : undefined;
  return found && segment.kind === 'text'
    ? { segment: { ...segment, text: found.rest }, anchor: found.anchor }
    : { segment };
}

/** The parts of the page whose whole body is a list. */
export function listParts({ requestSample, responseSample }: LabelledPage): Set<AnchoredPart> {
  const found = new Set<AnchoredPart>();
  if (Array.isArray(requestSample?.value)) found.add('request');
  if (Array.isArray(responseSample?.value)) found.add('response');
  return found;
}

/** Anchors of one page; `rootItems` are the parts whose whole body is a list. */
export function createAnchors(rootItems: ReadonlySet<AnchoredPart>): Anchors {
  const known = new Map<string, AnchoredPlace>();
  return {
    place(anchor, name, type) {
      const slug = slugOf(name);
      if (anchor !== slug && !anchor.endsWith(`-${slug}`)) return undefined;
      const parent = parentOf(anchor.slice(0, -slug.length).replace(/-{1,9}$/, ''));
      if (!parent) return undefined;
      const path: Step[] = [...parent.path, { kind: 'property', name: name.replace(/\[\]$/, '') }];
      const isList = /\[\]$|^(?:array|list)\b/.test(type ?? '');
      known.set(anchor, { part: parent.part, path: isList ? [...path, { kind: 'items' }] : path });
      return { part: parent.part, path };
    },
  };

  /** What the rest of an anchor leads to: a property before, or the part itself. */
  function parentOf(rest: string): AnchoredPlace | undefined {
    let left = rest;
    while (!known.has(left) && inBetween.test(left)) left = left.replace(inBetween, '');
    const place = known.get(left);
    if (place) return place;
    const part = Object.hasOwn(parts, left) ? parts[left] : undefined;
    return part && { part, path: rootItems.has(part) ? [{ kind: 'items' }] : [] };
  }
}

/** A name as anchors write it. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
}
