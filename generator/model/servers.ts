import { own, ownArray, ownObject, ownString, stringsOf, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import type { Operation, Server, ServerVariable } from './model.ts';
import type { Part } from './parts.ts';

/** A description longer than this is no name. */
const longestName = 60;

/** The names that servers have so far, and which server each is that of: the same one keeps its name wherever it is listed. */
export type ServerNames = Map<string, string>;

/**
 * The servers that a Server Object list names, variables replaced by their defaults, and what they are called (OAS 3.1,
 * section 4.8.5): by `name` (OAS 3.2), else by their description where it is short, else by their URL. A name is that of
 * the first that has it; `names` is added to.
 */
export function buildServers(list: readonly JsonValue[] | undefined, names: ServerNames): Server[] {
  return (list ?? []).flatMap((raw): Server[] => {
    const template = ownString(raw, 'url');
    if (template === undefined) return [];
    const description = ownString(raw, 'description');
    const variables = serverVariables(template, own(raw, 'variables'));
    const identity = JSON.stringify([template, variables]);
    const called = [ownString(raw, 'x-oas-name'), shortName(description), template];
    const name = called.find((one) => one !== undefined && (names.get(one) ?? identity) === identity);
    if (name !== undefined) names.set(name, identity);
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

/** What servers of operations are compared with, and named beside. */
export interface ApiServers {
  readonly servers: readonly Server[];
  readonly names: ServerNames;
}

/**
 * The servers that an operation has instead of the API's: its own, else its path's (OAS 3.1, sections 4.8.9 and 4.8.10).
 * None where they are the API's. Gives `model/unsupported` where no address can be made of them.
 */
export function operationServers(context: BuildContext, api: ApiServers, parts: readonly Part[]): Server[] {
  const part = parts.find(({ raw }) => (ownArray(raw, 'servers') ?? []).length > 0);
  if (!part) return [];
  const found = buildServers(ownArray(part.raw, 'servers'), api.names);
  if (found.every(({ url }) => api.servers.some((server) => server.url === url))) return [];
  const reachable = found.filter(({ url }) => isReachable(url));
  if (reachable.length === 0) {
    const reason = 'no address can be made of them, so requests go where those of the API go';
    reportUnsupported(context, joinPointer(part.pointer, 'servers'), 'servers', reason);
  }
  return reachable;
}

/** Where the API itself has no address, but all its operations have the same, that is the API's. */
export function settleServers(
  servers: readonly Server[],
  operations: readonly Operation[],
): { readonly servers: readonly Server[]; readonly operations: readonly Operation[] } {
  const shared = operations[0]?.servers ?? [];
  const isShared = operations.every((operation) => urlsOf(operation.servers) === urlsOf(shared));
  if (hasAddress(servers) || !hasAddress(shared) || !isShared) return { servers, operations };
  return { servers: [...shared, ...servers], operations: operations.map(withoutServers) };
}

const urlsOf = (list: readonly Server[] = []): string => JSON.stringify(list.map(({ url }) => url));

const hasAddress = (list: readonly Server[]): boolean =>
  list.some(({ url }) => isReachable(url) && !url.startsWith('/'));

function withoutServers(operation: Operation): Operation {
  const { servers: _, ...others } = operation;
  return others;
}

/** A whole address, or a path on the API's host; without variables that have no default. */
function isReachable(url: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))[^{}]*$/i.test(url);
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
