import type { PackageOptions } from '../../base/options.ts';
import type { Api } from '../../model/model.ts';
import { pagedOperations } from '../client/pagination-module.ts';
import { hasWebhooks } from '../client/webhooks-module.ts';
import { transformModules } from '../transforms/modules.ts';
import { hasUnions } from '../unions/names.ts';

/** A module of a package that can be imported by itself: `package/name`. */
export interface PackageModule {
  readonly name: string;
  readonly about: string;
}

/** What each kind of transform does. */
const transforms = {
  defaults: 'copies with documented defaults for what is missing',
  coercion: 'texts of parameters as the values they stand for',
  codecs: 'dates and large integers, both ways',
} as const;

/** The modules that hang on what an API has, in the order in which package.json names them. */
export function optionalModules(api: Api, options: PackageOptions): PackageModule[] {
  return [
    { name: 'api', about: '`createApi(client)`: all operations as members of one object, by their tags' },
    { name: 'schemas', about: 'a type and a Standard Schema for each schema, under one name' },
    ...(hasUnions(api) ? [{ name: 'unions', about: 'guards and `match` for unions' }] : []),
    ...(pagedOperations(api).length > 0 ? [{ name: 'pagination', about: 'lists in pages as async iterators' }] : []),
    ...(hasWebhooks(api) ? [{ name: 'webhooks', about: 'what the API sends: payloads and their signatures' }] : []),
    ...[...transformModules(api, options).keys()].map((name) => ({ name, about: transforms[name] })),
    ...(options.unknownKeys ? [{ name: 'unknown-keys', about: 'properties that a schema does not declare' }] : []),
  ];
}
