import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from '../../scoreboard/places.ts';
import type { Payload } from '../payloads/payload.ts';
import type { Bundle } from '../schema.ts';

/** What a contestant makes its module of. */
export interface Assignment {
  readonly payload: Payload;
  readonly bundle: Bundle;
  /** The package that was generated for the payload. */
  readonly packageFolder: string;
  /** A folder for the contestant's files. */
  readonly folder: string;
}

/**
 * A validator under test. Its module exports `is(value)`, a verdict; `first(value)`, one issue or undefined; `all(value)`,
 * a list of issues, empty where there are none. `first` and `all` are missing where the contestant tells no issues.
 */
export interface Contestant {
  readonly name: string;
  /** The packages that it consists of. */
  readonly packages: readonly string[];
  /** The text of the module; throws with the reason where the contestant cannot say the schema. */
  write(assignment: Assignment): Promise<string> | string;
}

/** A package of the bench and its version. */
export function versionOf(name: string): string {
  const text = readFileSync(join(bench, 'node_modules', name, 'package.json'), 'utf8');
  return `${name} ${(JSON.parse(text) as { readonly version: string }).version}`;
}

/** The peers need not be installed; so they are loaded by name and described where they are used. */
export async function load<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}
