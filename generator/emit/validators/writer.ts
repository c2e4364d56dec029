import { createNameScope } from '../../base/name-scope.ts';
import type { Identifier } from '../../base/names.ts';
import type { NamedSchema, Schema } from '../../model/model.ts';
import { code, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module, ModuleStatement } from '../module.ts';
import type { SchemasByName } from './parts.ts';
import { into, stemAt, type Look, type Tables, type Test, type Writer } from './place.ts';
import { findCycles } from './recursion.ts';

/** A writer of validators into `module`, of those that note; the other is its `quiet`. */
export function createWriter(
  module: Module,
  named: readonly NamedSchema[],
  schemas: SchemasByName,
  tables: Tables,
): Writer {
  const cycles = findCycles(schemas);
  const stems = createNameScope(named.map(({ name }) => name));
  const stemsByPart = new Map<Schema, Identifier>();
  const depthStems = new Map<Identifier, Identifier>();
  const bareSchemas = new Map<Schema, Schema>();
  const constants = new Map<Code, Identifier>();
  const constantNames = createNameScope();
  const written = new Set<Identifier>();
  const namesByBody = new Map<string, Identifier>();
  const hoisted: ModuleStatement[] = [];
  const statements: ModuleStatement[] = [];
  const shared: Omit<Writer, 'notes' | 'quiet' | 'tables' | 'testName' | 'atDepth'> = {
    module,
    schemas,
    runtime: (file, name) => module.use(layout.runtime(file), name as Identifier, 'value'),
    runtimeType(file, name) {
      if (schemas.has(name as Identifier))
        return code`import('./runtime/${file as Identifier}.js').${name as Identifier}`;
      return code`${module.use(layout.runtime(file), name as Identifier, 'type')}`;
    },
    constant(prefix, place, value) {
      const known = constants.get(value);
      if (known !== undefined) return known;
      const name = constantNames.take((prefix + stemAt(place)) as Identifier);
      constants.set(value, name);
      hoisted.push({ kind: 'const', name, value, exported: false });
      return name;
    },
    stemOf: (part, place) => remember(stemsByPart, part, () => stems.take(stemAt(place))),
    nextStem: (place) => stems.take(stemAt(into(place, 'some'))),
    bare: (schema) =>
      remember(bareSchemas, schema, () => {
        const { unevaluated: _, ...rest } = schema;
        return rest;
      }),
    recurs: (from, to) => cycles.has(from) && cycles.get(from) === cycles.get(to),
    partOf: (body, deep, name) => remember(namesByBody, `${String(deep)} ${body}`, name),
    first: (name) => !written.has(name) && written.add(name).has(name),
    flush: () => [...hoisted.splice(0), ...statements.splice(0)],
    add: (statement) => void statements.push(statement),
  };
  const depthStem = (name: Identifier): Identifier =>
    remember(depthStems, name, () => stems.take(`${name}AtDepth` as Identifier));
  const ofOneKind = (prefix: string): Pick<Writer, 'tables' | 'testName' | 'atDepth'> => {
    const tests = new Map<Schema, Test>();
    const looks = new Map<Schema, Look>();
    const testName = (stem: Identifier): Identifier => (prefix + stem) as Identifier;
    return {
      // a schema is asked for by each that holds it: what is written for it is worked out once
      tables: {
        testOf: (schema, place) => remember(tests, schema, () => tables.testOf(schema, place)),
        lookOf: (schema, place) => remember(looks, schema, () => tables.lookOf(schema, place)),
      },
      testName,
      atDepth: (name) => testName(depthStem(name)),
    };
  };
  const quiet: Writer = {
    ...shared,
    ...ofOneKind('is'),
    notes: false,
    get quiet() {
      return quiet;
    },
  };
  return { ...shared, ...ofOneKind('check'), notes: true, quiet };
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
