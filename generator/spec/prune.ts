import { isObject, own, ownArray, ownObject, ownString, stringsOf, type JsonObject } from '../base/json.ts';
import { localRefPointer, pointerTokens } from '../base/pointer.ts';
import { visitDescription, type Visitor } from './walk.ts';

/**
 * Takes away, in place, the components that nothing in paths and webhooks reaches, by whatever number of steps, the tags
 * that no operation has, and the security schemes that nothing asks for. Values of a discriminator's mapping are
 * references (OAS 3.1, section 4.8.25).
 */
export function pruneComponents(document: JsonObject): void {
  const components = ownObject(document, 'components') ?? {};
  const reached = new Set<string>();
  const tags = new Set<string>();
  const queue: string[] = [];
  const reach = (section: string, name: string): void => {
    const key = `${section}/${name}`;
    if (reached.has(key) || own(ownObject(components, section), name) === undefined) return;
    reached.add(key);
    queue.push(key);
  };
  const visitor = reachingVisitor(reach, tags);
  visitDescription({ ...document, components: {} }, visitor);
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    const section = key.slice(0, key.indexOf('/'));
    const name = key.slice(section.length + 1);
    const part = own(ownObject(components, section), name);
    if (part !== undefined) visitDescription({ components: { [section]: { [name]: part } } }, visitor);
  }
  for (const section of Object.keys(components)) {
    const entries = section.startsWith('x-') ? undefined : ownObject(components, section);
    if (!entries) continue;
    for (const name of Object.keys(entries)) if (!reached.has(`${section}/${name}`)) delete entries[name];
    if (Object.keys(entries).length === 0) delete components[section];
  }
  if (isObject(document['components']) && Object.keys(components).length === 0) delete document['components'];
  pruneTags(document, tags);
}

type Reach = (section: string, name: string) => void;

function reachingVisitor(reach: Reach, tags: Set<string>): Visitor {
  const follow = (ref: string | undefined): void => {
    const pointer = localRefPointer(ref ?? '');
    const [first, section, name] = pointer === undefined ? [] : pointerTokens(pointer);
    if (first === 'components' && section !== undefined && name !== undefined) reach(section, name);
  };
  return {
    reference: (holder) => follow(ownString(holder, '$ref')),
    object: (object, name) => {
      if (name === 'operation') for (const tag of stringsOf(object['tags'])) tags.add(tag);
      if (name === 'securityRequirement') for (const scheme of Object.keys(object)) reach('securitySchemes', scheme);
      if (name !== 'discriminator') return;
      for (const target of Object.values(ownObject(object, 'mapping') ?? {})) {
        if (typeof target !== 'string') continue;
        follow(target);
        reach('schemas', target);
      }
    },
  };
}

function pruneTags(document: JsonObject, used: ReadonlySet<string>): void {
  const list = ownArray(document, 'tags');
  if (!list) return;
  const kept = list.filter((tag) => used.has(ownString(tag, 'name') ?? ''));
  if (kept.length > 0) document['tags'] = kept;
  else delete document['tags'];
}
