import type { Api } from '../../model/model.ts';
import type { PackageOptions } from '../../base/options.ts';
import { plainLine } from '../code.ts';
import { hasAuthModule } from '../client/auth-module.ts';
import type { TemplateView } from '../template.ts';
import { optionalModules } from './modules.ts';

/** What `package.json.hbs` shows: every text as a JSON string, quotes included; `hasDescription`: the API's comes along. */
export function manifestView(api: Api, options: PackageOptions, hasDescription: boolean): TemplateView {
  return {
    name: JSON.stringify(options.name),
    version: JSON.stringify(options.version),
    description: JSON.stringify(`TypeScript client for ${plainLine(api.title)} ${plainLine(api.version)}`),
    license: JSON.stringify(options.license),
    hasAuth: hasAuthModule(api),
    modules: optionalModules(api, options).map(({ name }) => ({ name })),
    hasDescription,
  };
}
