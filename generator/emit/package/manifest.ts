import type { Api } from '../../model/model.ts';
import type { PackageOptions } from '../../base/options.ts';
import type { TemplateView } from '../template.ts';

/** What `package.json.hbs` shows: every text as a JSON string, quotes included. */
export function manifestView(api: Api, options: PackageOptions): TemplateView {
  return {
    name: JSON.stringify(options.name),
    version: JSON.stringify(options.version),
    description: JSON.stringify(`TypeScript client for ${plainLine(api.title)} ${plainLine(api.version)}`),
    license: JSON.stringify(options.license),
  };
}

/** Text of documents in one line, without control characters. */
function plainLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}
