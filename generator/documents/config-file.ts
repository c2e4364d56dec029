import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDataFailure, parseData } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { isObject, own } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { systemReason } from '../base/system-error.ts';
import { documentPath, readDocument } from './read.ts';

/** The content of a configuration file, not yet checked. */
export interface ConfigFile {
  /** The folder that paths of the configuration are relative to. */
  readonly folder: string;
  readonly value: unknown;
  /** The line of the value at a JSON Pointer; the first line where the file is JavaScript. */
  readonly locate: (pointer: string) => Location;
}

/** The names looked for in the current folder, when none is given. */
const configNames = ['js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `specloom.config.${extension}`);

/** The key of package.json that may hold the configuration. */
const packageKey = 'specloom';

/**
 * The path of the configuration of `folder`: `specloom.config.{js,mjs,json,yaml,yml}`, else a package.json with the key
 * `specloom`, else a `specloom.config` of another kind (`.cjs`, or one that `loadConfig` refuses), else undefined. Gives `config/invalid`
 * where two files of the first kind lie side by side.
 */
export function findConfig(folder: string, report: Report): string | undefined {
  const found = configNames.filter((name) => existsSync(join(folder, name)));
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    const reason = `${second} lies beside it; keep one of the two, or name one with --config`;
    report.add('config/invalid', { document: first, line: 1 }, { reason });
  }
  if (first !== undefined) return join(folder, first);
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && readConfigData(manifest, folder, report)?.value !== undefined) return manifest;
  const [other] = readdirSync(folder)
    .filter((name) => /^specloom\.config\.\w{1,10}$/.test(name))
    .toSorted();
  return other === undefined ? undefined : join(folder, other);
}

/**
 * Reads the configuration file at `path` (relative to `base`): JSON, YAML, the key `specloom` of a package.json, or a
 * JavaScript module that exports it as `default` or `config`. Gives `config/invalid` or `documents/unreadable` where it
 * cannot be read; then returns undefined.
 */
export async function loadConfig(path: string, base: string, report: Report): Promise<ConfigFile | undefined> {
  const absolute = resolve(base, path);
  const extension = extname(absolute).toLowerCase();
  if (['.js', '.mjs', '.cjs'].includes(extension)) return importConfig(absolute, base, report);
  if (['.json', '.yaml', '.yml'].includes(extension)) return readConfigData(absolute, base, report);
  const reason = 'a configuration is a file of the kind .json, .yaml, .yml, .js or .mjs';
  report.add('config/invalid', { document: documentPath(base, absolute), line: 1 }, { reason });
  return undefined;
}

function readConfigData(path: string, base: string, report: Report): ConfigFile | undefined {
  const document = readDocument(path, base, report);
  if (document === undefined) return undefined;
  const data = parseData(document.text, { document: document.path });
  if (isDataFailure(data)) {
    report.add('config/invalid', data.location, { reason: `it cannot be read: ${data.reason}` });
    return undefined;
  }
  for (const { kind, name, location, firstLine } of data.losses?.() ?? []) {
    const what =
      kind === 'duplicate-key' ? `the key "${name}" stands in line ${firstLine} already` : 'it holds two documents';
    report.add('config/invalid', location, { reason: what });
  }
  const folder = dirname(path);
  if (basename(path) !== 'package.json')
    return { folder, value: data.value, locate: (pointer) => data.locate(pointer) };
  return { folder, value: own(data.value, packageKey), locate: (pointer) => data.locate(`/${packageKey}${pointer}`) };
}

async function importConfig(path: string, base: string, report: Report): Promise<ConfigFile | undefined> {
  const location = { document: documentPath(base, path), line: 1 };
  const refuse = (reason: string): undefined => {
    report.add('config/invalid', location, { reason });
  };
  if (!existsSync(path)) return refuse('it cannot be read: no such file');
  try {
    const module: unknown = await import(pathToFileURL(path).href);
    const value = isObject(module) ? (own(module, 'default') ?? own(module, 'config')) : undefined;
    if (value === undefined) return refuse('it exports neither "default" nor "config"');
    return { folder: dirname(path), value, locate: () => location };
  } catch (error) {
    return refuse(`it cannot be read: ${systemReason(error)}`);
  }
}
