import { createNameScope, grantNames } from '../../base/name-scope.ts';
import type { Identifier } from '../../base/names.ts';
import type { Api, NamedSchema } from '../../model/model.ts';
import { validatorNames } from '../layout.ts';
import type { Plans } from './plan.ts';

/** What the declarations about one schema are called. */
type Names<Key extends string> = Readonly<Record<Key, Identifier>>;

/** What the modules of transforms import beside what is named after schemas. */
const imported =
  `Walk Changed Present TransformError dateTime bigInteger bigIntegerText once members values items tagged
  every firstFitting walked exactJson Date`.split(/\s+/);

/** The names of declarations for each schema with a plan, free of each other and of what their module imports. */
export function transformNames<Key extends string>(
  api: Api,
  plans: Plans,
  wanted: (named: NamedSchema) => Readonly<Record<Key, string>>,
): ReadonlyMap<Identifier, Names<Key>> {
  const taken = api.schemas.flatMap(({ name }) => [name, validatorNames(name).is]);
  return grantNames(createNameScope([...taken, ...imported], 'exact'), (take) => {
    const names = new Map<Identifier, Names<Key>>();
    for (const named of api.schemas) {
      if (!plans.has(named.name)) continue;
      const entries = Object.entries(wanted(named)).map(([key, name]) => [key, take(name as Identifier, named.name)]);
      names.set(named.name, Object.fromEntries(entries) as Names<Key>);
    }
    return names;
  });
}
