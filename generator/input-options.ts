import { isTestableFormat } from './base/formats.ts';
import type { OperationPatterns } from './base/options.ts';
import { untestableFormat } from './config-formats.ts';
import { isHost } from './config-web.ts';
import { defaults } from './config.ts';
import type { InputOptions } from './job-list.ts';

/** The options that go with inputs on the command line; each may be given several times. */
export const inputFlags = [
  {
    flag: '--root <folder>',
    help: 'folder in which references ($ref) may also read files (default: that of each input)',
  },
  { flag: '--allow-host <host>', help: 'host that inputs and references may be fetched from (default: none)' },
  { flag: '--overlay <file>', help: 'OpenAPI Overlay file, applied after the inputs are merged: your decisions' },
  { flag: '--include-tag <tag>', help: 'keep only operations with this tag; * stands for any text' },
  { flag: '--include-path <path>', help: 'keep only operations of this path: "/pets/*"' },
  { flag: '--include-operation <operation>', help: 'keep only this operationId, or "GET /pets"' },
  { flag: '--exclude-tag <tag>', help: 'leave out operations with this tag' },
  { flag: '--exclude-path <path>', help: 'leave out operations of this path' },
  { flag: '--exclude-operation <operation>', help: 'leave out this operationId, or "GET /pets"' },
  { flag: '--assert-format <format>', help: 'format whose values validators test; * stands for all (default: none)' },
] as const;

/** The values of `inputFlags`, as commander names them. */
export interface InputFlagValues {
  readonly root?: readonly string[];
  readonly allowHost?: readonly string[];
  readonly overlay?: readonly string[];
  readonly includeTag?: readonly string[];
  readonly includePath?: readonly string[];
  readonly includeOperation?: readonly string[];
  readonly excludeTag?: readonly string[];
  readonly excludePath?: readonly string[];
  readonly excludeOperation?: readonly string[];
  readonly assertFormat?: readonly string[];
}

/** What the options of the command line say about inputs, or what is wrong with them. */
export function readInputOptions(values: InputFlagValues, cwd: string): InputOptions | { readonly fault: string } {
  const hosts = values.allowHost ?? [];
  const wrong = hosts.find((host) => !isHost(host));
  if (wrong !== undefined)
    return { fault: `"${wrong}" is no host: write its exact name, with a port if it is unusual` };
  const include = patterns(values.includeTag, values.includePath, values.includeOperation);
  const exclude = patterns(values.excludeTag, values.excludePath, values.excludeOperation);
  const filter = (include ?? exclude) && { ...(include && { include }), ...(exclude && { exclude }) };
  const { assertFormat: listed = [] } = values;
  const untested = listed.find((format) => format !== '*' && !isTestableFormat(format));
  if (untested !== undefined) return { fault: untestableFormat(untested) };
  const formats = listed.includes('*') ? 'assert' : listed.length > 0 ? listed : defaults.formats;
  const { root: roots = [], overlay: overlays = [] } = values;
  return { cwd, hosts, roots, overlays, formats, ...(filter && { filter }) };
}

/** The first of the options that is given, as it is written; undefined where none is. */
export function givenInputFlag(values: InputFlagValues): string | undefined {
  const given = Object.keys(values);
  return inputFlags.map(({ flag }) => flag.split(' ')[0] ?? '').find((flag) => given.includes(camelCase(flag)));
}

function camelCase(flag: string): string {
  return flag.slice(2).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function patterns(
  tags: readonly string[] | undefined,
  paths: readonly string[] | undefined,
  operations: readonly string[] | undefined,
): OperationPatterns | undefined {
  if (tags === undefined && paths === undefined && operations === undefined) return undefined;
  return { ...(tags && { tags }), ...(paths && { paths }), ...(operations && { operations }) };
}
