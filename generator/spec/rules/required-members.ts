import { isObject, own, ownArray, ownObject, ownString, setOwn, stringsOf, type JsonObject } from '../../base/json.ts';
import type { ObjectName } from '../grammar.ts';
import { visitDescription } from '../walk.ts';
import { mendSecurityScheme } from './mending/security-schemes.ts';
import { menderAt, type Mender } from './mending/mender.ts';
import type { Rule } from './rule.ts';

/** OAS 3.1, section 4.8: the fields marked REQUIRED. */
export const requiredMembersRule: Rule = {
  says: 'Every object has the members that OpenAPI requires: an empty text where nothing is known, or the object is gone.',
  apply(document, context) {
    if (!isObject(document['info'])) document['info'] = {};
    visitDescription(document, {
      object: (object, name, _pointer, evident) => {
        const mender = menderAt(context, evident);
        completions[name]?.(object, mender);
        dropIncomplete(object, name, mender);
      },
      enterSchema: (schema, _pointer, evident) => dropIncomplete(schema, 'schema', menderAt(context, evident)),
    });
  },
};

/** What an object must have to mean anything. */
const essential: Readonly<Partial<Record<ObjectName, string>>> = {
  server: 'url',
  tag: 'name',
  externalDocs: 'url',
  discriminator: 'propertyName',
};

/** Members that hold objects with an essential member, alone or in a list. */
const members: Readonly<Record<string, readonly string[]>> = {
  root: ['servers', 'tags', 'externalDocs'],
  pathItem: ['servers'],
  operation: ['servers', 'externalDocs'],
  tag: ['externalDocs'],
  link: ['server'],
  schema: ['externalDocs', 'discriminator'],
};
const namesOf: Readonly<Record<string, ObjectName>> = { servers: 'server', server: 'server', tags: 'tag' };

function dropIncomplete(object: JsonObject, name: string, mender: Mender): void {
  for (const key of members[name] ?? []) {
    const member = namesOf[key] ?? (key as ObjectName);
    const needed = essential[member];
    const value = own(object, key);
    if (needed === undefined || value === undefined) continue;
    const isComplete = (one: unknown): boolean => isObject(one) && typeof one[needed] === 'string';
    const whole = Array.isArray(value) ? value.filter(isComplete) : isComplete(value) ? value : undefined;
    if (Array.isArray(value) ? Array.isArray(whole) && whole.length === value.length : whole !== undefined) continue;
    mender.dropped(`"${key}"`, `it has no "${needed}"`);
    if (whole === undefined || (Array.isArray(whole) && whole.length === 0)) delete object[key];
    else object[key] = whole;
  }
}

/** What is filled in: empty texts and lists say no more than a missing member. */
const completions: Readonly<Partial<Record<ObjectName, (object: JsonObject, mender: Mender) => void>>> = {
  root: (root) => {
    const seen = new Set<string>();
    const tags = ownArray(root, 'tags');
    if (!tags) return;
    root['tags'] = tags.filter((tag) => {
      const name = ownString(tag, 'name');
      const isTwin = name !== undefined && seen.has(name);
      if (name !== undefined) seen.add(name);
      return !isTwin;
    });
  },
  info: (info) => {
    const uncertain: string[] = [];
    if (info['title'] === undefined) uncertain.push('no title is stated');
    if (info['version'] === undefined) uncertain.push('no version is stated');
    info['title'] ??= 'API';
    info['version'] ??= '0.0.0';
    if (uncertain.length > 0) info['x-uncertain'] = [...stringsOf(info['x-uncertain']), ...uncertain];
    const license = ownObject(info, 'license');
    if (license && license['name'] === undefined)
      license['name'] = ownString(license, 'identifier') ?? ownString(license, 'url') ?? '';
    if (license?.['url'] !== undefined && license['identifier'] !== undefined)
      rename(license, 'identifier', 'x-identifier');
  },
  serverVariable: (variable, mender) => {
    const values = stringsOf(variable['enum']);
    if (Array.isArray(variable['enum']) && values.length === 0) delete variable['enum'];
    if (variable['default'] !== undefined) return;
    variable['default'] = values[0] ?? '';
    mender.mended('a server variable', 'it has no default', `it is read as "${values[0] ?? ''}"`);
  },
  response: (response, mender) => {
    response['description'] ??= '';
    const links = ownObject(response, 'links') ?? {};
    for (const [name, link] of Object.entries(links)) {
      if (['$ref', 'operationRef', 'operationId'].some((key) => own(link, key) !== undefined)) continue;
      mender.dropped(`the link "${name}"`, 'it names no operation');
      delete links[name];
    }
  },
  requestBody: (body) => {
    body['content'] ??= {};
  },
  example: (example, mender) => {
    if (example['value'] === undefined || example['externalValue'] === undefined) return;
    delete example['externalValue'];
    mender.dropped('"externalValue"', 'the example has a "value" already');
  },
  components: (components, mender) => {
    for (const link of Object.values(ownObject(components, 'links') ?? {})) {
      if (isObject(link) && !['$ref', 'operationRef', 'operationId'].some((key) => own(link, key) !== undefined))
        link['operationRef'] = '';
    }
    const schemes = ownObject(components, 'securitySchemes') ?? {};
    for (const [name, scheme] of Object.entries(schemes)) {
      if (!isObject(scheme) || typeof scheme['$ref'] === 'string') continue;
      const fault = mendSecurityScheme(scheme);
      if (fault === undefined) continue;
      mender.dropped(`the security scheme "${name}"`, fault);
      delete schemes[name];
    }
  },
  oauthFlows: (flows) => {
    for (const [name, flow] of Object.entries(flows)) {
      if (!isObject(flow) || name.startsWith('x-')) continue;
      if (name === 'implicit' || name === 'authorizationCode') flow['authorizationUrl'] ??= '';
      else if (flow['authorizationUrl'] !== undefined) rename(flow, 'authorizationUrl', 'x-authorizationUrl');
      if (name !== 'implicit') flow['tokenUrl'] ??= '';
      else if (flow['tokenUrl'] !== undefined) rename(flow, 'tokenUrl', 'x-tokenUrl');
      flow['scopes'] ??= {};
    }
  },
};

function rename(object: JsonObject, from: string, to: string): void {
  setOwn(object, to, object[from] ?? null);
  delete object[from];
}
