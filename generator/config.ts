import type {
  CodecTypes,
  FormatChoice,
  InferenceMode,
  OperationFilter,
  PackageOptions,
  ResponseMode,
  TransformKind,
  WebAccess,
} from './base/options.ts';
import { trimmed } from './base/trim.ts';

/** What validators are to be like. */
export interface ValidatorConfig {
  /** Formats whose tests refuse values: `assert` for all that can be tested, or a list of them. `annotate`, the default, for none. */
  readonly formats?: FormatChoice;
}

/** One API: which documents describe it and where its package goes. Paths are relative to the configuration file. */
export interface ApiConfig extends OperationFilter {
  /** Files, folders, globs, or URLs of allowed hosts: pages, OpenAPI files, or both. */
  readonly input: string | readonly string[];
  /** Folders in which references (`$ref`) may read files, besides the folder of each input. */
  readonly root?: string | readonly string[];
  /** OpenAPI Overlay files, applied in this order after the documents are merged: a person's decisions. */
  readonly overlay?: string | readonly string[];
  /** Where to write the normalized spec (YAML); it is not written without this. */
  readonly spec?: string;
  /** Leaves what specloom says about its own statements (`x-evidence`, `x-confidence`, …) out of this spec and the package's. */
  readonly clean?: boolean;
  /** The folder of the emitted package. It belongs to specloom: files no longer emitted are removed from it. */
  readonly output: string;
  /** The name defaults to the API's, the version to 0.1.0, the license to MIT; all transforms are there unless some are named. */
  readonly package?: {
    readonly name?: string;
    readonly version?: string;
    readonly license?: string;
    readonly transforms?: readonly TransformKind[];
    /** What codecs make of dates and times (`Date`) and integers of 64 bits (`bigint`). */
    readonly types?: CodecTypes;
    /** Whether answers may hold values of enums and branches of unions that the documents do not list; `open` without it. */
    readonly responses?: ResponseMode;
    /** Adds `unknownKeysOfX`, which lists the properties of a value that its schema does not declare. */
    readonly unknownKeys?: boolean;
  };
  /** Instead of what the configuration says for all APIs. */
  readonly validators?: ValidatorConfig;
}

/** The configuration of a project: `specloom.config.{js,mjs,json,yaml,yml}` or the key `specloom` of package.json. */
export interface GeneratorConfig {
  readonly apis: Readonly<Record<string, ApiConfig>>;
  readonly inference?: { readonly discriminator?: InferenceMode };
  readonly validators?: ValidatorConfig;
  /** Hosts that inputs and references may be fetched from: exact names, with their port if it is unusual. None by default. */
  readonly hosts?: readonly string[];
  /** Request headers by host; `${NAME}` in a value stands for an environment variable. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One API of a configuration, with defaults filled in. Paths are as written. */
export interface ApiPlan {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly roots: readonly string[];
  readonly overlays: readonly string[];
  readonly spec?: string;
  /** Leave what specloom says about its own statements out of the spec. */
  readonly clean?: boolean;
  readonly output: string;
  readonly packageOptions: PackageOptions;
  /** Which formats validators test, where it is not what all APIs have. */
  readonly formats?: FormatChoice;
  /** Which operations are wanted; all without it. */
  readonly filter?: OperationFilter;
}

/** A configuration that has been checked. */
export interface ConfigPlan {
  readonly apis: readonly ApiPlan[];
  readonly inference: InferenceMode;
  readonly formats: FormatChoice;
  readonly web: WebAccess;
}

/** Returns `config` unchanged: gives a JavaScript configuration the types of its keys. */
export function defineConfig(config: GeneratorConfig): GeneratorConfig {
  return config;
}

/** What an API gets where nothing is configured. */
export const defaults = { version: '0.1.0', license: 'MIT', inference: 'apply', formats: 'annotate' } as const;

/** Whether npm accepts `name` for a new package (validate-npm-package-name: lower case, URL-safe, at most 214 characters). */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

/** `text` as a package name: lower case, `-` for what npm refuses; `client` where nothing is left. */
export function toPackageName(text: string): string {
  const name = trimmed(text.toLowerCase().replaceAll(/[^a-z0-9._~-]+/g, '-'), '-._~').slice(0, 214);
  return name === '' ? 'client' : name;
}
