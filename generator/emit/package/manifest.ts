import type { Api } from '../../model/model.ts';
import type { PackageOptions } from '../../base/options.ts';
import { plainLine } from '../code.ts';
import type { TemplateView } from '../template.ts';
import { transformModules } from '../transforms/modules.ts';

/** What `package.json.hbs` shows: every text as a JSON string, quotes included. */
export function manifestView(api: Api, options: PackageOptions): TemplateView {
  return {
    name: JSON.stringify(options.name),
    version: JSON.stringify(options.version),
    description: JSON.stringify(`TypeScript client for ${plainLine(api.title)} ${plainLine(api.version)}`),
    license: JSON.stringify(options.license),
    transforms: [...transformModules(api, options).keys()].map((kind) => ({ kind })),
  };
}
