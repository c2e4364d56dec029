import { isObject, own, ownArray, ownObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { digestSchema, joinedSchemas, type Digest } from './digest-schemas.ts';
import { placed } from './printed-data.ts';

/** Members of a parameter's schemas in a digest that are the parameter's own (OAS 3.1, section 4.8.12). */
const ownMembers = ['description', 'deprecated'];

/** The Parameter Objects of a digest: by place and name, each with its schemas. */
export function digestParameters(parameters: JsonObject, digest: Digest): JsonValue[] {
  return ['path', 'query', 'header', 'cookie'].flatMap((place) =>
    Object.entries(ownObject(parameters, place) ?? {}).map(([name, stated]): JsonValue => {
      const pointer = joinPointer('/paths/request/parameters', place, name);
      const list = ownArray(stated, 'schema') ?? [];
      const parameter: JsonObject = { name, in: place };
      if (place === 'path' || list.some((one) => own(one, 'required') === true)) parameter['required'] = true;
      for (const key of ownMembers) {
        const value = list.map((one) => own(one, key)).find((one) => one !== undefined) ?? own(stated, key);
        if (value !== undefined && value !== false) parameter[key] = value;
      }
      for (const key of ['style', 'explode', 'allowReserved'] as const) {
        const value = own(stated, key);
        if (value !== undefined) parameter[key] = value;
      }
      const schemas = list.map((one, index) => {
        const { description: _, deprecated: __, ...rest } = isObject(one) ? one : {};
        return digestSchema(rest, joinPointer(pointer, 'schema', index), digest);
      });
      parameter['schema'] = joinedSchemas(schemas);
      return placed(digest.description, parameter, digest.data.locate(pointer));
    }),
  );
}
