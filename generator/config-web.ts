import type { WebAccess } from './base/options.ts';
import { joinPointer } from './base/pointer.ts';
import { readObject, readText, readTexts, type Entries, type Fail } from './config-values.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The keys `hosts` and `headers` of a configuration, environment variables filled in. What is wrong goes to `fail`. */
export function readWeb(root: Entries, environment: Environment, fail: Fail): WebAccess {
  const hosts = readTexts(root['hosts'], '/hosts', 'hosts', fail);
  for (const [index, host] of hosts.entries()) {
    const place = Array.isArray(root['hosts']) ? `/hosts/${index}` : '/hosts';
    if (!isHost(host)) fail(place, `"${host}" is no host: write its exact name, with a port if it is unusual`);
  }
  const headers: Record<string, Record<string, string>> = {};
  for (const [host, value] of Object.entries(
    readObject(root['headers'] ?? {}, '/headers', '"headers"', undefined, fail) ?? {},
  )) {
    const pointer = joinPointer('/headers', host);
    if (!hosts.includes(host)) fail(pointer, `headers for "${host}", which is not among "hosts"`);
    headers[host] = readHeaders(value, pointer, environment, fail);
  }
  return { hosts, headers };
}

/** Whether a text is the name of a host, without or with a port, and nothing else (RFC 3986, section 3.2). */
export function isHost(text: string): boolean {
  if (!/^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}.-]+)(?::\d{1,5})?$/iu.test(text)) return false;
  return URL.canParse(`http://${text}`);
}

function readHeaders(value: unknown, pointer: string, environment: Environment, fail: Fail): Record<string, string> {
  const headers: Record<string, string> = {};
  const given = readObject(value, pointer, 'the headers of a host', undefined, fail) ?? {};
  for (const [name, text] of Object.entries(given)) {
    const place = joinPointer(pointer, name);
    // Field names and values of RFC 9110, section 5: a line feed in them would begin another header.
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) fail(place, `"${name}" is no name of a header`);
    const filled = fillVariables(readText(text, place, `headers.${name}`, fail) ?? '', place, environment, fail);
    if (/[^\t\u0020-\u007e]/.test(filled))
      fail(place, `the value of "${name}" holds characters that no header may have`);
    headers[name] = filled.trim();
  }
  return headers;
}

/** `${NAME}` replaced by the environment variable; one that is missing or empty is a fault, for an empty secret helps nobody. */
function fillVariables(text: string, pointer: string, environment: Environment, fail: Fail): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value === undefined || value === '') fail(pointer, `the environment variable ${name} is not set`);
    return value ?? '';
  });
}
