import { transformKinds, type PackageOptions, type TransformKind } from '../../base/options.ts';
import type { Api } from '../../model/model.ts';
import { codecsModule } from './codecs.ts';
import { coercionModule } from './coercion.ts';
import { defaultsModule } from './defaults.ts';
import type { TransformModule } from './transform-module.ts';

const makers: { readonly [Kind in TransformKind]: (api: Api, options: PackageOptions) => TransformModule | undefined } =
  {
    defaults: defaultsModule,
    coercion: coercionModule,
    codecs: codecsModule,
  };

/** What was made of an API: the package is described after it is made. */
const made = new WeakMap<Api, Map<TransformKind, TransformModule | undefined>>();

/** The modules of transforms that a package has: those wanted for which the API has something to do, in a fixed order. */
export function transformModules(api: Api, options: PackageOptions): ReadonlyMap<TransformKind, TransformModule> {
  const { transforms } = options;
  const known = made.get(api) ?? new Map<TransformKind, TransformModule | undefined>();
  made.set(api, known);
  const modules = new Map<TransformKind, TransformModule>();
  for (const kind of transformKinds) {
    if (transforms && !transforms.includes(kind)) continue;
    if (!known.has(kind)) known.set(kind, makers[kind](api, options));
    const module = known.get(kind);
    if (module) modules.set(kind, module);
  }
  return modules;
}
