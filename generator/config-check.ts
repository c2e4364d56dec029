import type { Report } from './base/diagnostic.ts';
import type { Location } from './base/location.ts';
import { inferenceModes, type InferenceMode, type PackageOptions } from './base/options.ts';
import { compareText } from './base/order.ts';
import { joinPointer } from './base/pointer.ts';
import { defaults, isPackageName, type ApiPlan, type ConfigPlan } from './config.ts';

/** Finds the line of a value of the configuration by its JSON Pointer. */
export type Locate = (pointer: string) => Location;

/**
 * Checks the value of a configuration file and fills in defaults. Gives `config/invalid` at the place of every key that is
 * unknown, missing or of the wrong form, and for two APIs that would write to one place; then returns undefined.
 */
export function checkConfig(value: unknown, locate: Locate, report: Report): ConfigPlan | undefined {
  let valid = true;
  const fail: Fail = (pointer, reason) => {
    valid = false;
    report.add('config/invalid', locate(pointer), { reason });
  };
  const root = readObject(value, '', 'the configuration', ['apis', 'inference'], fail);
  const apis = readApis(root?.['apis'], fail);
  const inference = readInference(root?.['inference'], fail);
  checkPlaces(apis, fail);
  return valid ? { apis, inference } : undefined;
}

type Fail = (pointer: string, reason: string) => void;
type Entries = Readonly<Record<string, unknown>>;

const apiKeys = ['input', 'overlay', 'spec', 'output', 'package'];
const packageKeys = ['name', 'version', 'license'];
/** Semantic Versioning 2.0.0, section 2, 9 and 10. */
const versionPattern =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

function readApis(value: unknown, fail: Fail): ApiPlan[] {
  const apis = readObject(value, '/apis', '"apis"', undefined, fail);
  if (apis === undefined) return [];
  const plans = Object.entries(apis).map(([name, api]) => readApi(name, api, fail));
  if (plans.length === 0) fail('/apis', '"apis" names no API');
  return plans.filter((plan) => plan !== undefined).toSorted((left, right) => compareText(left.name, right.name));
}

function readApi(name: string, value: unknown, fail: Fail): ApiPlan | undefined {
  const pointer = joinPointer('/apis', name);
  if (name.trim() === '') fail(pointer, 'an API needs a name');
  const api = readObject(value, pointer, `the API "${name}"`, apiKeys, fail);
  if (api === undefined) return undefined;
  const inputs = readTexts(api['input'], `${pointer}/input`, 'input', fail);
  if (inputs.length === 0)
    fail(pointer, `the API "${name}" needs "input": a file, a folder or a glob, or a list of them`);
  const output = readText(api['output'], `${pointer}/output`, 'output', fail);
  if (api['output'] === undefined) fail(pointer, `the API "${name}" needs "output": the folder of its package`);
  const spec = readText(api['spec'], `${pointer}/spec`, 'spec', fail);
  return {
    name,
    inputs,
    overlays: readTexts(api['overlay'], `${pointer}/overlay`, 'overlay', fail),
    ...(spec !== undefined && { spec }),
    output: output ?? '',
    packageOptions: readPackage(name, api['package'], `${pointer}/package`, fail),
  };
}

function readPackage(api: string, value: unknown, pointer: string, fail: Fail): PackageOptions {
  const options = readObject(value ?? {}, pointer, '"package"', packageKeys, fail) ?? {};
  const name = readText(options['name'], `${pointer}/name`, 'package.name', fail) ?? api;
  if (!isPackageName(name)) {
    const place = options['name'] === undefined ? pointer : `${pointer}/name`;
    fail(place, `npm does not accept the package name "${name}"; give another as "package.name" of the API "${api}"`);
  }
  const version = readText(options['version'], `${pointer}/version`, 'package.version', fail) ?? defaults.version;
  if (!versionPattern.test(version)) {
    fail(`${pointer}/version`, `"${version}" is no version like 1.2.3 (Semantic Versioning)`);
  }
  const license = readText(options['license'], `${pointer}/license`, 'package.license', fail) ?? defaults.license;
  return { name, version, license };
}

function readInference(value: unknown, fail: Fail): InferenceMode {
  const inference = readObject(value ?? {}, '/inference', '"inference"', ['discriminator'], fail);
  const mode = inference?.['discriminator'] ?? defaults.inference;
  const known = inferenceModes.find((candidate) => candidate === mode);
  if (known === undefined) {
    fail('/inference/discriminator', `"inference.discriminator" is one of ${inferenceModes.join(', ')}`);
  }
  return known ?? defaults.inference;
}

/** Two APIs that write to one place would undo each other on every run. */
function checkPlaces(apis: readonly ApiPlan[], fail: Fail): void {
  const owners = new Map<string, string>();
  for (const { name, output, spec } of apis) {
    for (const [key, path] of Object.entries({ output, spec })) {
      if (path === undefined || path === '') continue;
      const place = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
      const owner = owners.get(place);
      if (owner !== undefined) fail(joinPointer('/apis', name, key), `"${path}" is also written by the API "${owner}"`);
      owners.set(place, name);
    }
  }
}

function readObject(
  value: unknown,
  pointer: string,
  what: string,
  keys: readonly string[] | undefined,
  fail: Fail,
): Entries | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(pointer, `${what} must be an object${keys === undefined ? '' : ` with the keys ${keys.join(', ')}`}`);
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (keys !== undefined && !keys.includes(key)) {
      fail(joinPointer(pointer, key), `unknown key "${key}" in ${what}${suggestion(key, keys)}`);
    }
  }
  return { ...value };
}

function readText(value: unknown, pointer: string, what: string, fail: Fail): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '' && !value.includes('\0')) return value;
  fail(pointer, `"${what}" must be a text that is not empty`);
  return undefined;
}

function readTexts(value: unknown, pointer: string, what: string, fail: Fail): string[] {
  if (!Array.isArray(value)) {
    const single = readText(value, pointer, what, fail);
    return single === undefined ? [] : [single];
  }
  const texts = value.map((item: unknown, index) => readText(item, joinPointer(pointer, index), what, fail));
  return texts.filter((text) => text !== undefined);
}

function suggestion(word: string, known: readonly string[]): string {
  const ranked = known.map((name) => ({ name, distance: editDistance(word.toLowerCase(), name) }));
  const best = ranked.toSorted((left, right) => left.distance - right.distance)[0];
  const close = best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 2));
  return close ? `; did you mean "${best.name}"?` : `; known are ${known.join(', ')}`;
}

/** The number of single-character edits between two short texts (Levenshtein). */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of left.slice(0, 50).split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of right.split('').entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
