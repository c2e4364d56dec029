import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, setOwn, type JsonObject, type JsonValue } from '../../generator/base/json.ts';
import { material } from '../scoreboard/places.ts';

/** The folder that holds the matrix; it is no part of the checkout. */
const fixtures = join(material, 'fixtures');
const matrixFile = join(fixtures, 'serialization-matrix.json');
const documentFile = join(fixtures, 'serialization-matrix.openapi.json');

/** How much a cell binds: the standard, what everybody does, safety, OpenAPI 3.2, or nothing (what the standard leaves open). */
export type Level = 'MUST' | 'CONVENTION' | 'SAFETY' | 'OAS3.2' | 'RECORD';

/** A part of a multipart body as it is expected; what is not given does not count. */
export interface ExpectedPart {
  readonly name: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly body: string;
}

/** What a cell expects on the wire, or of the client. */
export interface Expected {
  readonly path?: string;
  readonly query?: string;
  readonly header?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookie?: string | null;
  readonly contentType?: string | null;
  readonly body?: string;
  readonly form?: string;
  readonly parts?: readonly ExpectedPart[];
  /** The client must throw before it sends anything. */
  readonly reject?: true;
  readonly orReject?: true;
  readonly status?: number;
  readonly data?: JsonValue;
  readonly blob?: string;
  readonly error?: JsonValue;
  readonly empty?: true;
  readonly errorEmpty?: true;
  readonly errorAny?: true;
  readonly notSilentlyTyped?: true;
}

/** One row of the matrix: one operation, what it is given, what is to be seen. */
export interface Cell {
  readonly id: string;
  readonly tier: string;
  readonly level: Level;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameter?: JsonObject & { readonly name: string };
  readonly parameters?: readonly JsonObject[];
  readonly requestBody?: JsonObject;
  readonly values?: Readonly<Record<string, JsonObject>>;
  readonly body?: JsonValue;
  /** What the server answers. */
  readonly wire?: { readonly status: number; readonly contentType?: string; readonly body?: string };
  readonly expected: Expected;
  readonly skipIn31?: true;
}

/** Whether the matrix is there. */
export function hasMatrix(): boolean {
  return existsSync(matrixFile) && existsSync(documentFile);
}

/** All cells, in the order of the fixture. */
export function readCells(): Cell[] {
  return (JSON.parse(readFileSync(matrixFile, 'utf8')) as { cells: Cell[] }).cells;
}

/**
 * The descriptions that clients are made from: the fixture's for OpenAPI 3.1, and one for OpenAPI 3.2 with the cells
 * that 3.1 cannot say, whose operations the fixture leaves without their parameters.
 */
export function matrixDocuments(cells: readonly Cell[]): { readonly v31: JsonObject; readonly v32: JsonObject } {
  const v31 = JSON.parse(readFileSync(documentFile, 'utf8')) as JsonObject;
  const paths: JsonObject = {};
  for (const { skipIn31, path, method, operationId, parameter } of cells) {
    if (!skipIn31 || parameter === undefined) continue;
    const responses = { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } };
    setOwn(paths, path, { [method]: { operationId, parameters: [parameter], responses } });
  }
  const v32 = { openapi: '3.2.0', info: { title: 'Matrix 3.2', version: '1' }, servers: v31['servers'] ?? [], paths };
  return { v31, v32 };
}

/** A value of the fixture as a program would hand it over: its markers become dates, big integers, files and bytes. */
export function revive(value: JsonValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (!isObject(value)) return value;
  const [[marker, content] = ['', null]] = Object.entries(value);
  if (Object.hasOwn(markers, marker)) return markers[marker]?.(content);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revive(member)]));
}

const text = (value: JsonValue | undefined, key: string): string =>
  isObject(value) && typeof value[key] === 'string' ? value[key] : '';

const markers: Readonly<Record<string, (content: JsonValue) => unknown>> = {
  $undefined: () => undefined,
  $date: (content) => new Date(String(content)),
  $bigint: (content) => BigInt(String(content)),
  $file: (content) => new File([text(content, 'text')], text(content, 'name'), { type: text(content, 'type') }),
  $blob: (content) => new Blob([text(content, 'text')], { type: text(content, 'type') }),
  $bytes: (content) => new TextEncoder().encode(String(content)),
};
