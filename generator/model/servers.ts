import { own, ownArray, ownObject, ownString, stringsOf, type JsonValue } from '../base/json.ts';
import type { Spec } from '../spec/openapi.ts';
import type { Server, ServerVariable } from './model.ts';

/** A description longer than this is no name. */
const longestName = 60;

/**
 * The servers of the spec, variables replaced by their defaults, and what they are called (OAS 3.1, section 4.8.5): by
 * `name` (OAS 3.2), else by their description where it is short, else by their URL. A name is that of the first that has it.
 */
export function buildServers(spec: Spec): Server[] {
  const taken = new Set<string>();
  return (ownArray(spec, 'servers') ?? []).flatMap((raw): Server[] => {
    const template = ownString(raw, 'url');
    if (template === undefined) return [];
    const description = ownString(raw, 'description');
    const variables = serverVariables(template, own(raw, 'variables'));
    const called = [ownString(raw, 'x-oas-name'), shortName(description), template];
    const name = called.find((one) => one !== undefined && !taken.has(one));
    if (name !== undefined) taken.add(name);
    return [
      {
        url: filled(template, variables),
        ...(description !== undefined && { description }),
        ...(name !== undefined && { name }),
        ...(variables.length > 0 && { template, variables }),
      },
    ];
  });
}

function shortName(description: string | undefined): string | undefined {
  const text = description?.trim() ?? '';
  return text !== '' && text.length <= longestName && !text.includes('\n') ? text : undefined;
}

/** The variables that a URL has, with what is said of them (OAS 3.1, section 4.8.6). */
function serverVariables(template: string, raw: JsonValue | undefined): ServerVariable[] {
  const names = new Set([...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  return [...names].map((name) => {
    const variable = ownObject(raw, name);
    const fallback = ownString(variable, 'default');
    const description = ownString(variable, 'description');
    return {
      name,
      ...(fallback !== undefined && { default: fallback }),
      values: stringsOf(own(variable, 'enum')),
      ...(description !== undefined && { description }),
    };
  });
}

function filled(template: string, variables: readonly ServerVariable[]): string {
  const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
  return template.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => defaults.get(name) ?? whole);
}
