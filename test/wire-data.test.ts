import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { assert, asyncProperty, constantFrom, dictionary, jsonValue, nat, string, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawValues, withoutEvidence } from '../bench/round-trip/draw.ts';
import { writePackage } from '../bench/wire/specloom.ts';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { isObject, ownObject, setOwn, type JsonObject, type JsonValue } from '../generator/base/json.ts';
import { joinPointer } from '../generator/base/pointer.ts';
import { splitDirections } from '../generator/spec/index.ts';
import type { Spec } from '../generator/spec/openapi.ts';
import type { ApiClient, BodyValidators } from '../templates/runtime/client.ts';
import type { OperationPlan } from '../templates/runtime/operation.ts';
import type { AnyAnswer } from '../templates/runtime/result.ts';
import { projectFolder } from './support/sources.ts';
import { temporaryFolder } from './support/temporary.ts';

// Data passes through untouched: what is given arrives as JSON.stringify writes it, and what the server says comes back as JSON.parse
// reads it, members that no schema knows among it, while both are checked.

const runs = 10_000;

interface Operation {
  readonly plan: OperationPlan;
  result(client: ApiClient, input: object): Promise<AnyAnswer>;
}

interface Package {
  readonly operationValidators: BodyValidators;
  createClient(config: object): ApiClient;
}

/** An operation, with bodies that its validators let pass: what it is sent, and what it answers. */
interface Traffic {
  readonly operation: Operation;
  readonly status: number;
  readonly requests: readonly JsonValue[];
  readonly answers: readonly JsonValue[];
}

async function load(api: string): Promise<{ readonly made: Package; readonly traffic: readonly Traffic[] }> {
  const folder = temporaryFolder();
  const text = readFileSync(join(projectFolder, 'specs', api, 'openapi.yaml'), 'utf8');
  await writePackage(text, folder);
  const made = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as Package;
  const data = parseData(text, { document: 'openapi.yaml' });
  if (isDataFailure(data)) throw new Error(data.reason);
  const spec = withoutEvidence(splitDirections(data.value as Spec)) as JsonObject;
  const operations = Object.values(made).filter(isOperation);
  return { made, traffic: operations.flatMap((operation) => trafficOf(made, spec, operation)) };
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'function' && 'plan' in value;
}

const json = 'application/json';

function trafficOf(made: Package, spec: JsonObject, operation: Operation): Traffic[] {
  const { plan } = operation;
  const at = joinPointer('/paths', plan.path, plan.method.toLowerCase());
  const raw = ownObject(ownObject(ownObject(spec, 'paths'), plan.path), plan.method.toLowerCase());
  const status = Object.keys(ownObject(raw, 'responses') ?? {}).find((one) => one.startsWith('2')) ?? '';
  if (!isObject(raw?.['requestBody']) || plan.responses[status] !== 'json') return [];
  const draw = (pointer: string, key: string, response?: Response): readonly JsonValue[] => {
    const accepts = ((value: JsonValue) => passes(made, plan, key, value, response)) as unknown as ValidateFunction;
    const drawn = drawValues(spec, pointer, accepts, 9);
    if (typeof drawn === 'string') throw new Error(`${plan.id} ${key}: ${drawn}`);
    return drawn;
  };
  const requests = draw(joinPointer(at, 'requestBody', 'content', json, 'schema'), json);
  const answers = draw(joinPointer(at, 'responses', status, 'content', json, 'schema'), status, new Response());
  return [{ operation, status: Number(status), requests, answers }];
}

function passes(made: Package, plan: OperationPlan, key: string, value: JsonValue, response?: Response): boolean {
  try {
    made.operationValidators.check(plan, key, value, {}, response);
    return true;
  } catch {
    return false;
  }
}

/** The value with members that no schema knows, in the object of it that comes at `position`. */
function extended(value: JsonValue, position: number, members: Readonly<Record<string, JsonValue>>): JsonValue {
  const copy = structuredClone(value);
  const objects: JsonObject[] = [];
  const collect = (part: JsonValue): void => {
    if (isObject(part)) objects.push(part);
    if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
  };
  collect(copy);
  const target = objects[position % Math.max(objects.length, 1)];
  for (const [name, member] of Object.entries(members)) {
    if (target && !Object.hasOwn(target, name)) setOwn(target, name, member);
  }
  return copy;
}

const unknownMembers = dictionary(string(), jsonValue({ maxDepth: 2 }) as Arbitrary<JsonValue>, { maxKeys: 3 });

describe.each(['partoo', 'plane', 'attio'])('bodies of %s', (api) => {
  it(`pass through untouched, ${runs} of them`, async () => {
    const { made, traffic } = await load(api);
    expect(traffic.length).toBeGreaterThan(0);
    let arrived: unknown;
    let answer = '';
    let status = 200;
    const client = made.createClient({
      baseUrl: 'https://api.example.com',
      validators: made.operationValidators,
      fetch: async (_url: string, init: RequestInit) => {
        // a text, which fetch sends as UTF-8
        arrived = init.body;
        return new Response(answer, { status, headers: { 'Content-Type': json } });
      },
    });
    const path = new Proxy({}, { has: () => true, get: () => 'x', getOwnPropertyDescriptor: () => described });
    let extendedBodies = 0;
    await assert(
      asyncProperty(constantFrom(...traffic), nat(), nat(), unknownMembers, async (one, which, where, members) => {
        const { plan } = one.operation;
        const request = one.requests[which % one.requests.length] ?? null;
        const wider = extended(request, where, members);
        const body = passes(made, plan, json, wider) ? wider : request;
        const response = one.answers[which % one.answers.length] ?? null;
        const widerAnswer = extended(response, where, members);
        const answered = passes(made, plan, String(one.status), widerAnswer, new Response()) ? widerAnswer : response;
        if (body !== request || answered !== response) extendedBodies += 1;
        answer = JSON.stringify(answered);
        status = one.status;
        const before = JSON.stringify(body);
        const result = await one.operation.result(client, { path, body });
        // `expect` ten thousand times would take most of the time
        const isUntouched = arrived === before && JSON.stringify(body) === before;
        const isBack = JSON.stringify(result.body) === answer && isDeepStrictEqual(result.body, JSON.parse(answer));
        if (!isUntouched || !isBack) throw new Error(`${before} arrived as ${String(arrived)}`);
      }),
      { numRuns: runs, seed: 7 },
    );
    expect(extendedBodies).toBeGreaterThan(runs / 10);
  });
});

const described = { value: 'x', configurable: true, enumerable: true, writable: true };
