/** What an object is: a part that says something, one too small for evidence, names to parts, names to names to parts, or data. */
export type Role = 'part' | 'silent' | 'map' | 'mapOfMaps' | 'opaque';

/** Members whose values are data, not parts of the description. */
const opaque: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'const',
  'security',
  'dependentRequired',
  '$vocabulary',
]);
/** Members that are maps: their values get evidence, they themselves do not. */
const maps: ReadonlySet<string> = new Set(
  `properties patternProperties $defs definitions dependentSchemas dependencies schemas responses parameters requestBodies headers
  securitySchemes securityDefinitions links pathItems mediaTypes paths webhooks additionalOperations content encoding
  mapping variables flows scopes`.split(/\s+/),
);
/** Members that are maps of maps. */
const mapsOfMaps: ReadonlySet<string> = new Set(['components', 'callbacks']);
/** Members whose object says too little to be worth a line of its own. */
const silent: ReadonlySet<string> = new Set(['schema', 'xml', 'externalDocs', 'contact', 'license', 'discriminator']);

/** Whether the member `key` of an object gets evidence. */
export function memberRole(role: Role, key: string): Role {
  if (role === 'opaque') return 'opaque';
  if (role === 'map') return 'part';
  // among the components, examples are data too, and callbacks are maps themselves
  if (role === 'mapOfMaps') return key === 'examples' ? 'opaque' : key === 'callbacks' ? 'mapOfMaps' : 'map';
  if (opaque.has(key) || key.startsWith('x-')) return 'opaque';
  if (maps.has(key)) return 'map';
  if (mapsOfMaps.has(key)) return 'mapOfMaps';
  return silent.has(key) ? 'silent' : 'part';
}
