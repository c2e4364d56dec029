import type { Report } from './base/diagnostic.ts';
import type { Location } from './base/location.ts';
import {
  dateTimeTypes,
  inferenceModes,
  responseModes,
  transformKinds,
  wideIntegerTypes,
  type CodecTypes,
  type InferenceMode,
  type OperationFilter,
  type OperationPatterns,
  type PackageOptions,
  type TransformKind,
} from './base/options.ts';
import { compareText } from './base/order.ts';
import { joinPointer } from './base/pointer.ts';
import { trimmedEnd } from './base/trim.ts';
import { readFormats } from './config-formats.ts';
import { readWeb, type Environment } from './config-web.ts';
import { readChoice, readObject, readSwitch, readText, readTexts, type Entries, type Fail } from './config-values.ts';
import { defaults, isPackageName, type ApiPlan, type ConfigPlan } from './config.ts';

/** Finds the line of a value of the configuration by its JSON Pointer. */
export type Locate = (pointer: string) => Location;

/**
 * Checks the value of a configuration file and fills in defaults and environment variables (`environment`). Gives `config/invalid` at the place of every key that is
 * unknown, missing or of the wrong form, and for two APIs that would write to one place; then returns undefined.
 */
export function checkConfig(
  value: unknown,
  locate: Locate,
  report: Report,
  environment: Environment = {},
): ConfigPlan | undefined {
  let valid = true;
  const fail: Fail = (pointer, reason) => {
    valid = false;
    report.add('config/invalid', locate(pointer), { reason });
  };
  const root = readObject(value, '', 'the configuration', rootKeys, fail);
  const apis = readApis(root?.['apis'], fail);
  const inference = readInference(root?.['inference'], fail);
  const formats = readFormats(root?.['validators'], '/validators', fail) ?? defaults.formats;
  const web = readWeb(root ?? {}, environment, fail);
  checkPlaces(apis, fail);
  return valid ? { apis, inference, formats, web } : undefined;
}

const rootKeys = ['apis', 'inference', 'validators', 'hosts', 'headers'];
const apiKeys = ['input', 'root', 'overlay', 'include', 'exclude', 'spec', 'clean', 'output', 'package', 'validators'];
const packageKeys = ['name', 'version', 'license', 'transforms', 'types', 'responses', 'unknownKeys'];
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
  const clean = readSwitch(api['clean'], `${pointer}/clean`, 'clean', fail);
  const filter = readFilter(api, pointer, fail);
  const formats = readFormats(api['validators'], `${pointer}/validators`, fail);
  return {
    name,
    inputs,
    roots: readTexts(api['root'], `${pointer}/root`, 'root', fail),
    overlays: readTexts(api['overlay'], `${pointer}/overlay`, 'overlay', fail),
    ...(spec !== undefined && { spec }),
    ...(clean !== undefined && { clean }),
    output: output ?? '',
    packageOptions: readPackage(name, api['package'], `${pointer}/package`, fail),
    ...(formats !== undefined && { formats }),
    ...(filter !== undefined && { filter }),
  };
}

const patternKeys = ['tags', 'paths', 'operations'] as const;

function readFilter(api: Entries, pointer: string, fail: Fail): OperationFilter | undefined {
  const include = readPatterns(api['include'], `${pointer}/include`, 'include', fail);
  const exclude = readPatterns(api['exclude'], `${pointer}/exclude`, 'exclude', fail);
  if (include === undefined && exclude === undefined) return undefined;
  return { ...(include && { include }), ...(exclude && { exclude }) };
}

function readPatterns(value: unknown, pointer: string, what: string, fail: Fail): OperationPatterns | undefined {
  if (value === undefined) return undefined;
  const patterns = readObject(value, pointer, `"${what}"`, patternKeys, fail) ?? {};
  const lists = patternKeys.map(
    (key) => [key, readTexts(patterns[key], `${pointer}/${key}`, `${what}.${key}`, fail)] as const,
  );
  return Object.fromEntries(lists.filter(([key]) => patterns[key] !== undefined));
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
  const transforms = readTransforms(options['transforms'], `${pointer}/transforms`, fail);
  const types = readCodecTypes(options['types'], `${pointer}/types`, fail);
  const responses = readChoice(options['responses'], responseModes, `${pointer}/responses`, fail);
  const unknownKeys = readSwitch(options['unknownKeys'], `${pointer}/unknownKeys`, 'package.unknownKeys', fail);
  return {
    name,
    version,
    license,
    ...(transforms !== undefined && { transforms }),
    ...(types !== undefined && { types }),
    ...(responses !== undefined && { responses }),
    ...(unknownKeys !== undefined && { unknownKeys }),
  };
}

function readCodecTypes(value: unknown, pointer: string, fail: Fail): CodecTypes | undefined {
  if (value === undefined) return undefined;
  const types = readObject(value, pointer, '"package.types"', ['dateTime', 'int64'], fail) ?? {};
  const dateTime = readChoice(types['dateTime'], dateTimeTypes, `${pointer}/dateTime`, fail);
  const int64 = readChoice(types['int64'], wideIntegerTypes, `${pointer}/int64`, fail);
  return { ...(dateTime !== undefined && { dateTime }), ...(int64 !== undefined && { int64 }) };
}

function readTransforms(value: unknown, pointer: string, fail: Fail): TransformKind[] | undefined {
  if (value === undefined) return undefined;
  const named = readTexts(value, pointer, 'package.transforms', fail);
  const unknown = named.find((name) => !transformKinds.some((kind) => kind === name));
  if (unknown !== undefined) {
    fail(pointer, `"${unknown}" is no transform; "package.transforms" is a list of ${transformKinds.join(', ')}`);
  }
  return transformKinds.filter((kind) => named.includes(kind));
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
      const place = trimmedEnd(path.replace(/^(?:\.\/)+/, ''), '/');
      const owner = owners.get(place);
      if (owner !== undefined) fail(joinPointer('/apis', name, key), `"${path}" is also written by the API "${owner}"`);
      owners.set(place, name);
    }
  }
}
