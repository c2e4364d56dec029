import { setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Block } from '../../pages/page.ts';

/** The security schemes of a page, by name; those without a name wait for one that only operations use. */
export interface PrintedSchemes {
  readonly named: Map<string, JsonObject>;
  readonly nameless: JsonObject[];
}

/**
 * Reads the section on authentication: `* API Key (name)` with `Parameter Name: **X**, in: header`, `HTTP Authentication,
 * scheme: bearer`, `oAuth2 authentication` with its flows.
 */
export function readSchemes(blocks: readonly Block[]): PrintedSchemes {
  const schemes: PrintedSchemes = { named: new Map(), nameless: [] };
  for (const block of blocks) {
    if (block.kind !== 'prose') continue;
    const items = block.text.split(/^[ \t]*[-*][ \t]+/m).map((text) => text.trim());
    for (const [index, item] of items.entries()) {
      const key = /^API Key \(([^()\n]+)\)/.exec(item)?.[1];
      if (key !== undefined) addKey(schemes, key, items[index + 1] ?? '');
      const scheme = /^HTTP Authentication, scheme: ([\w-]+)/i.exec(item)?.[1];
      if (scheme !== undefined) schemes.nameless.push({ type: 'http', scheme: scheme.toLowerCase() });
      if (/^oAuth2 authentication/i.test(item)) addOAuth(schemes, items.slice(index + 1));
      const openId = /^OpenID Connect authentication \(([^()\n]+)\)/i.exec(item)?.[1];
      if (openId !== undefined) addOpenId(schemes, openId, items[index + 1] ?? '');
    }
  }
  return schemes;
}

function addKey(schemes: PrintedSchemes, key: string, text: string): void {
  const [, name, place] = /Parameter Name: \*\*([^*\n]+)\*\*, in: (header|query|cookie)/i.exec(text) ?? [];
  if (name !== undefined && place !== undefined) {
    schemes.named.set(key, { type: 'apiKey', in: place.toLowerCase(), name });
  }
}

function addOpenId(schemes: PrintedSchemes, key: string, text: string): void {
  const openIdConnectUrl = urlIn(text);
  if (openIdConnectUrl !== undefined) schemes.named.set(key, { type: 'openIdConnect', openIdConnectUrl });
}

/** One flow is enough to know; a scheme without the URLs that its flow asks for is none. */
function addOAuth(schemes: PrintedSchemes, items: readonly string[]): void {
  const flow = /^Flow: (\w+)/i.exec(items[0] ?? '')?.[1];
  if (flow === undefined) return;
  const urls = items.slice(1, 3).map((item) => [/^(Authorization|Token) URL/i.exec(item)?.[1], urlIn(item)] as const);
  const members: JsonObject = { scopes: {} };
  for (const [word, url] of urls) {
    if (word !== undefined && url !== undefined) members[`${word.toLowerCase()}Url`] = url;
  }
  const needed = { implicit: ['authorizationUrl'], authorizationCode: ['authorizationUrl', 'tokenUrl'] }[flow] ?? [
    'tokenUrl',
  ];
  if (needed.every((name) => name in members)) schemes.nameless.push({ type: 'oauth2', flows: { [flow]: members } });
}

function urlIn(text: string): string | undefined {
  return /https?:\/\/[^\s)\]]+/.exec(text)?.[0];
}

/**
 * The Security Requirement Objects (OAS 3.1, section 4.8.30) that a note beside an operation states: none for "does not
 * require authentication", else one for each alternative. Undefined where it says neither.
 */
export function readRequirements(text: string): JsonObject[] | undefined {
  if (/\bdoes not require authentication\b/i.test(text)) return [];
  const lead = /authenticated by means of one of the following methods:/i.exec(text);
  if (!lead) return undefined;
  const alternatives = splitOutside(text.slice(lead.index + lead[0].length)).filter((part) => part.trim() !== '');
  return alternatives.map((alternative) => {
    const requirement: JsonObject = {};
    for (const part of alternative.split(' & ')) {
      const [, name = '', scopes = ''] = /^([^()]*)(?:\(\s*Scopes:([^()]*)\))?/i.exec(part.trim()) ?? [];
      const key = name.trim();
      if (key !== '' && key !== 'None')
        setOwn(
          requirement,
          key,
          scopes.split(/[\s,]+/).filter((one) => one !== ''),
        );
    }
    return requirement;
  });
}

/** Splits at the commas that are not between scopes. */
function splitOutside(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === ',' && depth <= 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/**
 * `components.securitySchemes`: those with a name, and those without one where the names that operations use leave no
 * choice. Requirements that then name nothing are taken out of `requirements`.
 */
export function settleSchemes(schemes: PrintedSchemes, requirements: readonly JsonObject[]): JsonObject {
  const used = new Set(requirements.flatMap((requirement) => Object.keys(requirement)));
  const unknown = [...used].filter((name) => !schemes.named.has(name));
  const components: JsonObject = Object.fromEntries(schemes.named);
  if (unknown.length === schemes.nameless.length || schemes.nameless.length === 1) {
    unknown.forEach((name, index) => {
      const scheme: JsonValue | undefined = schemes.nameless[schemes.nameless.length === 1 ? 0 : index];
      if (scheme !== undefined) setOwn(components, name, scheme);
    });
  }
  for (const requirement of requirements) {
    for (const name of Object.keys(requirement)) if (!Object.hasOwn(components, name)) delete requirement[name];
  }
  return components;
}
