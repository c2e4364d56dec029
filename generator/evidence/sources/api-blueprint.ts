import type { Report } from '../../base/diagnostic.ts';
import type { Page } from '../../pages/page.ts';
import { actionEvidence, named, targetOf, type BlueprintAction } from '../blueprint/actions.ts';
import { blueprintSections, type BlueprintItem, type BlueprintSection } from '../blueprint/items.ts';
import { bodyFacts, membersOf, type Structure } from '../blueprint/mson.ts';
import type { EntityName, Evidence, Source } from '../evidence.ts';
import { slug } from '../sections/outline.ts';

/**
 * Documents in API Blueprint (1A): resources and actions as headings, parameters, requests, responses and attributes as lists, and data
 * structures (MSON), which become objects that bodies refer to. Broken samples give `evidence/broken-sample`.
 */
export const apiBlueprint: Source = {
  name: 'api-blueprint',
  sniff({ format, text }) {
    if (format !== 'markdown') return { score: 0, reason: 'no Markdown' };
    const isDeclared = /^FORMAT:[ \t]*1A/m.test(text.slice(0, 2000));
    const hasActions =
      /^#{1,6} .{0,500}(?:\[(?:[A-Z]{3,7}(?: \/[^\]\n]{0,500})?|\/[^\]\n]{0,500})\]|\b[A-Z]{3,7} \/\S{0,500})[ #]{0,20}$/m.test(
        text,
      );
    const hasPayloads = /^ {0,3}[+*-] +(?:Request|Response)\b/m.test(text);
    if (isDeclared && hasActions) return { score: 1, reason: 'it declares its format' };
    return hasActions && hasPayloads && /^ {0,3}[+] +Response \d{3}/m.test(text)
      ? { score: 0.9, reason: 'headings with methods and paths in brackets, above lists of requests and responses' }
      : { score: 0, reason: 'no actions with lists of requests and responses' };
  },
  read,
};

interface Outline {
  readonly actions: BlueprintAction[];
  readonly structures: Map<string, Structure>;
  readonly lines: Map<string, number>;
  readonly models: Map<string, BlueprintItem>;
}

function read(page: Page, report: Report): Evidence[] {
  const sections = blueprintSections(page.text);
  const { actions, structures, lines, models } = outlineOf(sections);
  const context = { document: page.path, report, structures, models };
  return [
    ...headEvidence(page, sections),
    ...actions.flatMap((action) => actionEvidence(action, context)),
    ...[...structures.values()].flatMap((structure) => {
      const entity: EntityName = { document: page.path, anchor: slug(structure.name), title: structure.name };
      const line = lines.get(structure.name) ?? 1;
      const isEnum = /^enum\b/i.test(structure.base);
      const facts = bodyFacts(context, isEnum ? structure.base : 'object', membersOf(structure, structures), line);
      return facts.map(({ path, fact, line: at }): Evidence => {
        const subject = { kind: 'entity', entity, path } as const;
        return { subject, fact, location: { document: page.path, line: at }, method: 'cell', confidence: 'high' };
      });
    }),
  ];
}

/** The title and the server, which stand before the first heading and in it. */
function headEvidence(page: Page, sections: readonly BlueprintSection[]): Evidence[] {
  const [head] = sections;
  const first = sections.find(({ depth, title }) => depth === 1 && !targetOf(title));
  const found: Evidence[] = [];
  const push = (fact: Evidence['fact'], line: number): void => {
    found.push({
      subject: { kind: 'api' },
      fact,
      location: { document: page.path, line },
      method: 'cell',
      confidence: 'high',
    });
  };
  for (const { text, line } of head?.prose ?? []) {
    const url = /^HOST:\s*(https?:\/\/\S+?)\/?\s*$/i.exec(text)?.[1];
    if (url !== undefined) push({ kind: 'server', url }, line);
  }
  if (first && !/^(?:group |data structures$)/i.test(first.title))
    push({ kind: 'title', text: first.title }, first.line);
  return found;
}

function outlineOf(sections: readonly BlueprintSection[]): Outline {
  const found: Outline = { actions: [], structures: new Map(), lines: new Map(), models: new Map() };
  const add = (name: string, base: string, items: readonly BlueprintItem[], line: number): void => {
    if (name === '' || items.length === 0 || found.structures.has(name)) return;
    found.structures.set(name, { name, base, items });
    found.lines.set(name, line);
  };
  let resource: { readonly section: BlueprintSection; readonly title: string; readonly uri: string } | undefined;
  let isData = false;
  for (const section of sections) {
    const target = targetOf(section.title);
    if (/^data structures$/i.test(section.title)) isData = true;
    else if (target || /^group /i.test(section.title)) isData = false;
    if (isData) {
      const [, name = '', base = ''] = /^`?([^()`]{1,200}?)`?\s*(?:\((.{1,200})\))?$/.exec(section.title) ?? [];
      add(name.trim(), (base.split(/,(?![^[\]]{0,300}\])/)[0] ?? '').trim(), section.items, section.line);
      continue;
    }
    if (!target) continue;
    // an action with a path of its own below a resource leaves that as it is
    const isWithin = target.method !== undefined && resource !== undefined && resource.section.depth < section.depth;
    if (!isWithin) {
      resource = target.uri === undefined ? resource : { section, title: target.title, uri: target.uri };
      for (const item of named(section.items, 'attributes')) {
        const base = /\(([^()]{1,200})\)/.exec(item.text)?.[1] ?? '';
        if (target.method === undefined) add(target.title, base, item.items, item.line);
      }
      for (const item of named(section.items, 'model')) found.models.set(target.title, item);
    }
    const uri = target.uri ?? resource?.uri;
    if (target.method === undefined || uri === undefined) continue;
    const shared = target.uri === undefined && resource ? resource.section.items : [];
    found.actions.push({ section, title: target.title, method: target.method, uri, shared });
  }
  return found;
}
